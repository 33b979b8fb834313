/** The log's hybrid logical clock: where an entry that is written now stands in the log's order. */
import { type Entry, type EntryDraft } from './entries.ts'
import { DAY_MS, SECOND_MS } from '../time.ts'

/**
 * What a device has seen of the log's moments. An entry never stands before one that its writer had seen and that speaks of
 * the same card, whatever anybody's wall clock says.
 */
export interface LogClock {
  /** The greatest `at` seen, of those that are no further ahead of the wall clock than a day. */
  latest: number
  /** Of cards with entries further ahead, the greatest `at` of those that count; of weights under `''`. */
  readonly ahead: Map<string, number>
  /** Whether `ahead` is what is stored. */
  isStored: boolean
}

/** Further ahead than any slow clock explains: adopted, one device a year ahead would take all others there. */
export const FAR_MS = DAY_MS

/** The last moment a calendar has, and a file may hold. */
const LAST_MOMENT = 8.64e15

/** What stands in an order: a card, the weights; null for what takes back, which works from wherever it stands. */
const subjectOf = (entry: EntryDraft): string | null =>
  'card' in entry ? entry.card : entry.type === 'weights' ? '' : null

/** Whether an entry that stands in an order stands more than a day ahead. */
export const isFarAhead = (entry: Entry, now: number): boolean =>
  entry.at > now + FAR_MS && subjectOf(entry) !== null

/** Ids of the entries that others take back. */
export function voidedBy(entries: Iterable<Entry>): Set<string> {
  const voided = new Set<string>()
  for (const entry of entries) if (entry.type === 'void') voided.add(entry.entry)
  return voided
}

/** The clock goes on to an entry that counts. */
export function seeEntry(clock: LogClock, entry: Entry, now: number): void {
  if (entry.at <= now + FAR_MS) {
    clock.latest = Math.max(clock.latest, entry.at)
    return
  }
  const subject = subjectOf(entry)
  if (subject === null) return
  clock.ahead.set(subject, Math.max(clock.ahead.get(subject) ?? 0, entry.at))
  clock.isStored = false
}

/** The clock of a device that has seen these entries and no others. */
export function clockOver(
  entries: readonly Entry[],
  now: number,
  voided: ReadonlySet<string> = voidedBy(entries),
): LogClock {
  const clock: LogClock = { latest: 0, ahead: new Map(), isStored: false }
  for (const entry of entries)
    if (entry.at <= now + FAR_MS || !voided.has(entry.id)) seeEntry(clock, entry, now)
  return clock
}

/**
 * Where an entry that is written now stands, with what the wall clock says beside it; the clock goes on to there.
 *
 * @param draft its `wall` is kept: of a copy with another date
 */
export function stampEntry(
  clock: LogClock,
  draft: EntryDraft,
  now: number,
): Pick<Entry, 'at' | 'wall'> {
  const subject = subjectOf(draft)
  const seen = subject === null ? undefined : clock.ahead.get(subject)
  const after = Math.floor(Math.max(clock.latest, seen ?? 0)) + 1
  const at = Math.min(Math.max(now, after), LAST_MOMENT)
  if (subject === null || seen === undefined) clock.latest = at
  else {
    clock.ahead.set(subject, at)
    clock.isStored = false
  }
  const wall = draft.wall ?? now
  // Entries of one millisecond stand behind each other: that is no other time.
  return Math.abs(at - wall) < SECOND_MS ? { at } : { at, wall }
}
