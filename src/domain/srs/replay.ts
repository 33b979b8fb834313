/**
 * The log is the truth; this makes every card's state of it.
 *
 * Entries count once each (by id), in the order of time, then id; voided ones do not count, whether the void came before
 * its target or after. So the state is the same for every order in which entries arrive, however often and in whatever
 * portions. Entries that only a newer version understands count for nothing here. A state can also go on from an image (`image.ts`) without the entries behind it; {@link applyEntries} then
 * says what it would need to know of the past.
 */
import { type Entry, type WeightsEntry } from './entries.ts'
import { heldStudyDay, reachedDay } from '../time.ts'
import type { Moment } from '../time.ts'
import { NEW_CARD } from './cardState.ts'
import type { ReplayCard } from './cardState.ts'
import { digestOf, EMPTY_DIGEST, joinDigests } from './digest.ts'
import type { Digest } from './digest.ts'
import { addEntry, inLogOrder, isAfter, isUnderstood, newHistory, workOut } from './history.ts'
import type { History } from './history.ts'
import { memoryModel } from './models.ts'
import type { SrsSettings } from './settings.ts'
import { finish, type Task } from '../tasks.ts'

export { inLogOrder } from './history.ts'

/** Where every card stands. Brought up to date in place by {@link applyEntries}; a card's state itself never changes. */
export interface ReplayState {
  /** The learner's settings with the weights in force: what `choices` and `buildQueue` want. */
  readonly settings: SrsSettings
  /** Cards with at least one entry that counts; every other card is {@link NEW_CARD}. */
  readonly cards: ReadonlyMap<string, ReplayCard>
  /** Of all entries behind this state. */
  readonly digest: Digest
  /** What replay itself remembers. */
  readonly held: HeldLog
}

/** The part of the log a state holds. */
interface HeldLog {
  settings: SrsSettings
  readonly cards: Map<string, ReplayCard>
  digest: Digest
  /** As the learner set them, before the log's weights. */
  readonly given: SrsSettings
  /** Id of every entry held → its card; '' for entries that speak of none. */
  readonly cardOf: Map<string, string>
  readonly histories: Map<string, History>
  /** Ids named by voids, arrived or not. */
  readonly voided: Set<string>
  readonly weights: WeightsEntry[]
  /** No card was answered on a later study day; null before anybody asked. */
  latestDay: number | null
  /** Whether older entries exist that are not held. */
  readonly resumed: boolean
}

export interface Applied {
  /** Cards whose state may have changed. */
  readonly changed: readonly string[]
  /** Whether the state cannot be trusted, because something before its image is spoken of: replay the whole log. */
  readonly needsPast: boolean
}

/** Every card's state after these entries of the log, in whatever order. */
export function replay(entries: readonly Entry[], settings: SrsSettings): ReplayState {
  return finish(replaying(entries, settings))
}

/** As {@link replay}, for a long log. */
export function* replaying(entries: readonly Entry[], settings: SrsSettings): Task<ReplayState> {
  const state = emptyState(settings, false)
  yield* applying(state, entries)
  return state
}

/** A state that goes on from cards whose entries are not held (`image.ts` reads them). */
export function resume(
  settings: SrsSettings,
  image: {
    readonly cards: Map<string, ReplayCard>
    readonly digest: Digest
    readonly voided: Iterable<string>
    readonly weights: WeightsEntry | null
  },
): ReplayState {
  const state = emptyState(settings, true, image.cards)
  const { held } = state
  held.digest = image.digest
  for (const id of image.voided) held.voided.add(id)
  if (image.weights !== null) {
    held.weights.push(image.weights)
    held.cardOf.set(image.weights.id, '')
  }
  held.settings = settingsInForce(held)
  return state
}

/** Brings the state up to date with new entries of the log; those it holds already are ignored. */
export const applyEntries = (state: ReplayState, entries: readonly Entry[]): Applied =>
  finish(applying(state, entries))

/** Entries, or cards, between two yields: some milliseconds' work. */
const PORTION = 1_000

/** How far the work is when every entry was looked at for the first time, and when every card knows its last one. */
const TAKEN = 0.3
const SETTLED = 0.9

