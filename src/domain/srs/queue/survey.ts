/** One look at every card that was ever asked: which could be asked today, what has been done today already, and what the limits leave. */
import type { Moment } from '../../time.ts'
import { NEW_CARD } from '../cardState.ts'
import type { ReplayCard } from '../cardState.ts'
import { isStable, memoryModel } from '../models.ts'
import { elapsedSince } from '../schedule.ts'
import type { SrsSettings } from '../settings.ts'
import { placeOf, placesWhere, type QueueCard, type QueueNotes, rowOf, slotAt } from './notes.ts'

export interface ArticleLimits {
  readonly newPerDay?: number
  readonly reviewsPerDay?: number
}

export interface QueueInput {
  /** New ones are learnt in this order where their ranks tie. */
  readonly notes: QueueNotes
  /** `cards` of the replayed state; the queue goes on reading it. */
  readonly states: ReadonlyMap<string, ReplayCard>
  readonly now: Moment
  /** `settings` of the replayed state: the learner's, with the weights in force. */
  readonly settings: SrsSettings
  /** A note's place among those with new cards: least first, Infinity for not now. Without it, the order of `notes`. */
  readonly newRank?: (note: string) => number
  /** Whether two notes look or sound alike, so that they are not introduced on one day. */
  readonly alike?: (a: string, b: string) => boolean
  /** New cards asked for today beyond the limit ("5 more new"), in all; they come even when new cards pause. */
  readonly more?: number
  /** Limits of single articles, besides those over all. */
  readonly limitsOf?: (article: string) => ArticleLimits
  /** Usual time of an answer, for the estimate; ms. */
  readonly tookMs?: number
  /** Id of the card shown last, so that it is not shown again at once. */
  readonly last?: string
}

/** A count over all articles and for each. */
export interface DayTally {
  total: number
  readonly byArticle: Map<string, number>
}

export interface Survey {
  readonly intraday: readonly QueueCard[]
  readonly interday: readonly QueueCard[]
  /** Reviews due, whatever the limits. */
  readonly due: readonly QueueCard[]
  /** Of each row, the places of new cards that are not locked, as bits. */
  readonly fresh: Uint32Array
  /** Cards introduced today. */
  readonly introduced: QueueCard[]
  /** Cards answered today. */
  readonly answered: readonly QueueCard[]
  readonly introducedToday: DayTally
  readonly reviewedToday: DayTally
}

export function surveyCards(input: QueueInput, day: number): Survey {
  const { notes, states } = input
  const intraday: number[] = []
  const interday: number[] = []
  const due: number[] = []
  const introduced: number[] = []
  const answered: number[] = []
  const introducedToday: DayTally = { total: 0, byArticle: new Map() }
  const reviewedToday: DayTally = { total: 0, byArticle: new Map() }
  /** Of each row, the places of cards with a state; and of those that are not new, or not to be shown today. */
  const met = new Uint32Array(notes.rows)
  const spent = new Uint32Array(notes.rows)
  for (const [id, state] of states) {
    // Cards that have left the library since count as well: what the day allowed is used up.
    if (state.introducedDay === day) introducedToday.total += 1
    if (state.reviewedDay === day) reviewedToday.total += 1
    const slot = notes.slotOf(id)
    if (slot < 0) continue
    const row = rowOf(slot)
    const bit = 1 << placeOf(slot)
    met[row]! |= bit
    if (state.lastDay === day) answered.push(slot)
    if (state.introducedDay === day) {
      introduced.push(slot)
      countArticle(introducedToday, notes.cardAt(slot).article)
    }
    if (state.reviewedDay === day) countArticle(reviewedToday, notes.cardAt(slot).article)
    const away = state.suspended || (state.buriedUntilDay !== null && state.buriedUntilDay > day)
    if (state.phase === 'new' && !away) continue
    spent[row]! |= bit
    if (away) continue
    if (state.phase !== 'review' && state.dueAt !== null) intraday.push(slot)
    else if (state.dueDay === null || state.dueDay > day) continue
    else if (state.phase === 'review') due.push(slot)
    else interday.push(slot)
  }
  return {
    intraday: cardsIn(notes, intraday),
    interday: cardsIn(notes, interday),
    due: cardsIn(notes, due),
    fresh: unlocked(input, met, spent),
    introduced: cardsIn(notes, introduced),
    answered: cardsIn(notes, answered),
    introducedToday,
    reviewedToday,
  }
}

