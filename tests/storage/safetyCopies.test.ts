import { afterEach, describe, expect, it, vi } from 'vitest'
import { dayOfDate } from '../../src/domain/time.ts'
import { restoreBackup, unsavedReviews } from '../../src/storage/backup.ts'
import { ownFolder } from '../../src/storage/copyFolders.ts'
import { copyNamed, nameCopy } from '../../src/storage/copyNames.ts'
import { queueLocks, type Disk } from '../../src/storage/database.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import { listCopies, makeCopies, openCopy, type CopyPlace } from '../../src/storage/safetyCopies.ts'
import { answer } from '../make.ts'
import { fakeFolder, type FakeFolder } from './fakeFolder.ts'
import { appendEntry } from './talks.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()
afterEach(() => vi.unstubAllGlobals())

const DAY = dayOfDate('2026-11-29')

async function review(disk: Disk, card: string) {
  const { id: _id, at: _at, device: _device, ...rest } = answer({ card })
  return await appendEntry(disk, rest)
}

const inPrivate = (folder: FakeFolder): CopyPlace => ({ folder, isPrivate: true })
const chosen = (folder: FakeFolder): CopyPlace => ({ folder, isPrivate: false })

/** A disk of which so many bytes are free. */
const leaveFree = (bytes: number) =>
  vi.stubGlobal('navigator', {
    storage: { estimate: async () => ({ quota: 1_000_000_000, usage: 1_000_000_000 - bytes }) },
  })

describe('the name of a copy', () => {
  it('tells all that is listed of it', () => {
    const copy = { day: DAY, at: 1_796_000_000_000, articles: 3, notes: 120, reviews: 4_500 }
    const whole = { ...copy, bytes: 98_765, device: '01JZZZZZZZZZZZZZZZZZZZZZZZ' }
    const name = nameCopy(whole)
    expect(name).toBe(
      'duizhao-2026-11-29-1796000000000-3-120-4500-98765-01JZZZZZZZZZZZZZZZZZZZZZZZ.duizhao',
    )
    expect(copyNamed(name)).toEqual({ ...whole, name })
  })

  it.each(['duizhao-2026-11-29.duizhao', 'duizhao-2026-02-30-1-1-1-1-1-A.duizhao', 'notes.txt'])(
    'is not %s',
    (name) => {
      expect(copyNamed(name)).toBeNull()
    },
  )
})