/** The work of {@link applyEntries}. Nobody looks at the state before its end. */
function* applying({ held }: ReplayState, entries: readonly Entry[]): Task<Applied> {
  const touched: History[] = []
  const touch = (history: History): void => {
    if (history.touched) return
    history.touched = true
    touched.push(history)
  }
  const fresh: Entry[] = []
  for (let from = 0; from < entries.length; from += PORTION) {
    takeNew(held, entries, from, Math.min(from + PORTION, entries.length), fresh)
    yield (TAKEN * from) / entries.length
  }
  let needsPast = false
  for (const entry of fresh) {
    if (entry.type === 'weights') held.weights.push(entry)
    if (entry.type !== 'void' || held.voided.has(entry.entry)) continue
    held.voided.add(entry.entry)
    const card = held.cardOf.get(entry.entry)
    if (card === undefined) {
      needsPast ||= held.resumed
    } else if (card !== '') {
      const history = historyOf(held, card)
      history.disordered = true
      touch(history)
    }
  }

  const settings = settingsInForce(held)
  const reweighted = settings.weightsId !== held.settings.weightsId
  if (!held.resumed) held.settings = settings
  if (reweighted) {
    for (const history of held.histories.values()) {
      history.disordered = true
      touch(history)
    }
  }
  for (let from = 0; from < fresh.length; from += PORTION) {
    const to = Math.min(from + PORTION, fresh.length)
    for (let at = from; at < to; at++) {
      const entry = fresh[at]!
      if (entry.type === 'void' || entry.type === 'weights') continue
      const history = historyOf(held, entry.card)
      touch(history)
      needsPast ||= !isAfter(entry, history.base)
      addEntry(history, entry, held.voided, held.settings)
    }
    yield TAKEN + ((SETTLED - TAKEN) * from) / fresh.length
  }
  for (let from = 0; from < touched.length; from += PORTION) {
    const to = Math.min(from + PORTION, touched.length)
    for (let at = from; at < to; at++) settle(held, touched[at]!)
    yield SETTLED + ((1 - SETTLED) * from) / touched.length
  }
  needsPast ||= reweighted && held.resumed
  return { changed: touched.map(({ card }) => card), needsPast }
}

/**
 * The moment with its study day, held back when the learner has travelled west: see {@link heldStudyDay}.
 *
 * @param offsetAt minutes east of UTC at a moment, where the learner is
 */
export function momentFor(
  state: ReplayState,
  at: number,
  offsetAt: (at: number) => number,
): Moment {
  const { rolloverHour } = state.settings
  const utcOffset = offsetAt(at)
  const day = reachedDay(at, offsetAt, rolloverHour)
  const { held } = state
  held.latestDay ??= latestDayOf(state.cards)
  // As a rule none is ahead.
  if (held.latestDay <= day) return { at, utcOffset, day }
  let latest = day
  for (const { lastDay } of state.cards.values()) {
    if (lastDay !== null && lastDay > latest) {
      latest = Math.max(latest, heldStudyDay(lastDay, { at, utcOffset, day }, rolloverHour))
    }
  }
  return { at, utcOffset, day: latest }
}

function latestDayOf(cards: ReplayState['cards']): number {
  let latest = -Infinity
  for (const card of cards.values()) latest = laterDay(latest, card)
  return latest
}

const laterDay = (day: number, { lastDay }: ReplayCard): number =>
  lastDay !== null && lastDay > day ? lastDay : day

function emptyState(
  given: SrsSettings,
  resumed: boolean,
  cards = new Map<string, ReplayCard>(),
): ReplayState {
  const held: HeldLog = {
    settings: given,
    cards,
    digest: EMPTY_DIGEST,
    given,
    cardOf: new Map(),
    histories: new Map(),
    voided: new Set(),
    weights: [],
    latestDay: null,
    resumed,
  }
  return {
    cards,
    held,
    get settings() {
      return held.settings
    },
    get digest() {
      return held.digest
    },
  }
}

/** Adds to `fresh` those of a portion that are not held yet and are understood; all that are new count and can be found. */
function takeNew(
  held: HeldLog,
  entries: readonly Entry[],
  from: number,
  to: number,
  fresh: Entry[],
): void {
  const { cardOf } = held
  const unseen: Entry[] = []
  for (let at = from; at < to; at++) {
    const entry = entries[at]!
    const before = cardOf.size
    const speaks = isUnderstood(entry)
    cardOf.set(entry.id, speaks && 'card' in entry ? entry.card : '')
    if (cardOf.size === before) continue
    unseen.push(entry)
    if (speaks) fresh.push(entry)
  }
  // The digest says what the log holds, understood or not.
  held.digest = joinDigests(held.digest, digestOf(unseen))
}

function historyOf(held: HeldLog, card: string): History {
  let history = held.histories.get(card)
  if (history === undefined) {
    history = newHistory(card, held.cards.get(card) ?? NEW_CARD, [])
    held.histories.set(card, history)
  }
  return history
}

/** Works a card out anew where that is called for, and shows its state. */
function settle(held: HeldLog, history: History): void {
  if (history.disordered) workOut(history, held.voided, held.settings)
  history.touched = false
  if (history.state === NEW_CARD) held.cards.delete(history.card)
  else held.cards.set(history.card, history.state)
  if (held.latestDay !== null) held.latestDay = laterDay(held.latestDay, history.state)
}

/** The weights of the log's latest `weights` entry of this model that counts; without one, those given. */
function settingsInForce({ given, weights, voided }: HeldLog): SrsSettings {
  const { adoptWeights } = memoryModel(given.model)
  let latest: WeightsEntry | null = null
  for (const entry of weights) {
    if (entry.model !== given.model || voided.has(entry.id)) continue
    if (adoptWeights(entry.weights) === null) continue
    if (latest === null || inLogOrder(latest, entry) < 0) latest = entry
  }
  const adopted = latest === null ? null : adoptWeights(latest.weights)
  if (latest === null || adopted === null) return given
  return { ...given, weights: adopted, weightsId: latest.id }
}
