/**
 * The log is the truth; this makes every card's state of it.
 *
 * Entries count once each (by id), in the order of time, then id; voided ones do not count, whether the void came before
 * its target or after. So the state is the same for every order in which entries arrive, however often and in whatever
 * portions. A state can also go on from an image (`image.ts`) without the entries behind it; {@link applyEntries} then
 * says what it would need to know of the past.
 */
import type { Entry, WeightsEntry } from '../model.ts'
import { heldStudyDay, studyDay } from '../time.ts'
import type { Moment } from '../time.ts'
import { afterEntry, NEW_CARD } from './cardState.ts'
import type { CardEntry, ReplayCard } from './cardState.ts'
import { digestOf, EMPTY_DIGEST, joinDigests } from './digest.ts'
import type { Digest } from './digest.ts'
import type { SrsSettings } from './settings.ts'
import { migrateWeights } from './weights.ts'

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
  /** Whether older entries exist that are not held. */
  readonly resumed: boolean
}

/** Entries of one card, voided ones included, in the log's order unless the card is marked to be worked out anew. */
interface History {
  /** The state the entries start from: that of an image, or NEW_CARD. */
  readonly base: ReplayCard
  readonly entries: CardEntry[]
}

export interface Applied {
  /** Cards whose state may have changed. */
  readonly changed: readonly string[]
  /** Cards with entries older than their image: give their whole history to {@link supplyHistory}. */
  readonly stale: readonly string[]
  /** Voided entries that are not held: if the log has them, give their cards' histories to {@link supplyHistory}. */
  readonly sought: readonly string[]
  /** The weights in force changed and the histories are not held: replay the log. */
  readonly rebuild: boolean
}

