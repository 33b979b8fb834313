import { type Entry, type EntryDraft } from '../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import type { Disk } from '../../src/storage/database.ts'
import {
  appendEntries,
  countAnswers,
  readLog,
  sealPending,
  SEGMENT_SIZE,
  takeEntries,
} from '../../src/storage/reviewLog.ts'
import { subscribe, type Change } from '../../src/storage/tabs.ts'
import { answer } from '../make.ts'
import { connectedChannels, fillDisk, freshDatabases, openTab, type Clock } from './testDisk.ts'
import { appendEntry } from './talks.ts'

freshDatabases()

/** A Good on `card` by whoever last saw `previous`. */
function draft(card: string, previous: string | null = null): EntryDraft {
  const { id: _id, at: _at, device: _device, ...rest } = answer({ card, previous })
  return rest
}

const count = async (disk: Disk, store: 'log' | 'segments' | 'outbox') =>
  await (await disk.connection()).count(store)

async function appendMany(disk: Disk, many: number): Promise<readonly Entry[]> {
  return await appendEntries(
    disk,
    Array.from({ length: many }, (_, i) => draft(`c${i}`)),
  )
}

const unite = (disk: Disk, entries: readonly Entry[]) => takeEntries(disk, entries)

describe('appending', () => {
  it('gives every entry an id, this device, and a moment after the one before', async () => {
    const clock: Clock = { now: 5_000 }
    const disk = await openTab(clock)
    const one = await appendEntry(disk, draft('a'))
    const two = await appendEntry(disk, draft('b'))
    clock.now = 3_000
    const three = await appendEntry(disk, { type: 'flag', card: 'a', flag: 1 })
    clock.now = 9_000
    const four = await appendEntry(disk, { type: 'void', entry: one.id })
    expect([one, two, three, four].map(({ at }) => at)).toEqual([5_000, 5_001, 5_002, 9_000])
    expect([one, two, three, four].map(({ id }) => id)).toEqual(
      [one, two, three, four].map(({ id }) => id).toSorted(),
    )
    expect(one.device).toBe(disk.device)
    expect(await readLog(disk)).toEqual([one, two, three, four])
  })

  it('goes on after the last moment when the clock was set back and the tab was killed', async () => {
    const before = await openTab({ now: 90_000 })
    const first = await appendEntry(before, draft('a'))
    await before.close()
    const after = await openTab({ now: 10 })
    expect((await appendEntry(after, draft('b'))).at).toBe(first.at + 1)
  })

  it('keeps the card up when the disk is full: nothing has changed, and the answer can be given again', async () => {
    const disk = await openTab()
    const makeRoom = fillDisk('log')
    await expect(appendEntry(disk, draft('a'))).rejects.toMatchObject({ code: 'diskFull' })
    makeRoom()
    expect(await readLog(disk)).toEqual([])
    expect(await appendEntry(disk, draft('a'))).toMatchObject({ card: 'a', at: 1_000 })
  })

  it('writes all of several entries or none', async () => {
    const disk = await openTab()
    const first = await appendEntry(disk, draft('b'))
    await expect(appendEntries(disk, [draft('a'), draft('b', null)])).rejects.toMatchObject({
      code: 'alreadyAnswered',
    })
    expect(await readLog(disk)).toEqual([first])
  })

  it('queues entries for a server only while sync is on', async () => {
    const disk = await openTab()
    await appendEntry(disk, draft('a'))
    expect(await count(disk, 'outbox')).toBe(0)
    disk.syncing = true
    const entry = await appendEntry(disk, draft('b'))
    expect(await (await disk.connection()).getAll('outbox')).toEqual([
      expect.objectContaining({ kind: 'entry', id: entry.id }),
    ])
  })
})

