// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EntryDraft, wallOf } from '../../src/domain/srs/entries.ts'
import { replay } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { restoreBackup, saveBackup } from '../../src/storage/backup.ts'
import type { Disk } from '../../src/storage/database.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import { useBackup } from '../../src/stores/backup.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useReview } from '../../src/stores/review.ts'
import { openTab } from '../storage/testDisk.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { reviewTheTalks } from './talksSession.ts'

freshStores()

const NOON = new Date(2026, 5, 10, 12).getTime()
const MINUTE = 60_000
const DAY = 86_400_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

type Bytes = Awaited<ReturnType<typeof saveBackup>>['bytes']
const bytesOf = async (disk: Disk): Promise<Bytes> => (await saveBackup(disk)).bytes
const statesOf = async (disk: Disk) => replay(await readLog(disk), DEFAULT_SRS_SETTINGS).cards

/** A device with a clock so far ahead has answered four cards; its backup, and which cards. */
async function phoneAhead(ahead: number) {
  vi.setSystemTime(NOON + ahead)
  const review = await reviewTheTalks({ buttons: 'four' })
  const cards: string[] = []
  for (const rating of ['easy', 'good', 'again', 'easy'] as const) {
    cards.push(review.question!.card.id)
    await review.answer(rating)
    vi.setSystemTime(Date.now() + 1_000)
  }
  await review.end()
  const disk = await useDisk().open()
  return { disk, bytes: await bytesOf(disk), cards }
}

/** Another device whose clock is right, where that backup was restored. */
async function laptopWith(bytes: Bytes) {
  vi.setSystemTime(NOON + MINUTE)
  globalThis.indexedDB = new IDBFactory()
  const stores = inAnotherTab(() => ({
    backup: useBackup(),
    disk: useDisk(),
    memory: useMemory(),
    review: useReview(),
  }))
  await stores.memory.load()
  await stores.backup.restore(new File([bytes], 'phone.duizhao'))
  return stores
}

describe.each([
  ['five minutes', 5 * MINUTE],
  ['a year', 365 * DAY],
])('a device whose clock was %s ahead, restored where the clock is right', (_how, ahead) => {
  it('takes “Set the day”, “Make it new again”, putting aside, and an answer', async () => {
    const phone = await phoneAhead(ahead)
    const laptop = await laptopWith(phone.bytes)
    const [dated, renewed, aside, known] = phone.cards as [string, string, string, string]
    const { day } = laptop.memory.now()
    const drafts: readonly EntryDraft[] = [
      { type: 'setDue', card: dated, dueDay: day! },
      { type: 'reset', card: renewed },
      { type: 'suspend', card: aside },
      { type: 'flag', card: known, flag: 3 },
    ]
    for (const draft of drafts) {
      await laptop.memory.append([draft])
      vi.setSystemTime(Date.now() + 1_000)
    }
    const { state } = laptop.memory.today()
    expect(state.cards.get(dated)).toMatchObject({ phase: 'review', dueDay: day })
    expect(state.cards.get(renewed)).toMatchObject({ phase: 'new', reps: 0 })
    expect(state.cards.get(aside)).toMatchObject({ suspended: true })
    expect(state.cards.get(known)).toMatchObject({ flag: 3 })

    // What was set to today comes up, and its answer counts from today.
    await laptop.review.begin()
    for (let i = 0; laptop.review.question?.card.id !== dated && i < 20; i++)
      await laptop.review.answer('easy')
    await laptop.review.answer('good')
    const disk = await laptop.disk.open()
    const states = await statesOf(disk)
    expect(states).toEqual(new Map([...laptop.memory.today().state.cards]))
    const answered = states.get(dated)!
    expect(answered).toMatchObject({ reps: 2, phase: 'review', lastDay: day })
    expect(answered.dueDay).toBeGreaterThan(day!)
    expect(Math.abs(answered.lastAt! - Date.now())).toBeLessThan(MINUTE)
  })

  it('gives the same whichever backup is restored first, and on the device itself', async () => {
    const phone = await phoneAhead(ahead)
    const laptop = await laptopWith(phone.bytes)
    const [dated, renewed] = phone.cards as [string, string]
    await laptop.memory.append([{ type: 'setDue', card: dated, dueDay: laptop.memory.now().day! }])
    await laptop.memory.append([{ type: 'reset', card: renewed }])
    const disk = await laptop.disk.open()
    const truth = await statesOf(disk)
    const bytes = await bytesOf(disk)
    for (const order of [
      [phone.bytes, bytes],
      [bytes, phone.bytes],
    ]) {
      globalThis.indexedDB = new IDBFactory()
      const other = await openTab({ now: Date.now() })
      for (const each of order) await restoreBackup(other, each)
      expect(await statesOf(other)).toEqual(truth)
    }
    await restoreBackup(phone.disk, bytes)
    expect(await statesOf(phone.disk)).toEqual(truth)
  })
})

describe('a clock that is set back in the middle of a review', () => {
  it.each([
    ['a minute', MINUTE],
    ['a day and an hour', DAY + 60 * MINUTE],
    ['ten days', 10 * DAY],
  ])('by %s keeps every answer in its order, with the time the clock says', async (_how, back) => {
    const review = await reviewTheTalks({ buttons: 'four' })
    const cards = [review.question!.card.id]
    await review.answer('easy')
    vi.setSystemTime(NOON - back)
    cards.push(review.question!.card.id)
    await review.answer('good')
    const memory = useMemory()
    await memory.append([{ type: 'reset', card: cards[0]! }])
    const disk = await useDisk().open()
    const log = await readLog(disk)
    const states = await statesOf(disk)
    expect(states.get(cards[0]!)).toMatchObject({ phase: 'new', reps: 0 })
    expect(states.get(cards[1]!)).toMatchObject({ reps: 1, lastAt: NOON - back })
    expect(states).toEqual(new Map([...memory.today().state.cards]))
    expect(log.map(wallOf).filter((wall) => wall === NOON - back)).toHaveLength(2)
    expect(await review.undo()).toBe(true)
    expect((await statesOf(disk)).get(cards[1]!)).toBeUndefined()
  })
})
