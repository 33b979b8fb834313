/** One look at every card: which could be asked today, what has been done today already, and what the limits leave. */
import type { CardKind } from '../../model.ts'
import type { Moment } from '../../time.ts'
import { NEW_CARD } from '../cardState.ts'
import type { ReplayCard } from '../cardState.ts'
import { isStable, memoryModel } from '../models.ts'
import { elapsedSince } from '../schedule.ts'
import type { SrsSettings } from '../settings.ts'

/** As much of a card as a queue needs. */
export interface QueueCard {
  readonly id: string
  readonly note: string
  readonly article: string
  readonly kind: CardKind
}

export interface ArticleLimits {
  readonly newPerDay?: number
  readonly reviewsPerDay?: number
}

export interface QueueInput {
  /** Cards that may be asked at all; new ones are learnt in this order where their ranks tie. */
  readonly cards: readonly QueueCard[]
  /** `cards` of the replayed state; the queue goes on reading it. */
  readonly states: ReadonlyMap<string, ReplayCard>
  readonly now: Moment
  /** `settings` of the replayed state: the learner's, with the weights in force. */
  readonly settings: SrsSettings
  /** A new card's place among the new: least first, Infinity for not now. Without it, the order of `cards`. */
  readonly newRank?: (card: QueueCard) => number
  /** Whether two new cards look or sound alike, so that they are not introduced on one day. */
  readonly alike?: (a: QueueCard, b: QueueCard) => boolean
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
  /** New cards that are not locked: producing a term waits until reading it is stable. */
  readonly fresh: readonly QueueCard[]
  /** Cards introduced today. */
  readonly introduced: QueueCard[]
  /** Notes with a card answered today. */
  readonly answeredNotes: ReadonlySet<string>
  readonly introducedToday: DayTally
  readonly reviewedToday: DayTally
}

export function surveyCards(input: QueueInput, day: number): Survey {
  const intraday: QueueCard[] = []
  const interday: QueueCard[] = []
  const due: QueueCard[] = []
  const fresh: QueueCard[] = []
  const introduced: QueueCard[] = []
  const answeredNotes = new Set<string>()
  const introducedToday: DayTally = { total: 0, byArticle: new Map() }
  const reviewedToday: DayTally = { total: 0, byArticle: new Map() }
  for (const card of input.cards) {
    const state = input.states.get(card.id) ?? NEW_CARD
    if (state.lastDay === day) answeredNotes.add(card.note)
    if (state.introducedDay === day) {
      introduced.push(card)
      countArticle(introducedToday, card.article)
    }
    if (state.reviewedDay === day) countArticle(reviewedToday, card.article)
    if (state.suspended || (state.buriedUntilDay !== null && state.buriedUntilDay > day)) continue
    if (state.phase === 'new') fresh.push(card)
    else if (state.phase !== 'review' && state.dueAt !== null) intraday.push(card)
    else if (state.dueDay === null || state.dueDay > day) continue
    else if (state.phase === 'review') due.push(card)
    else interday.push(card)
  }
  // In all, cards that have left the library since count as well: what the day allowed is used up.
  for (const state of input.states.values()) {
    if (state.introducedDay === day) introducedToday.total += 1
    if (state.reviewedDay === day) reviewedToday.total += 1
  }
  return {
    intraday,
    interday,
    due,
    fresh: unlocked(fresh, input),
    introduced,
    answeredNotes,
    introducedToday,
    reviewedToday,
  }
}

/** The new cards less those that ask to produce what cannot be read for certain yet; reading that is suspended holds nothing up. */
function unlocked(fresh: readonly QueueCard[], input: QueueInput): readonly QueueCard[] {
  const producing = new Set<string>()
  for (const { kind, note } of fresh) if (kind === 'produce') producing.add(note)
  if (producing.size === 0) return fresh
  const unread = new Set<string>()
  for (const { id, kind, note } of input.cards) {
    if (kind !== 'read' || !producing.has(note)) continue
    const state = input.states.get(id) ?? NEW_CARD
    if (!state.suspended && !isStable(state, input.settings)) unread.add(note)
  }
  return fresh.filter(({ kind, note }) => kind !== 'produce' || !unread.has(note))
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
  const learnt = input.cards.filter((card) => {
    const state = input.states.get(card.id) ?? NEW_CARD
    return state.memory !== null && !state.suspended
  })
  return inReviewOrder(learnt, input, day)
}