describe('two tabs on one card', () => {
  it('tells the second', async () => {
    const [one, two] = [await openTab(), await openTab()]
    await appendEntry(one, draft('a'))
    await expect(appendEntry(two, draft('a'))).rejects.toMatchObject({ code: 'alreadyAnswered' })
    expect(await readLog(one)).toHaveLength(1)
  })

  it('lets exactly one through when both answer at once', async () => {
    const [one, two] = [await openTab(), await openTab()]
    const results = await Promise.allSettled([
      appendEntry(one, draft('a')),
      appendEntry(two, draft('a')),
    ])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await readLog(one)).toHaveLength(1)
  })

  it('tells the second even when the answer was sealed in between', async () => {
    const [one, two] = [await openTab(), await openTab()]
    await appendEntry(two, draft('elsewhere'))
    await appendEntry(one, draft('a'))
    await appendMany(one, SEGMENT_SIZE)
    expect(await sealPending(one)).toBe(1)
    await expect(appendEntry(two, draft('a'))).rejects.toMatchObject({ code: 'alreadyAnswered' })
    expect(await appendEntry(two, draft('b'))).toMatchObject({ card: 'b' })
  })

  it('lets a tab go on that knows the other one’s answer', async () => {
    const [one, two] = [await openTab(), await openTab()]
    const first = await appendEntry(one, draft('a'))
    expect(await appendEntry(two, draft('a', first.id))).toMatchObject({ previous: first.id })
  })

  it('lets a late entry of another device pass: the log puts it where it belongs', async () => {
    const [one, two] = [await openTab({ now: 9_000 }), await openTab({ now: 9_000 })]
    const first = await appendEntry(one, draft('a'))
    await unite(two, [answer({ id: '00000000010000000000000000', at: 1, card: 'a' })])
    expect(await appendEntry(one, draft('a', first.id))).toMatchObject({ previous: first.id })
  })

  it('does not count answers that were taken back', async () => {
    const disk = await openTab()
    const first = await appendEntry(disk, draft('a'))
    await appendEntry(disk, { type: 'void', entry: first.id })
    expect(await appendEntry(disk, draft('a'))).toMatchObject({ previous: null })
  })

  it('stay in step: each hears what the other wrote, and what itself did', async () => {
    const [left, right] = connectedChannels(2)
    const one = await openTab({ now: 1 }, { channel: left! })
    const two = await openTab({ now: 1 }, { channel: right! })
    const heard: Change[] = []
    const own: Change[] = []
    subscribe(one, (change) => void own.push(change))
    const stop = subscribe(two, (change) => void heard.push(change))
    const entry = await appendEntry(one, draft('a'))
    expect(heard).toMatchObject([{ entries: [entry], everything: false }])
    expect(own).toEqual(heard)
    stop()
    await appendEntry(one, draft('b'))
    expect(heard).toHaveLength(1)
  })
})

describe('sealing', () => {
  it('waits for a full segment', async () => {
    const disk = await openTab()
    await appendMany(disk, SEGMENT_SIZE - 1)
    expect(await sealPending(disk)).toBe(0)
    expect(await count(disk, 'segments')).toBe(0)
  })

  it('moves the oldest entries and loses none', async () => {
    const disk = await openTab()
    const entries = await appendMany(disk, 2 * SEGMENT_SIZE + 3)
    expect(await sealPending(disk)).toBe(2)
    expect([await count(disk, 'segments'), await count(disk, 'log')]).toEqual([2, 3])
    expect(await readLog(disk)).toEqual(entries)
    expect(await countAnswers(disk)).toBe(entries.length)
  })

  it('is done once when two tabs do it at once', async () => {
    const [one, two] = [await openTab(), await openTab()]
    const entries = await appendMany(one, SEGMENT_SIZE)
    expect((await Promise.all([sealPending(one), sealPending(two)])).toSorted()).toEqual([0, 1])
    expect(await readLog(two)).toEqual(entries)
  })

  it('leaves everything where it was when the disk is full', async () => {
    const disk = await openTab()
    const entries = await appendMany(disk, SEGMENT_SIZE)
    const makeRoom = fillDisk('segments')
    await expect(sealPending(disk)).rejects.toMatchObject({ code: 'diskFull' })
    makeRoom()
    expect(await count(disk, 'log')).toBe(SEGMENT_SIZE)
    expect(await readLog(disk)).toEqual(entries)
  })
})

