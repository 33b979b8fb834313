// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_LEARNER_SETTINGS } from '../../src/domain/learner/settings.ts'
import { readLearner, writeSetting } from '../../src/storage/settings.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { problemWhenFull, reviewTheTalks } from './talksSession.ts'

freshStores()

const disk = () => useDisk().open()

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
  it('is on screen at once, and on the disk when it is done', async () => {
    const settings = useSettings()
    await settings.load()
    const done = settings.change({ theme: 'dark' })
    expect(settings.learner.theme).toBe('dark')
    await done
    expect(await readLearner(await disk())).toEqual({ ...settings.learner, theme: 'dark' })
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
    expect(useSettings().learner.theme).toBe('light')
    expect(await readLearner(await disk())).toMatchObject({ theme: 'light' })
    await change()
    expect(await readLearner(await disk())).toMatchObject({ theme: 'dark' })
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
