import { keepQuietly } from './refusals.ts'
import { type Entry } from '../domain/srs/entries.ts'
import { digestOf, joinDigests, sameDigest, type Digest } from '../domain/srs/digest.ts'
import { transact, type Disk } from './database.ts'
import { write } from './change.ts'
import { readTotals, type Totals } from './derived/make/catalogue.ts'
import type { Reading, Transaction } from './schema.ts'

/**
 * How much of a log this device has had. Entries are only ever added, so when the log holds less, some have vanished: a
 * browser that cleared a part of its disk, a file that went bad.
 */
const KEY = 'highWater'

const isAnswer = ({ type }: Entry): boolean => type === 'answer'

const isDigest = (value: unknown): value is Digest => {
  if (typeof value !== 'object' || value === null) return false
  const { count, high, low }: Partial<Digest> = value
  return [count, high, low].every((part) => Number.isSafeInteger(part))
}

/** The mark; null before the first. */
export async function readMark(tx: Reading<'settings'>): Promise<Totals | null> {
  const stored: unknown = await tx.objectStore('settings').get(KEY)
  if (typeof stored !== 'object' || stored === null) return null
  const { answers, digest }: { readonly answers?: unknown; readonly digest?: unknown } = stored
  return typeof answers === 'number' &&
    answers >= 0 &&
    Number.isSafeInteger(answers) &&
    isDigest(digest)
    ? { answers, digest }
    : null
}

/** Raises the mark by new entries of the log, in the transaction that writes them; nothing before the first mark. */
export async function raiseMark(
  tx: Transaction<'settings'>,
  mark: Totals | null,
  entries: readonly Entry[],
): Promise<void> {
  if (mark === null) return
  const answers = mark.answers + entries.filter(isAnswer).length
  const digest = joinDigests(mark.digest, digestOf(entries))
  await tx.objectStore('settings').put({ answers, digest }, KEY)
}

/** Raises the mark to what is there now, if that is more. */
export async function raiseMarkTo(tx: Transaction<'settings'>, totals: Totals): Promise<void> {
  const mark = await readMark(tx)
  if (mark === null || totals.answers >= mark.answers)
    await tx.objectStore('settings').put(totals, KEY)
}

/** The answers this device has, and has had at most. */
export interface Tide {
  readonly here: number
  readonly high: number
}

/** Within a transaction. */
export async function readTide(
  tx: Reading<'log' | 'segments' | 'image' | 'settings'>,
): Promise<Tide> {
  const [totals, mark] = await Promise.all([readTotals(tx), readMark(tx)])
  const here = totals.answers
  if (mark === null || sameDigest(mark.digest, totals.digest)) return { here, high: here }
  return { here, high: Math.max(here, mark.answers) }
}

const STORES = ['log', 'segments', 'image', 'settings'] as const

/** How many answers have vanished from this device; sets the first mark, if there is room. */
export async function missingReviews(disk: Disk): Promise<number> {
  const [tide, mark] = await transact(disk, STORES, 'readonly', (tx) =>
    Promise.all([readTide(tx), readMark(tx)]),
  )
  if (mark === null)
    await keepQuietly(() =>
      write(disk, STORES, async (tx) => await raiseMarkTo(tx, await readTotals(tx))),
    )
  return tide.high - tide.here
}

/** Takes what is here for all there is: the missing reviews are given up. The next backup still wants all new ones. */
export async function acceptLoss(disk: Disk): Promise<void> {
  await write(disk, STORES, async (tx, change) => {
    const settings = tx.objectStore('settings')
    const [tide, totals, stored] = await Promise.all([
      readTide(tx),
      readTotals(tx),
      settings.get('backup'),
    ])
    const lost = tide.high - tide.here
    await settings.put(totals, KEY)
    await settings.put(
      { ...savedMark(stored), answers: savedMark(stored).answers - lost },
      'backup',
    )
    change.settings(KEY, 'backup')
  })
}

/** When the last backup was made, ms, and how many answers were in some backup then. */
export function savedMark(stored: unknown): { readonly at: number; readonly answers: number } {
  const { at, answers }: { readonly at?: unknown; readonly answers?: unknown } =
    typeof stored === 'object' && stored !== null ? stored : {}
  return {
    at: typeof at === 'number' ? at : 0,
    answers: typeof answers === 'number' && Number.isFinite(answers) ? answers : 0,
  }
}
