import { describe, expect, it } from 'vitest'
import { DEFAULT_LEARNER_SETTINGS } from '../../src/domain/learner/settings.ts'
import { machineStamp } from '../../src/domain/records/stamp.ts'
import type { Disk } from '../../src/storage/database.ts'
import { deleteDraft, putDraft, readDrafts } from '../../src/storage/drafts.ts'
import {
  changeLearner,
  markKnown,
  readKnown,
  readLearner,
  readSetting,
  writeSetting,
} from '../../src/storage/settings.ts'
import { subscribe, type Change } from '../../src/storage/tabs.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

describe('settings', () => {
  it('are what was written, undefined before', async () => {
    const disk = await openTab()
    expect(await readSetting(disk, 'theme')).toBeUndefined()
    await writeSetting(disk, 'theme', { dark: true })
    expect(await readSetting(disk, 'theme')).toEqual({ dark: true })
  })

  it('of the learner change one by one, and two tabs lose nothing of each other', async () => {
    const [one, two] = [await openTab(), await openTab()]
    expect(await readLearner(one)).toBeNull()
    await Promise.all([changeLearner(one, { newPerDay: 9 }), changeLearner(two, { theme: 'dark' })])
    expect(await readLearner(one)).toEqual({
      ...DEFAULT_LEARNER_SETTINGS,
      newPerDay: 9,
      theme: 'dark',
    })
  })

  it('of another version fall back field by field', async () => {
    const disk = await openTab()
    await writeSetting(disk, 'learner', { theme: 'neon', newPerDay: 12 })
    expect(await readLearner(disk)).toMatchObject({ theme: 'system', newPerDay: 12 })
  })
})

describe('a setting that is shared', () => {
  const fieldsOf = async (disk: Disk, row: string) =>
    (await (await disk.connection()).get('preferences', row))?.fields ?? {}

  it('is a stamped field, and only what changed is written', async () => {
    const clock = { now: 5_000 }
    const disk = await openTab(clock)
    await changeLearner(disk, { newPerDay: 9, theme: 'dark' })
    const before = await fieldsOf(disk, 'learner')
    expect(Object.keys(before).sort()).toEqual(['newPerDay', 'theme'])
    clock.now += 1_000
    await changeLearner(disk, { newPerDay: 9, theme: 'light' })
    const after = await fieldsOf(disk, 'learner')
    expect(after['newPerDay']).toEqual(before['newPerDay'])
    expect(after['theme']!.t > before['theme']!.t).toBe(true)
  })

  it('that says what is so already is no change', async () => {
    const disk = await openTab()
    await changeLearner(disk, { easyDates: { '2026-10-01': 0 } })
    const heard: Change[] = []
    subscribe(disk, (change) => void heard.push(change))
    await changeLearner(disk, { easyDates: { '2026-10-01': 0 } })
    await markKnown(disk, 'zh', ['停火'], false)
    expect(heard).toEqual([])
    await changeLearner(disk, { easyDates: {} })
    expect(heard.map(({ settings }) => [...settings])).toEqual([['learner']])
  })

  it('that was guessed is written with the first choice, and gives way to any choice', async () => {
    const disk = await openTab()
    const guess = { ...DEFAULT_LEARNER_SETTINGS, language: 'zh', learning: 'en' } as const
    await changeLearner(disk, { theme: 'dark' }, guess)
    const { language, learning, theme, ...others } = await fieldsOf(disk, 'learner')
    expect([language, learning]).toEqual([
      { v: 'zh', t: machineStamp(0) },
      { v: 'en', t: machineStamp(0) },
    ])
    expect(theme!.t > machineStamp(0)).toBe(true)
    expect(others).toEqual({})
    await changeLearner(disk, { hsk: 3 }, DEFAULT_LEARNER_SETTINGS)
    expect(await readLearner(disk)).toMatchObject({ language: 'zh', theme: 'dark', hsk: 3 })
  })

  it('of a newer version stays when others change', async () => {
    const disk = await openTab()
    await writeSetting(disk, 'learner', { pace: 'calm' })
    await changeLearner(disk, { hsk: 3 })
    expect((await fieldsOf(disk, 'learner'))['pace']?.v).toBe('calm')
  })

  it('is not what a device keeps for itself: that has no stamp', async () => {
    const disk = await openTab()
    await writeSetting(disk, 'persist', 7)
    const database = await disk.connection()
    expect(await database.get('settings', 'persist')).toBe(7)
    expect(await database.count('preferences')).toBe(0)
    expect(await readSetting(disk, 'persist')).toBe(7)
  })

  it('is read as never written where the disk holds no row', async () => {
    const disk = await openTab()
    const spoilt = { id: 'learner', facts: 5, fields: {} } as never
    await (await disk.connection()).put('preferences', spoilt)
    expect(await readLearner(disk)).toBeNull()
    await changeLearner(disk, { hsk: 3 })
    expect(await readLearner(disk)).toMatchObject({ hsk: 3 })
  })
})

describe('known words', () => {
  it('are unknown again when that is undone, those known before aside', async () => {
    const disk = await openTab()
    await markKnown(disk, 'zh', ['天'], true)
    const { undo } = await markKnown(disk, 'zh', ['天', '水', '水'], true)
    expect([...(await readKnown(disk, 'zh'))].sort()).toEqual(['天', '水'])
    await undo!()
    expect([...(await readKnown(disk, 'zh'))]).toEqual(['天'])
  })

  it('are kept for each language and can be taken back', async () => {
    const disk = await openTab()
    await markKnown(disk, 'zh', ['停火', '会谈'], true)
    await markKnown(disk, 'zh', ['会谈'], false)
    expect([...(await readKnown(disk, 'zh'))]).toEqual(['停火'])
    expect([...(await readKnown(disk, 'en'))]).toEqual([])
  })
})

describe('drafts', () => {
  it('survive a killed tab, latest first, and go when they are dropped', async () => {
    const clock = { now: 1 }
    const disk = await openTab(clock)
    await putDraft(disk, 'a', { step: 1 })
    clock.now = 2
    await putDraft(disk, 'b', { step: 1 })
    clock.now = 3
    await putDraft(disk, 'a', { step: 2 })
    await disk.close()
    const again = await openTab()
    expect(await readDrafts(again)).toEqual([
      { id: 'a', savedAt: 3, value: { step: 2 } },
      { id: 'b', savedAt: 2, value: { step: 1 } },
    ])
    await deleteDraft(again, 'a')
    expect((await readDrafts(again)).map(({ id }) => id)).toEqual(['b'])
  })
})