describe('a safety copy', () => {
  it('brings every review to a new device', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    await review(disk, 'b')
    const folder = fakeFolder()
    expect(await makeCopies(disk, DAY, [inPrivate(folder)])).toEqual(['made'])
    const [copy] = await listCopies(folder)
    expect(copy).toMatchObject({ day: DAY, reviews: 2, articles: 0, notes: 0 })

    const file = await openCopy(folder, copy!)
    expect(file.size).toBe(copy!.bytes)
    const phone = await openTab({ now: 70_000 }, { name: 'phone' })
    await restoreBackup(phone, new Uint8Array(await file.arrayBuffer()))
    expect(await readLog(phone)).toEqual(await readLog(disk))
  })

  it('is not made of nothing', async () => {
    const folder = fakeFolder()
    expect(await makeCopies(await openTab(), DAY, [inPrivate(folder)])).toEqual(['empty'])
    expect(folder.files.size).toBe(0)
  })

  it('is made once a day, and again when there are more reviews, in place of the first', async () => {
    const clock = { now: 1_000 }
    const disk = await openTab(clock)
    const folder = fakeFolder()
    const make = (day: number) => makeCopies(disk, day, [inPrivate(folder)])
    await review(disk, 'a')
    expect(await make(DAY)).toEqual(['made'])
    expect(await make(DAY)).toEqual(['current'])
    clock.now += 1_000
    await review(disk, 'b')
    expect(await make(DAY)).toEqual(['made'])
    expect((await listCopies(folder)).map(({ reviews }) => reviews)).toEqual([2])
    clock.now += 1_000
    expect(await make(DAY + 1)).toEqual(['made'])
    expect((await listCopies(folder)).map(({ day }) => day - DAY)).toEqual([1, 0])
  })

  it('of two tabs is one', async () => {
    const locks = queueLocks()
    const [left, right] = [
      await openTab({ now: 1_000 }, { locks }),
      await openTab({ now: 2_000 }, { locks }),
    ]
    await review(left, 'a')
    const folder = fakeFolder()
    const outcomes = await Promise.all([
      makeCopies(left, DAY, [inPrivate(folder)]),
      makeCopies(right, DAY, [inPrivate(folder)]),
    ])
    expect(outcomes).toEqual([['made'], ['current']])
    expect(folder.files.size).toBe(1)
  })

  it('for which there is no room leaves nothing behind, and the ones before alone', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    const folder = fakeFolder()
    await makeCopies(disk, DAY, [inPrivate(folder)])
    const before = [...folder.files.keys()]
    folder.mood = 'full'
    expect(await makeCopies(disk, DAY + 1, [inPrivate(folder)])).toEqual(['full'])
    expect([...folder.files.keys()]).toEqual(before)
  })

  it('leaves room for the learner’s own data', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    const folder = fakeFolder()
    leaveFree(49_000_000)
    expect(await makeCopies(disk, DAY, [inPrivate(folder)])).toEqual(['full'])
    leaveFree(51_000_000)
    expect(await makeCopies(disk, DAY, [inPrivate(folder)])).toEqual(['made'])
  })

  it('that reads otherwise than it was written is none', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    const folder = fakeFolder()
    folder.mood = 'spoilt'
    expect(await makeCopies(disk, DAY, [inPrivate(folder)])).toEqual(['refused'])
    expect(folder.files.size).toBe(0)
  })

  it('that a killed tab left half written is not listed, and gone after the next', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    const folder = fakeFolder()
    folder.mood = 'cut off'
    void makeCopies(disk, DAY, [inPrivate(folder)])
    await vi.waitFor(() => expect(folder.files.size).toBe(1))
    expect(await listCopies(folder)).toEqual([])

    folder.mood = 'well'
    const next = await openTab({ now: 5_000 })
    expect(await makeCopies(next, DAY, [inPrivate(folder)])).toEqual(['made'])
    expect(folder.files.size).toBe(1)
    expect(await listCopies(folder)).toHaveLength(1)
  })
})

describe('a folder of the learner’s', () => {
  it('has all reviews count as saved, which private files do not', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    await makeCopies(disk, DAY, [inPrivate(fakeFolder())])
    expect(await unsavedReviews(disk)).toBe(1)
    await makeCopies(disk, DAY, [chosen(fakeFolder())])
    expect(await unsavedReviews(disk)).toBe(0)
  })

  it('keeps what other devices and people put there', async () => {
    const folder = fakeFolder()
    const other = nameCopy({
      ...{ day: DAY, at: 1, articles: 0, notes: 0, reviews: 1, bytes: 3, device: 'PHONE' },
    })
    const halfSynced = nameCopy({
      ...{ day: DAY, at: 2, articles: 0, notes: 0, reviews: 9, bytes: 900, device: 'PHONE' },
    })
    for (const name of [other, halfSynced, 'notes.txt']) folder.files.set(name, new Uint8Array(3))
    const disk = await openTab()
    await review(disk, 'a')
    expect(await makeCopies(disk, DAY, [chosen(folder)])).toEqual(['made'])
    expect(folder.files.size).toBe(4)
  })

  it('that refuses keeps no copy from the other place', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    const values = () => {
      throw new DOMException('Moved away.', 'NotFoundError')
    }
    const gone = { ...fakeFolder(), values }
    const outcomes = await makeCopies(disk, DAY, [chosen(gone), inPrivate(fakeFolder())])
    expect(outcomes).toEqual(['refused', 'made'])
  })
})

describe('private files', () => {
  it('are none in a browser without them, in an old one, and where they are refused', async () => {
    expect(await ownFolder(undefined)).toBeNull()
    expect(await ownFolder({})).toBeNull()
    const refuse = () => Promise.reject(new DOMException('Private window.', 'SecurityError'))
    const handle = Object.assign(() => undefined, { prototype: {} })
    vi.stubGlobal('FileSystemFileHandle', handle)
    expect(await ownFolder({ getDirectory: refuse })).toBeNull()
    handle.prototype = { createWritable: () => null }
    expect(await ownFolder({ getDirectory: refuse })).toBeNull()
  })
})
