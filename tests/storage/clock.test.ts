import { describe, expect, it } from 'vitest'
import { emptyRow, valueOf, type Merged } from '../../src/domain/records/merged.ts'
import { formatStamp, parseStamp, stampDevice } from '../../src/domain/records/stamp.ts'
import { writeFields } from '../../src/domain/records/writing.ts'
import { write } from '../../src/storage/change.ts'
import { CLOCK_KEY, withClock } from '../../src/storage/clock.ts'
import type { Disk } from '../../src/storage/database.ts'
import { fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

const ROW = emptyRow('other')

/** The stamp of a field written over a row, as it would go into the transaction's other stores. */
async function stamp(disk: Disk, over: Merged = ROW): Promise<string> {
  const { result } = await write(disk, ['settings'], async (tx) =>
    withClock(tx, disk, async (clock) => {
      const { row } = clock.keep(writeFields(over, { name: 1 }, clock.now))
      return valueOf(row.fields, 'name')!.t
    }),
  )
  return result
}

const rowStamped = (ms: number): Merged => ({
  ...ROW,
  fields: { name: { v: 0, t: formatStamp({ ms, counter: 7, device: 'zzzzzzzzzz' }) } },
})

const meet = (disk: Disk, row: Merged) =>
  write(disk, ['settings'], (tx) =>
    withClock(tx, disk, async (clock) => {
      clock.witness(row)
    }),
  )

describe('stamps of one device', () => {
  it('name the moment and the device', async () => {
    const disk = await openTab({ now: 5_000 })
    const parts = { ms: 5_000, counter: 0, device: stampDevice(disk.device) }
    expect(parseStamp(await stamp(disk))).toEqual(parts)
  })

  it('grow while the wall clock stands still, goes back, or another tab writes', async () => {
    const clock = { now: 5_000 }
    const [disk, other] = [await openTab(clock), await openTab(clock)]
    const stamps: string[] = []
    for (const [tab, now] of [
      [disk, 5_000],
      [other, 5_000],
      [disk, 4_000],
      [other, 6_000],
    ] as const) {
      clock.now = now
      stamps.push(await stamp(tab))
    }
    expect(stamps).toEqual([...new Set(stamps)].sort())
  })

  it('are above what was taken in, unless that lies far ahead', async () => {
    const disk = await openTab({ now: 5_000 })
    await meet(disk, rowStamped(9_000))
    expect(parseStamp(await stamp(disk))).toMatchObject({ ms: 9_000, counter: 8 })
    await meet(disk, rowStamped(5_000 + 400 * 86_400_000))
    expect(parseStamp(await stamp(disk))).toMatchObject({ ms: 9_000, counter: 9 })
  })

  it('can still write over what lies far ahead', async () => {
    const disk = await openTab({ now: 5_000 })
    const ahead = rowStamped(5_000 + 400 * 86_400_000)
    expect((await stamp(disk, ahead)) > valueOf(ahead.fields, 'name')!.t).toBe(true)
    expect(parseStamp(await stamp(disk))).toMatchObject({ ms: 5_000, counter: 1 })
  })
})

describe('the stored clock', () => {
  const stored = async (disk: Disk) => (await disk.connection()).get('settings', CLOCK_KEY)

  it('is not written when nothing was stamped', async () => {
    const disk = await openTab({ now: 5_000 })
    await meet(disk, ROW)
    expect(await stored(disk)).toBeUndefined()
  })

  it('stays as it was when what was stamped is not written', async () => {
    const disk = await openTab({ now: 5_000 })
    await stamp(disk)
    const before = await stored(disk)
    const makeRoom = fillDisk('settings')
    await expect(stamp(disk)).rejects.toMatchObject({ code: 'diskFull' })
    makeRoom()
    expect(await stored(disk)).toEqual(before)
  })

  it.each([['nonsense'], [{ ms: -1, counter: 0 }], [{ ms: 1.5, counter: 'x' }], [null]])(
    'starts anew where there is %j',
    async (nonsense) => {
      const disk = await openTab({ now: 5_000 })
      await (await disk.connection()).put('settings', nonsense, CLOCK_KEY)
      expect(parseStamp(await stamp(disk))?.ms).toBe(5_000)
    },
  )

  it('goes by a device whose id was spoilt as well, always by the same name', async () => {
    const disk = { ...(await openTab({ now: 5_000 })), device: '?' }
    const [one, two] = [await stamp(disk), await stamp(disk)]
    expect(parseStamp(one)?.device).toBe(parseStamp(two)?.device)
  })
})
