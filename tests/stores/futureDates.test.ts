// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Entry, wallOf } from '../../src/domain/srs/entries.ts'
import { replay, type ReplayState } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { studyDay } from '../../src/domain/time.ts'
import { restoreBackup, saveBackup } from '../../src/storage/backup.ts'
import type { Disk } from '../../src/storage/database.ts'
import { mendFuture } from '../../src/storage/futureDates.ts'
import { readLog, takeEntries } from '../../src/storage/reviewLog.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useFutureDates } from '../../src/stores/futureDates.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useUndo } from '../../src/stores/undo.ts'
import { answer } from '../make.ts'
import { openTab } from '../storage/testDisk.ts'
import { freshStores } from './freshStores.ts'

freshStores()

const NOON = Date.UTC(2026, 5, 10, 12)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const TODAY = studyDay(NOON, 480, 4)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

/** An answer by the phone at a moment. */
const told = (id: string, card: string, at: number, previous: string | null = null) =>
  answer({
    ...{ id, card, at, previous, device: 'phone' },
    ...{ studyDay: studyDay(at, 480, 4), dueDay: studyDay(at, 480, 4) + 3 },
  })

const YEAR = 365 * DAY
/** Two cards; the phone was a year ahead from the second answer of the first on. */
const PHONE: readonly Entry[] = [
  told('01A', 'a', NOON - 5 * DAY),
  told('01B', 'a', NOON + YEAR - 9 * DAY, '01A'),
  told('01C', 'b', NOON + YEAR - HOUR),
  { type: 'flag', id: '01D', at: NOON + YEAR, device: 'phone', card: 'a', flag: 2 },
]

const disk = () => useDisk().open()
const statesIn = async (of: Disk) => replay(await readLog(of), DEFAULT_SRS_SETTINGS)
/** What the states say apart from the names of entries. */
const bare = ({ cards }: ReplayState) =>
  new Map([...cards].map(([id, { last: _last, ...rest }]) => [id, rest]))

async function learnt() {
  await takeEntries(await disk(), PHONE)
  await useMemory().load()
  const future = useFutureDates()
  await future.look()
  return future
}

const standing = async (of: Disk): Promise<readonly Entry[]> => {
  const log = await readLog(of)
  const voided = new Set(log.flatMap((entry) => (entry.type === 'void' ? [entry.entry] : [])))
  return log.filter(({ id, type }) => type !== 'void' && !voided.has(id))
}

describe('reviews that carry a date more than a day ahead', () => {
  it('are counted; what merely stands behind them is not', async () => {
    const future = await learnt()
    expect(future.count).toBe(3)
    await useMemory().append([{ type: 'suspend', card: 'a' }])
    expect(future.count).toBe(3)
    expect(useMemory().today().state.cards.get('a')).toMatchObject({ suspended: true })
  })

  it('are none where a clock is merely fast', async () => {
    await takeEntries(await disk(), [told('01A', 'a', NOON + 20 * HOUR)])
    const future = useFutureDates()
    await future.look()
    expect(future.count).toBe(0)
  })

  it('keep their order and distances when they are mended, and are not before what came earlier', async () => {
    const future = await learnt()
    await useMemory().append([{ type: 'suspend', card: 'b' }])
    await future.mend()
    expect(future.count).toBe(0)
    const log = await standing(await disk())
    const walls = log.map((entry) => [Reflect.get(entry, 'card'), entry.type, wallOf(entry) - NOON])
    expect(walls).toEqual([
      ['a', 'answer', -5 * DAY],
      // Nine days ago it would be before the answer before it.
      ['a', 'answer', -5 * DAY],
      ['b', 'answer', -HOUR],
      // Put aside right after that, in the order of the log.
      ['b', 'suspend', expect.closeTo(0, -3)],
      ['a', 'flag', expect.closeTo(0, -3)],
    ])
    expect(log.every(({ at }) => at < NOON + HOUR)).toBe(true)
    const { cards } = useMemory().today().state
    expect(cards.get('a')).toMatchObject({ reps: 2, flag: 2, lastDay: TODAY - 5 })
    expect(cards.get('b')).toMatchObject({
      ...{ reps: 1, suspended: true, lastDay: TODAY, dueDay: TODAY + 3 },
      lastAt: NOON - HOUR,
    })
    expect(cards).toEqual(new Map((await statesIn(await disk())).cards))
  })

  it('are as they were once the mending is undone, and can be mended again', async () => {
    const future = await learnt()
    const before = await statesIn(await disk())
    await future.mend()
    const mended = bare(await statesIn(await disk()))
    expect(mended).not.toEqual(bare(before))
    expect(useUndo().last?.what).toBe('today.future.mended')
    await useUndo().undo()
    expect(bare(await statesIn(await disk()))).toEqual(bare(before))
    expect(bare(useMemory().today().state)).toEqual(bare(before))
    expect(future.count).toBe(3)
    await future.mend()
    const again = bare(await statesIn(await disk()))
    for (const [id, { lastEntryAt: _at, ...rest }] of mended)
      expect(again.get(id)).toMatchObject(rest)
  })

  it('are not mentioned again when they are left, until there are more', async () => {
    const future = await learnt()
    await future.leave()
    expect(future.count).toBe(0)
    await future.look()
    expect(future.count).toBe(0)
    await takeEntries(await disk(), [told('01E', 'c', NOON + YEAR + HOUR)])
    expect(future.count).toBe(4)
  })

  it('are found in what an older version left, sealed or not', async () => {
    const database = await (await disk()).connection()
    await takeEntries(await disk(), PHONE.slice(0, 3))
    await database.put('log', PHONE[3]!)
    for (const key of ['clock', 'ahead']) await database.delete('settings', key)
    await useMemory().load()
    const future = useFutureDates()
    await future.look()
    expect(future.count).toBe(3)
    expect(Object.keys(Object(await database.get('settings', 'ahead'))).toSorted()).toEqual([
      'a',
      'b',
    ])
  })

  it('count once when two devices have mended them before they meet', async () => {
    await learnt()
    const laptop = await disk()
    globalThis.indexedDB = new IDBFactory()
    const tablet = await openTab({ now: NOON + HOUR })
    await takeEntries(tablet, PHONE)
    await mendFuture(laptop)
    await mendFuture(tablet)
    const files = [(await saveBackup(laptop)).bytes, (await saveBackup(tablet)).bytes] as const
    await restoreBackup(laptop, files[1])
    await restoreBackup(tablet, files[0])
    const cards = (await statesIn(laptop)).cards
    expect(cards.get('a')).toMatchObject({ reps: 2, flag: 2 })
    expect(cards.get('b')).toMatchObject({ reps: 1 })
    expect((await statesIn(tablet)).cards).toEqual(cards)
    // What each has done about it the other hears of, and nothing changes any more.
    await restoreBackup(laptop, (await saveBackup(tablet)).bytes)
    expect((await statesIn(laptop)).cards).toEqual(cards)
  })
})