/** Every card's state after these entries of the log, in whatever order. */
export function replay(entries: readonly Entry[], settings: SrsSettings): ReplayState {
  const state = emptyState(settings, false)
  applyEntries(state, entries)
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
export function applyEntries(state: ReplayState, entries: readonly Entry[]): Applied {
  const { held } = state
  const fresh: string[] = []
  const cardEntries: CardEntry[] = []
  const voids: string[] = []
  for (const entry of entries) {
    if (held.cardOf.has(entry.id)) continue
    fresh.push(entry.id)
    held.cardOf.set(entry.id, 'card' in entry ? entry.card : '')
    if (entry.type === 'void') voids.push(entry.entry)
    else if (entry.type === 'weights') held.weights.push(entry)
    else cardEntries.push(entry)
  }
  held.digest = joinDigests(held.digest, digestOf(fresh))

  const dirty = new Set<string>()
  const sought: string[] = []
  for (const id of voids) {
    if (held.voided.has(id)) continue
    held.voided.add(id)
    const card = held.cardOf.get(id)
    if (card !== undefined && card !== '') dirty.add(card)
    else if (card === undefined && held.resumed) sought.push(id)
  }

  const settings = settingsInForce(held)
  const reweighted = settings.weightsId !== held.settings.weightsId
  if (reweighted && held.resumed) {
    for (const entry of cardEntries) historyOf(held, entry.card).entries.push(entry)
    for (const entry of cardEntries) sortEntries(historyOf(held, entry.card).entries)
    return { changed: [], stale: [], sought, rebuild: true }
  }
  held.settings = settings
  if (reweighted) for (const card of held.histories.keys()) dirty.add(card)

  const changed = new Set<string>(dirty)
  const stale = new Set<string>()
  for (const entry of cardEntries) {
    const history = historyOf(held, entry.card)
    const last = history.entries.at(-1)
    const inOrder = last === undefined || inLogOrder(last, entry) < 0
    history.entries.push(entry)
    changed.add(entry.card)
    if (!isAfterBase(history.base, entry)) stale.add(entry.card)
    if (!inOrder) dirty.add(entry.card)
    if (dirty.has(entry.card) || held.voided.has(entry.id)) continue
    const before = held.cards.get(entry.card) ?? history.base
    held.cards.set(entry.card, afterEntry(before, entry, settings))
  }
  for (const card of dirty) workOut(held, card)
  return { changed: [...changed], stale: [...stale], sought, rebuild: false }
}

/**
 * Works cards out from their whole history: what {@link applyEntries} asks for after an image.
 *
 * @param entries every entry of the log about these cards; what is held already may be among them
 */
export function supplyHistory(
  state: ReplayState,
  cards: readonly string[],
  entries: readonly Entry[],
): void {
  const { held } = state
  for (const card of cards) {
    const recent = held.histories.get(card)?.entries ?? []
    held.histories.set(card, { base: NEW_CARD, entries: [...recent] })
  }
  const wanted = new Set(cards)
  for (const entry of entries) {
    if (!('card' in entry) || !wanted.has(entry.card)) continue
    const history = historyOf(held, entry.card)
    if (history.entries.some(({ id }) => id === entry.id)) continue
    held.cardOf.set(entry.id, entry.card)
    history.entries.push(entry)
  }
  for (const card of wanted) workOut(held, card)
}

/**
 * The entry an undo takes back: this device's latest that counts, answers as well as suspensions, flags and the like.
 *
 * @param since ms; entries before it are out of reach (the session's start)
 */
export function undoTarget(
  state: ReplayState,
  device: string,
  since = -Infinity,
): CardEntry | null {
  let latest: CardEntry | null = null
  for (const { entries } of state.held.histories.values()) {
    for (const entry of entries) {
      if (entry.device !== device || entry.at < since || state.held.voided.has(entry.id)) continue
      if (latest === null || inLogOrder(latest, entry) < 0) latest = entry
    }
  }
  return latest
}

/** What has been done on a study day, over all cards: the part of the day's limits that is used up. */
export function dayCounts(
  state: ReplayState,
  day: number,
): { readonly introduced: number; readonly reviewed: number } {
  let introduced = 0
  let reviewed = 0
  for (const card of state.cards.values()) {
    if (card.introducedDay === day) introduced += 1
    if (card.reviewedDay === day) reviewed += 1
  }
  return { introduced, reviewed }
}

/** The moment with its study day, held back when the learner has travelled west: see {@link heldStudyDay}. */
export function momentFor(state: ReplayState, at: number, utcOffset: number): Moment {
  const { rolloverHour } = state.settings
  const day = studyDay(at, utcOffset, rolloverHour)
  let latest = day
  for (const { lastDay } of state.cards.values()) {
    if (lastDay !== null && lastDay > latest) {
      latest = heldStudyDay(lastDay, { at, utcOffset }, rolloverHour) === lastDay ? lastDay : latest
    }
  }
  return { at, utcOffset, day: latest }
}

/** The log's order: by time, then by id. */
export function inLogOrder(a: Entry, b: Entry): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

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

function historyOf(held: HeldLog, card: string): History {
  let history = held.histories.get(card)
  if (history === undefined) {
    history = { base: held.cards.get(card) ?? NEW_CARD, entries: [] }
    held.histories.set(card, history)
  }
  return history
}

function isAfterBase(base: ReplayCard, entry: CardEntry): boolean {
  if (base.last === null) return true
  return entry.at > base.lastEntryAt || (entry.at === base.lastEntryAt && entry.id > base.last)
}

function workOut(held: HeldLog, card: string): void {
  const history = historyOf(held, card)
  sortEntries(history.entries)
  let state = history.base
  for (const entry of history.entries) {
    if (!held.voided.has(entry.id)) state = afterEntry(state, entry, held.settings)
  }
  if (state === NEW_CARD) held.cards.delete(card)
  else held.cards.set(card, state)
}

function sortEntries(entries: CardEntry[]): void {
  entries.sort(inLogOrder)
}

/** The weights of the log's latest `weights` entry of this model that counts; without one, those given. */
function settingsInForce({ given, weights, voided }: HeldLog): SrsSettings {
  let latest: WeightsEntry | null = null
  for (const entry of weights) {
    if (entry.model !== given.model || voided.has(entry.id) || usable(entry) === null) continue
    if (latest === null || inLogOrder(latest, entry) < 0) latest = entry
  }
  const values = latest === null ? null : usable(latest)
  if (latest === null || values === null) return given
  return { ...given, weights: values, weightsId: latest.id }
}

function usable(entry: WeightsEntry): readonly number[] | null {
  return entry.model === 'fsrs-6' ? migrateWeights(entry.weights) : entry.weights
}
