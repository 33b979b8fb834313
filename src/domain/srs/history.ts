/** The entries of one card in the log's order, and the state they lead to. */
import { type Entry } from './entries.ts'
import { ANSWERED_PHASES, RATINGS } from '../model.ts'
import { afterEntry } from './cardState.ts'
import type { CardEntry, ReplayCard } from './cardState.ts'
import type { SrsSettings } from './settings.ts'

/** The log's order: by time, then by id. */
export function inLogOrder(a: Entry, b: Entry): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

const TYPES: Readonly<Record<Entry['type'], true>> = {
  answer: true,
  void: true,
  reset: true,
  setDue: true,
  suspend: true,
  unsuspend: true,
  bury: true,
  unbury: true,
  flag: true,
  weights: true,
}

/**
 * Whether this version of the app knows what an entry says. A newer one may have written others into the same log: they
 * are kept and handed on, and nothing is worked out from them.
 */
export function isUnderstood(entry: Entry): boolean {
  // A log is answers, nearly all of it.
  if (entry.type === 'answer')
    return RATINGS.includes(entry.rating) && ANSWERED_PHASES.includes(entry.phase)
  return Object.hasOwn(TYPES, entry.type)
}

/** Entries of one card, voided ones included, and where they have led. */
export interface History {
  readonly card: string
  /** The state the entries start from: that of an image, or NEW_CARD. */
  readonly base: ReplayCard
  /** In the log's order, unless `disordered`. */
  readonly entries: CardEntry[]
  state: ReplayCard
  /** Whether `state` has to be worked out anew from `base`. */
  disordered: boolean
  /** Whether it is among those that the entries being applied have touched. */
  touched: boolean
}

export function newHistory(card: string, base: ReplayCard, entries: CardEntry[]): History {
  return { card, base, entries, state: base, disordered: false, touched: false }
}

/** Whether an entry comes after all that a state covers. */
export function isAfter(entry: CardEntry, { last, lastEntryAt }: ReplayCard): boolean {
  return last === null || entry.at > lastEntryAt || (entry.at === lastEntryAt && entry.id > last)
}

/** Takes an entry in; `state` follows at once when it is the latest, else it must be worked out anew. */
export function addEntry(
  history: History,
  entry: CardEntry,
  voided: ReadonlySet<string>,
  settings: SrsSettings,
): void {
  const last = history.entries.at(-1)
  history.entries.push(entry)
  if (last !== undefined && inLogOrder(last, entry) > 0) history.disordered = true
  if (history.disordered || voided.has(entry.id)) return
  history.state = afterEntry(history.state, entry, settings)
}

/** Works the state out anew from all entries that count. */
export function workOut(
  history: History,
  voided: ReadonlySet<string>,
  settings: SrsSettings,
): void {
  history.entries.sort(inLogOrder)
  history.state = history.base
  for (const entry of history.entries) {
    if (!voided.has(entry.id)) history.state = afterEntry(history.state, entry, settings)
  }
  history.disordered = false
}