describe('uniting', () => {
  it('adds what is new, once, wherever the rest lies', async () => {
    const disk = await openTab()
    const sealed = await appendMany(disk, SEGMENT_SIZE)
    await sealPending(disk)
    const pending = await appendEntry(disk, draft('p'))
    const theirs = [answer({ id: 'T1', at: 4 }), answer({ id: 'T2', at: 2 })]
    const fresh = await unite(disk, [...theirs, pending, ...sealed, theirs[0]!])
    expect(fresh.map(({ id }) => id)).toEqual(['T1', 'T2'])
    expect(await unite(disk, theirs)).toEqual([])
    const ids = (await readLog(disk)).map(({ id }) => id)
    expect(ids).toEqual(['T2', 'T1', ...sealed.map(({ id }) => id), pending.id])
    expect(await countAnswers(disk)).toBe(SEGMENT_SIZE + 3)
  })

  it('reads of a long log what the entries may be in, and no more', async () => {
    const disk = await openTab()
    const sealed = await appendMany(disk, 2 * SEGMENT_SIZE)
    await sealPending(disk)
    await unite(disk, [answer({ id: 'T1', at: 1 })])
    const { get, getAll } = IDBObjectStore.prototype
    const read: string[] = []
    IDBObjectStore.prototype.get = function (...args) {
      read.push(this.name)
      return get.apply(this, args)
    }
    IDBObjectStore.prototype.getAll = function (...args) {
      read.push(this.name)
      return getAll.apply(this, args)
    }
    const segments = async (entries: readonly Entry[]) => {
      read.length = 0
      await unite(disk, entries)
      return read.filter((name) => name === 'segments').length
    }
    try {
      // The one that the first made.
      expect(await segments([answer({ id: 'T2', at: 1 })])).toBe(1)
      expect(await segments([sealed[0]!])).toBe(2)
      expect(await segments([sealed[0]!])).toBe(1)
    } finally {
      Object.assign(IDBObjectStore.prototype, { get, getAll })
    }
  })

  it('keeps the same one of two with one id, however often segments were replaced', async () => {
    const disk = await openTab()
    const [first, second] = await appendMany(disk, SEGMENT_SIZE)
    await sealPending(disk)
    const other = (of: Entry) => ({ ...of, tookMs: 1 }) as Entry
    for (const entry of [first!, second!, first!]) await unite(disk, [other(entry)])
    const log = await readLog(disk)
    expect(log).toHaveLength(SEGMENT_SIZE)
    const again = await openTab()
    expect(await readLog(again)).toEqual(log)
    const kept = log.filter(({ id }) => id === first!.id || id === second!.id)
    expect(kept).toHaveLength(2)
  })

  it('counts anew when the catalogue is gone', async () => {
    const disk = await openTab()
    await unite(disk, [
      answer({ id: 'T1' }),
      { type: 'void', id: 'V', at: 9, device: 'D', entry: 'T1' },
    ])
    await (await disk.connection()).clear('image')
    expect(await countAnswers(disk)).toBe(1)
    await unite(disk, [answer({ id: 'T2' })])
    expect(await countAnswers(disk)).toBe(2)
  })
})

describe('an answer to a card whose last entry was taken back', () => {
  it.each(['both pending', 'its void sealed here', 'its void restored'])(
    'is taken: %s',
    async (place) => {
      const disk = await openTab({ now: 5_000 })
      const { id: entry } = await appendEntry(disk, { type: 'suspend', card: 'a' })
      if (place === 'its void restored') {
        const taken: Entry = {
          type: 'void',
          id: disk.newEntryId(6_000),
          at: 6_000,
          device: 'elsewhere1',
          entry,
        }
        const others = Array.from({ length: SEGMENT_SIZE }, (_, i) =>
          answer({ id: disk.newEntryId(7_000 + i), at: 7_000 + i, card: `other ${i}` }),
        )
        await unite(disk, [taken, ...others])
        expect(await count(disk, 'segments')).toBeGreaterThan(0)
      } else {
        await appendEntry(disk, { type: 'void', entry })
        if (place === 'its void sealed here') {
          await appendMany(disk, SEGMENT_SIZE)
          await sealPending(disk)
        }
      }
      expect(await appendEntry(disk, draft('a'))).toMatchObject({ type: 'answer', card: 'a' })
    },
  )

  it('is refused as long as it stands', async () => {
    const disk = await openTab({ now: 5_000 })
    await appendEntry(disk, { type: 'suspend', card: 'a' })
    await expect(appendEntry(disk, draft('a'))).rejects.toMatchObject({ code: 'alreadyAnswered' })
  })
})
