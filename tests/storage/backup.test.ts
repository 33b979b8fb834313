import { describe, expect, it } from 'vitest'
import { restoreBackup, saveBackup, unsavedReviews } from '../../src/storage/backup.ts'
import type { Disk } from '../../src/storage/database.ts'
import { appendEntries, readLog, sealPending, SEGMENT_SIZE } from '../../src/storage/reviewLog.ts'
import { changeLearner, markKnown, readKnown, readLearner } from '../../src/storage/settings.ts'
import { subscribe, type Change } from '../../src/storage/tabs.ts'
import { encodeImage } from '../../src/domain/srs/image.ts'
import type { ReplayState } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { loadState } from '../../src/storage/derived/memoryImage.ts'
import { isLogHeld } from '../../src/storage/logAtHand.ts'
import { answer } from '../make.ts'
import { appendEntry } from './talks.ts'
import { connectedChannels, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

async function review(disk: Disk, card: string) {
  const { id: _id, at: _at, device: _device, ...rest } = answer({ card })
  return await appendEntry(disk, rest)
}

/** Another device: a database of another name. */
const phone = () => openTab({ now: 70_000 }, { name: 'phone' })

const bytesOf = async (disk: Disk) => (await saveBackup(disk)).bytes

describe('a backup', () => {
  it('brings the log and the settings to a new device, which stays itself', async () => {
    const disk = await openTab()
    await appendEntries(
      disk,
      Array.from({ length: SEGMENT_SIZE + 2 }, (_, i) => {
        const { id: _id, at: _at, device: _device, ...rest } = answer({ card: `c${i}` })
        return rest
      }),
    )
    await sealPending(disk)
    await changeLearner(disk, { newPerDay: 11, welcomed: true })
    await markKnown(disk, 'zh', ['他们'], true)

    const other = await phone()
    const { value, issues } = await restoreBackup(other, await bytesOf(disk))
    expect(issues).toEqual([])
    expect(value).toEqual({ articles: 0, notes: 0, entries: SEGMENT_SIZE + 2, gone: [] })
    expect(await readLog(other)).toEqual(await readLog(disk))
    expect(await readLearner(other)).toEqual(await readLearner(disk))
    expect([...(await readKnown(other, 'zh'))]).toEqual(['他们'])
    expect(other.device).not.toBe(disk.device)
  })

  it('has its log replayed by whoever hears of it, as a later start replays it from the disk', async () => {
    const disk = await openTab()
    for (const card of ['a', 'b', 'c']) await review(disk, card)
    const { id } = (await readLog(disk)).at(-1)!
    await appendEntries(disk, [{ type: 'void', entry: id }])
    const other = await phone()
    const seen: ReplayState[] = []
    subscribe(other, async () => {
      seen.push(await loadState(other, DEFAULT_SRS_SETTINGS))
    })
    await restoreBackup(other, await bytesOf(disk))
    const later = await loadState(await phone(), DEFAULT_SRS_SETTINGS)
    expect(seen.map(encodeImage)).toEqual([encodeImage(later)])
    expect([...later.cards.keys()].slice(0, 2)).toEqual(['a', 'b'])
    expect(isLogHeld(other)).toBe(false)
  })

  it('is told to the other tabs', async () => {
    const [left, right] = connectedChannels(2)
    const disk = await openTab({ now: 1 }, { channel: left! })
    const heard: Change[] = []
    subscribe(await openTab({ now: 1 }, { channel: right! }), (change) => {
      heard.push(change)
    })
    await restoreBackup(disk, await bytesOf(disk))
    expect(heard).toMatchObject([{ everything: true }])
  })

  it('that is cut off changes nothing and says why', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    const before = await readLog(disk)
    const bytes = await bytesOf(disk)
    const { value, issues } = await restoreBackup(disk, bytes.slice(0, bytes.length >> 1))
    expect(value).toBeNull()
    expect(issues.map(({ code }) => code)).toEqual(['backupDamaged'])
    expect(await readLog(disk)).toEqual(before)
  })
})

describe('reviews since the last backup', () => {
  it('are counted until the learner has the file', async () => {
    const disk = await openTab()
    expect(await unsavedReviews(disk)).toBe(0)
    await review(disk, 'a')
    await review(disk, 'b')
    await appendEntry(disk, { type: 'flag', card: 'a', flag: 1 })
    expect(await unsavedReviews(disk)).toBe(2)
    const { markSaved } = await saveBackup(disk)
    expect(await unsavedReviews(disk)).toBe(2)
    await review(disk, 'c')
    await markSaved()
    expect(await unsavedReviews(disk)).toBe(1)
  })

  it('stay counted when they are given while the backup is being made', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    const saving = saveBackup(disk)
    await review(disk, 'b')
    await (await saving).markSaved()
    expect(await unsavedReviews(disk)).toBe(1)
  })

  it('do not include what a backup has brought', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    const bytes = await bytesOf(disk)
    const other = await phone()
    await review(other, 'b')
    await restoreBackup(other, bytes)
    expect(await unsavedReviews(other)).toBe(1)
  })
})
