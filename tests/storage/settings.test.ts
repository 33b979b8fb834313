import { describe, expect, it } from 'vitest'
import { DEFAULT_LEARNER_SETTINGS } from '../../src/domain/learner/settings.ts'
import { deleteDraft, putDraft, readDrafts } from '../../src/storage/drafts.ts'
import {
  changeLearner,
  markKnown,
  readKnown,
  readLearner,
  readSetting,
  writeSetting,
} from '../../src/storage/settings.ts'
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

describe('known words', () => {
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
