// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { DEFAULT_LEARNER_SETTINGS } from '../../src/domain/learner/settings.ts'
import { readLearner, writeSetting } from '../../src/storage/settings.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { fillDisk } from '../storage/testDisk.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { problemWhenFull, reviewTheTalks } from './talksSession.ts'

freshStores()

const disk = () => useDisk().open()

/** What something becomes from here on, one after the other. */
function statesOf<T>(of: () => T): readonly T[] {
  const states: T[] = []
  watch(of, (state) => states.push(state), { flush: 'sync' })
  return states
}

/** A start of the app in a browser that speaks these languages. */
async function startIn(...languages: string[]) {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
  const settings = inAnotherTab(useSettings)
  vi.restoreAllMocks()
  await settings.load()
  return settings
}

describe('settings nobody chose yet', () => {
  it.each([
    [['zh-CN', 'en'], { language: 'zh', learning: 'en' }],
    [['zh'], { language: 'zh', learning: 'en' }],
    [
      ['zh-TW'],
      { language: 'zh', learning: 'en', languageScript: 'traditional', script: 'traditional' },
    ],
    [
      ['zh-Hant-HK'],
      { language: 'zh', learning: 'en', languageScript: 'traditional', script: 'traditional' },
    ],
    [['en-GB', 'zh'], { language: 'en', learning: 'zh' }],
    [['de'], { language: 'en', learning: 'zh' }],
    [[], { language: 'en', learning: 'zh' }],
  ] as const)('are guessed from the browser: %j', async (languages, guessed) => {
    const { learner } = await startIn(...languages)
    expect(learner).toEqual({ ...DEFAULT_LEARNER_SETTINGS, ...guessed })
  })

  it('are written by nobody until something is chosen', async () => {
    await startIn('zh')
    expect(await readLearner(await disk())).toBeNull()
  })

  it('are kept with the first choice, the guess included', async () => {
    const settings = await startIn('zh')
    await settings.change({ newPerDay: 9 })
    expect(await readLearner(await disk())).toMatchObject({
      language: 'zh',
      learning: 'en',
      newPerDay: 9,
    })
  })
})

describe('a change', () => {
  it('is on the disk before anything but its control shows it', async () => {
    const settings = useSettings()
    await settings.load()
    const shown = new Promise<unknown>((resolve) => {
      watch(
        () => settings.learner.theme,
        () => resolve(disk().then(readLearner)),
        { flush: 'sync' },
      )
    })
    const done = settings.change({ theme: 'dark' })
    expect([settings.learner.theme, settings.wanted.theme]).toEqual(['system', 'dark'])
    // What the disk has at the moment at which the rest of the screen first shows it.
    expect(await shown).toMatchObject({ theme: 'dark' })
    await done
    expect(await readLearner(await disk())).toEqual({ ...settings.learner, theme: 'dark' })
    expect(settings.wanted).toEqual(settings.learner)
  })

  it('after the other of one control is kept in that order, and the control never goes back', async () => {
    const settings = useSettings()
    await settings.load()
    const wanted = statesOf(() => settings.wanted.newPerDay)
    const kept = statesOf(() => settings.learner.newPerDay)
    const values = Array.from({ length: 20 }, (_, i) => i + 30)
    await Promise.all(values.map((newPerDay) => settings.change({ newPerDay })))
    expect(wanted).toEqual(values)
    expect(kept).toEqual(kept.toSorted((a, b) => a - b))
    expect([settings.learner.newPerDay, (await readLearner(await disk()))?.newPerDay]).toEqual([
      49, 49,
    ])
  })

  it('of two controls at once holds for both, and neither goes back meanwhile', async () => {
    const settings = useSettings()
    await settings.load()
    const wanted = statesOf(() => [settings.wanted.hsk, settings.wanted.pinyin].join())
    await Promise.all([
      settings.change({ hsk: 4 }),
      settings.change({ pinyin: 'off' }),
      settings.change({ hsk: 5 }),
    ])
    expect(wanted).toEqual(['4,tap', '4,off', '5,off'])
    expect(settings.learner).toMatchObject({ hsk: 5, pinyin: 'off' })
    expect(await readLearner(await disk())).toMatchObject({ hsk: 5, pinyin: 'off' })
  })

  it('leaves the other settings as they are', async () => {
    const settings = useSettings()
    await settings.change({ hsk: 3, easyDates: { '2026-10-01': 0 } })
    const before = settings.learner
    await settings.change({ buttons: 'four' })
    expect(settings.learner).toEqual({ ...before, buttons: 'four' })
    expect(await readLearner(await disk())).toEqual({ ...before, buttons: 'four' })
  })

  it('is there after the next start', async () => {
    await useSettings().change({ desiredRetention: 0.85, learningSteps: [5] })
    const settings = await startIn('en')
    expect(settings.learner).toMatchObject({ desiredRetention: 0.85, learningSteps: [5] })
  })

  it('that follows another at once loses neither', async () => {
    const settings = useSettings()
    await Promise.all([settings.change({ hsk: 4 }), settings.change({ pinyin: 'off' })])
    expect(settings.learner).toMatchObject({ hsk: 4, pinyin: 'off' })
    expect(await readLearner(await disk())).toMatchObject({ hsk: 4, pinyin: 'off' })
  })

  it('of what the scheduler goes by holds for the next review', async () => {
    const review = await reviewTheTalks({ newPerDay: 2 })
    expect(review.left).toBe(2)
    await review.end()
    await useSettings().change({ newPerDay: 1 })
    await review.begin()
    expect(review.left).toBe(1)
  })
})

describe('the disk', () => {
  it('that is full is told of, and has what it had, as has the screen', async () => {
    await useSettings().change({ theme: 'light' })
    const change = () => useSettings().change({ theme: 'dark' })
    expect(await problemWhenFull('settings', change)).toBe('diskFull')
    expect([useSettings().learner.theme, useSettings().wanted.theme]).toEqual(['light', 'light'])
    expect(await readLearner(await disk())).toMatchObject({ theme: 'light' })
    await change()
    expect(await readLearner(await disk())).toMatchObject({ theme: 'dark' })
  })

  it('that refuses one change keeps the one that comes after it', async () => {
    const settings = useSettings()
    await settings.change({ theme: 'light' })
    const makeRoom = fillDisk('preferences')
    const refused = settings.change({ theme: 'dark', hsk: 2 }).catch((error: unknown) => error)
    await vi.waitFor(() => expect(settings.wanted.theme).toBe('light'))
    makeRoom()
    const kept = settings.change({ hsk: 3 })
    expect(settings.wanted).toMatchObject({ theme: 'light', hsk: 3 })
    await kept
    expect(await refused).toMatchObject({ code: 'diskFull' })
    expect(settings.learner).toMatchObject({ theme: 'light', hsk: 3 })
  })

  it('that holds nonsense gives defaults for it and everything else as it was chosen', async () => {
    await writeSetting(await disk(), 'learner', { newPerDay: -3, hsk: 99, theme: 'dark', cefr: 7 })
    const settings = useSettings()
    await settings.load()
    expect(settings.learner).toEqual({ ...DEFAULT_LEARNER_SETTINGS, theme: 'dark' })
  })

  it('of another tab is this one: what it chose is here when it is read again', async () => {
    const settings = useSettings()
    await settings.load()
    await inAnotherTab(useSettings).change({ newPerDay: 3 })
    await settings.load()
    expect(settings.learner.newPerDay).toBe(3)
  })
})
