import { afterEach, describe, expect, it, vi } from 'vitest'
import { type EntryDraft } from '../../src/domain/srs/entries.ts'
import type { Disk } from '../../src/storage/database.ts'
import { restoreBackup, saveBackup } from '../../src/storage/backup.ts'
import { appendEntries, readLog, sealPending, takeEntries } from '../../src/storage/reviewLog.ts'
import { answer } from '../make.ts'
import { appendEntry } from './talks.ts'
import { freshDatabases, openTab, type Clock } from './testDisk.ts'

freshDatabases()
afterEach(() => {
  vi.restoreAllMocks()
})

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = 1_000 * DAY

function draft(card: string, previous: string | null = null): EntryDraft {
  const { id: _id, at: _at, device: _device, ...rest } = answer({ card, previous })
  return rest
}
const aside = (card: string): EntryDraft => ({ type: 'suspend', card })

/** How often all segments were read so far. */
function countReadings(): () => number {
  const { getAll } = IDBObjectStore.prototype
  let readings = 0
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (
    this: IDBObjectStore,
    ...args
  ) {
    if (this.name === 'segments') readings += 1
    return getAll.apply(this, args)
  })
  return () => readings
}

async function learnt(clock: Clock, many = 600): Promise<Disk> {
  const disk = await openTab(clock)
  await appendEntries(
    disk,
    Array.from({ length: many }, (_, i) => draft(`c${i}`)),
  )
  await sealPending(disk)
  return disk
}

describe('where an entry stands', () => {
  it('is behind all that was seen of others who are up to a day ahead, with the time beside it', async () => {
    const disk = await openTab({ now: NOW })
    await takeEntries(disk, [answer({ id: 'E', at: NOW + 20 * HOUR, card: 'a' })])
    const at = NOW + 20 * HOUR + 1
    expect(await appendEntry(disk, aside('b'))).toMatchObject({ at, wall: NOW })
  })

  it('is behind what is further ahead for that card alone', async () => {
    const disk = await openTab({ now: NOW })
    const far = NOW + 400 * DAY
    await takeEntries(disk, [
      answer({ id: 'E', at: far, card: 'a' }),
      { type: 'weights', id: 'W', at: far + 5, device: 'D', model: 'fsrs-6', weights: [] },
    ])
    expect(await appendEntry(disk, aside('a'))).toMatchObject({ at: far + 1, wall: NOW })
    expect(await appendEntry(disk, aside('a'))).toMatchObject({ at: far + 2, wall: NOW })
    const other = await appendEntry(disk, aside('b'))
    expect(other).toMatchObject({ at: NOW })
    expect(other).not.toHaveProperty('wall')
    const weights = { type: 'weights', model: 'fsrs-6', weights: [] } as const
    expect(await appendEntry(disk, weights)).toMatchObject({ at: far + 6 })
    expect(await appendEntry(disk, { type: 'void', entry: 'E' })).toMatchObject({ at: NOW + 1 })
  })

  it('says no other time within a second: many at once cost nothing', async () => {
    const disk = await openTab({ now: NOW })
    const entries = await appendEntries(disk, [aside('a'), aside('b'), aside('c')])
    expect(entries.map(({ at }) => at - NOW)).toEqual([0, 1, 2])
    expect(entries.some((entry) => 'wall' in entry)).toBe(false)
  })

  it('stays a moment a file may hold, whatever was seen', async () => {
    const disk = await openTab({ now: NOW })
    await takeEntries(disk, [
      answer({ id: 'E', at: 8.64e15, card: 'a' }),
      answer({ id: 'F', at: NOW + 0.5, card: 'b' }),
    ])
    for (const card of ['a', 'b']) await appendEntry(disk, aside(card))
    const { bytes } = await saveBackup(disk)
    const other = await openTab({ now: NOW }, { name: 'other' })
    expect((await restoreBackup(other, bytes)).issues).toEqual([])
    expect(await readLog(other)).toEqual(await readLog(disk))
  })

  it('is known without a look at the log, and after a clock was set back with one', async () => {
    const clock = { now: NOW }
    const disk = await learnt(clock)
    const readings = countReadings()
    await appendEntry(disk, aside('x'))
    expect(readings()).toBe(0)
    clock.now = NOW - 3 * DAY
    // What it had written stands ahead now.
    const c7 = (await readLog(disk)).find((entry) => 'card' in entry && entry.card === 'c7')
    const before = readings()
    expect(await appendEntry(disk, aside('x'))).toMatchObject({ wall: clock.now })
    expect(readings()).toBe(before + 1)
    expect((await appendEntry(disk, aside('c7'))).at).toBeGreaterThan(c7!.at)
    expect(await appendEntry(disk, aside('y'))).toMatchObject({ at: clock.now })
    expect(readings()).toBe(before + 1)
    clock.now = NOW + DAY
    expect(await appendEntry(disk, aside('c7'))).toMatchObject({ at: clock.now })
    expect(readings()).toBe(before + 1)
  })

  it('has an id in the same order, so that an answer to what is no longer the last is refused', async () => {
    const clock = { now: NOW }
    const [one, two] = [await openTab(clock), await openTab(clock)]
    await takeEntries(one, [answer({ id: '00E', at: NOW + 400 * DAY, card: 'far' })])
    const far = await appendEntry(one, draft('far', '00E'))
    const near = await appendEntry(one, draft('near'))
    expect(near.id < far.id).toBe(true)
    // The other tab answers both; this one still shows what it knew.
    await appendEntry(two, draft('far', far.id))
    await appendEntry(two, draft('near', near.id))
    for (const [card, last] of [
      ['far', far.id],
      ['near', near.id],
    ] as const)
      await expect(appendEntry(one, draft(card, last))).rejects.toMatchObject({
        code: 'alreadyAnswered',
      })
  })
})

describe('the clock of the log', () => {
  it('stays on its device', async () => {
    const disk = await openTab({ now: NOW })
    await takeEntries(disk, [answer({ id: 'E', at: NOW + 400 * DAY, card: 'a' })])
    const { bytes } = await saveBackup(disk)
    const text = await new Response(
      new Response(bytes).body!.pipeThrough(new DecompressionStream('gzip')),
    ).text()
    expect(text).not.toContain('ahead')
  })

  it('forgets what was taken back elsewhere', async () => {
    const disk = await openTab({ now: NOW })
    await takeEntries(disk, [answer({ id: 'E', at: NOW + 400 * DAY, card: 'a' })])
    await takeEntries(disk, [{ type: 'void', id: 'V', at: NOW, device: 'D', entry: 'E' }])
    expect(await appendEntry(disk, aside('a'))).toMatchObject({ at: NOW + 1 })
  })
})