/** The cards of some slots, in the order of their notes. */
function cardsIn(notes: QueueNotes, slots: readonly number[]): QueueCard[] {
  return Array.from(Int32Array.from(slots).sort(), (slot) => notes.cardAt(slot))
}

/** Of each row, the places of new cards less those that wait for another card of their note. */
function unlocked({ notes, states, settings }: QueueInput, met: Uint32Array, spent: Uint32Array) {
  const fresh = new Uint32Array(notes.rows)
  /** Of notes none of whose cards was ever asked, by the places they have. */
  const ofUnmet = new Map<number, number>()
  for (let row = 0; row < notes.rows; row++) {
    const places = notes.placesAt(row)
    const candidates = places & ~spent[row]!
    if (candidates === 0) continue
    const stateAt = (place: number) =>
      (met[row]! & (1 << place)) === 0
        ? NEW_CARD
        : (states.get(notes.idAt(slotAt(row, place))) ?? NEW_CARD)
    const firm = (place: number): boolean => {
      const state = stateAt(place)
      return !state.suspended && isStable(state, settings)
    }
    const settled = (place: number): boolean => stateAt(place).suspended || firm(place)
    const open = met[row] === 0 ? ofUnmet.get(places) : undefined
    fresh[row] =
      open ?? placesWhere(candidates, (place) => notes.isUnlocked(place, places, settled, firm))
    if (met[row] === 0) ofUnmet.set(places, fresh[row]!)
  }
  return fresh
}

function countArticle(tally: DayTally, article: string): void {
  tally.byArticle.set(article, (tally.byArticle.get(article) ?? 0) + 1)
}

/** What a limit per day still leaves, over all and per article. */
export interface DailyLimit {
  readonly left: number
  allows(card: QueueCard): boolean
  use(card: QueueCard): void
}

/**
 * @param which the limit meant; for new cards those asked for besides are included
 * @param paused whether the day's own allowance is withheld, so that only those asked for besides are left
 */
export function dailyLimit(
  { settings, limitsOf, more = 0 }: QueueInput,
  used: DayTally,
  which: 'newPerDay' | 'reviewsPerDay',
  paused = false,
): DailyLimit {
  const extra = which === 'newPerDay' ? more : 0
  const extraUsed = Math.max(0, used.total - settings[which])
  let left =
    (paused ? 0 : Math.max(0, settings[which] - used.total)) + Math.max(0, extra - extraUsed)
  const leftOf = new Map<string, number>()
  const ofArticle = (article: string): number => {
    let value = leftOf.get(article)
    if (value === undefined) {
      value = (limitsOf?.(article)[which] ?? Infinity) - (used.byArticle.get(article) ?? 0)
      leftOf.set(article, value)
    }
    return value
  }
  return {
    get left() {
      return left
    },
    allows: ({ article }) => left > 0 && ofArticle(article) > 0,
    use: ({ article }) => {
      left -= 1
      leftOf.set(article, ofArticle(article) - 1)
    },
  }
}

/** Rows fit in this many; a sort key is an integer times this, plus the row, and stays an exact number. */
const ROWS = 2 ** 21

/** The cards least likely to be recalled first, or longest overdue first; ties in the order given. */
export function inReviewOrder(
  cards: readonly QueueCard[],
  { states, settings, now }: QueueInput,
  day: number,
): QueueCard[] {
  const model = memoryModel(settings.model)
  const keys = new Float64Array(cards.length)
  cards.forEach((card, row) => {
    const state = states.get(card.id) ?? NEW_CARD
    const elapsedDays = elapsedSince(state, now.at, day, model.wholeDays)
    const recall =
      state.memory === null ? 0 : model.recall(state.memory, elapsedDays, settings.weights)
    const key = settings.reviewOrder === 'risk' ? recall * 2 ** 31 : (state.dueDay ?? day) + 2 ** 20
    keys[row] = Math.floor(key) * ROWS + row
  })
  return Array.from(keys.sort(), (key) => cards[key % ROWS]!)
}

/**
 * All cards that have been learnt at all, least likely to be recalled first: for practice, which asks and shows but writes
 * nothing to the log, so that no schedule moves.
 */
export function practiceOrder(input: QueueInput, day: number): QueueCard[] {
  const learnt: number[] = []
  for (const [id, { memory, suspended }] of input.states) {
    if (memory === null || suspended) continue
    const slot = input.notes.slotOf(id)
    if (slot >= 0) learnt.push(slot)
  }
  return inReviewOrder(cardsIn(input.notes, learnt), input, day)
}
