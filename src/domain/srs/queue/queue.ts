/**
 * What comes next today.
 *
 * Learning cards whose minute has come go first, then learning cards of earlier days, then reviews, least likely to be
 * recalled first, with the new cards spread evenly among them. Siblings (cards of one note, or that show the same
 * sentence) never meet on one day, the same card never comes twice running while there is another, and when nothing else is left a learning card may come up to
 * twenty minutes early. When reviews have piled up to twice the day's budget or more, the budget stays as it is and new
 * cards pause.
 *
 * {@link buildQueue} looks once at every card that was ever asked; after that {@link nextCard} and {@link answered} touch only what moved. Both
 * read the states they were given as they are now, so a card that was suspended or answered elsewhere is passed over.
 */
import { type CardState } from '../entries.ts'
import { MINUTE_MS, studyDayOf } from '../../time.ts'
import { NEW_CARD } from '../cardState.ts'
import { chooseNew } from './newCards.ts'
import { firstPlace, type QueueCard, slotAt } from './notes.ts'
import { dailyLimit, inReviewOrder, surveyCards } from './survey.ts'
import type { QueueInput, Survey } from './survey.ts'
import { copyOfTaken, isTaken, nothingTaken, take, type Taken } from './taken.ts'

export type { QueueCard } from './notes.ts'
export type { ArticleLimits, QueueInput } from './survey.ts'

/** Changed in place by {@link nextCard}, {@link answered} and {@link rerankNew}; read it through {@link summarise}. */
export interface Queue {
  readonly input: QueueInput
  /** The study day it is for; on another day a new one must be built. */
  readonly day: number
  /** Whether new cards pause because reviews have piled up. */
  readonly paused: boolean
  readonly survey: Survey
  /** Cards in learning with a due minute, soonest first. */
  readonly intraday: Timed[]
  /** Learning cards of earlier days, then today's reviews, in the order to ask them. */
  readonly main: readonly QueueCard[]
  /** Today's new cards, in order. */
  fresh: readonly QueueCard[]
  mainDone: number
  freshDone: number
  /** What came today: none of its siblings may. */
  readonly taken: Taken
  last: string | null
}

interface Timed {
  readonly card: QueueCard
  readonly dueAt: number
}

export interface QueueSummary {
  /** In learning and still to come today. */
  readonly learning: number
  readonly reviews: number
  /** New cards still to come today. */
  readonly fresh: number
  /** Estimate for all three. */
  readonly minutes: number
  readonly paused: boolean
  /** When a learning card waits and nothing can be shown now: from when, ms, it can; else null. */
  readonly nextAt: number | null
}

const USUAL_TOOK_MS = 12_000

/** Today's queue as of `input.now`. About 20 ms for 20,000 cards. */
export function buildQueue(input: QueueInput): Queue {
  const day = studyDayOf(input.now, input.settings.rolloverHour)
  const survey = surveyCards(input, day)
  const taken = nothingTaken()
  for (const card of survey.answered) take(taken, input, card, day)
  const passes = (card: QueueCard): boolean => {
    if (stateOf(input, card).lastDay === day) return true
    if (isTaken(taken, input, card, day)) return false
    take(taken, input, card, day)
    return true
  }
  const intraday = survey.intraday
    .map((card) => ({ card, dueAt: stateOf(input, card).dueAt ?? 0 }))
    .toSorted((a, b) => a.dueAt - b.dueAt)
    .filter(({ card }) => passes(card))
  const interday = inReviewOrder(survey.interday, input, day).filter(passes)
  const limit = dailyLimit(input, survey.reviewedToday, 'reviewsPerDay')
  const reviews: QueueCard[] = []
  for (const card of inReviewOrder(survey.due, input, day)) {
    if (limit.left <= 0) break
    if (limit.allows(card) && passes(card)) {
      limit.use(card)
      reviews.push(card)
    }
  }
  const backlog = survey.due.length + survey.reviewedToday.total
  const queue: Queue = {
    input,
    day,
    paused: survey.due.length > 0 && backlog >= 2 * input.settings.reviewsPerDay,
    survey,
    intraday,
    main: [...interday, ...reviews],
    fresh: [],
    mainDone: 0,
    freshDone: 0,
    taken,
    last: input.last ?? null,
  }
  rerankNew(queue)
  return queue
}

/**
 * The card to show at `now` (ms); null when there is none yet ({@link QueueSummary.nextAt}) or none left today.
 *
 * Asking again without an answer in between gives the same card, or a learning card whose minute has come since.
 */
export function nextCard(queue: Queue, now: number): QueueCard | null {
  const soon = now + queue.input.settings.learnAheadMinutes * MINUTE_MS
  let early: QueueCard | null = null
  let again: QueueCard | null = null
  for (const { card, dueAt } of queue.intraday) {
    if (dueAt > soon) break
    if (card.id === queue.last) again = card
    else if (dueAt <= now) return card
    else early ??= card
  }
  return nextOfMain(queue) ?? early ?? again
}

/**
 * Tells the queue that a card was answered, after its state has been brought up to date.
 *
 * To take an answer back, build the queue anew once the state is as before: what was due then is due again.
 */
export function answered(queue: Queue, card: QueueCard): void {
  if (queue.main[queue.mainDone]?.id === card.id) queue.mainDone += 1
  else if (queue.fresh[queue.freshDone]?.id === card.id) {
    queue.freshDone += 1
    queue.survey.introduced.push(card)
  }
  const at = queue.intraday.findIndex((timed) => timed.card.id === card.id)
  if (at >= 0) queue.intraday.splice(at, 1)
  const state = stateOf(queue.input, card)
  if (inLearning(state) && state.dueAt !== null && isShowable(state, queue.day)) {
    const { dueAt } = state
    const later = queue.intraday.findIndex((timed) => timed.dueAt > dueAt)
    queue.intraday.splice(later < 0 ? queue.intraday.length : later, 0, { card, dueAt })
  }
  take(queue.taken, queue.input, card, queue.day)
  queue.last = card.id
}

/**
 * Tells the queue that a card cannot be shown: it is not asked again before the queue is built anew, whatever its state
 * says.
 */
export function dropped(queue: Queue, { id }: QueueCard): void {
  if (queue.main[queue.mainDone]?.id === id) queue.mainDone += 1
  else if (queue.fresh[queue.freshDone]?.id === id) queue.freshDone += 1
  const at = queue.intraday.findIndex(({ card }) => card.id === id)
  if (at >= 0) queue.intraday.splice(at, 1)
}

/** Cards one of which is likely to be next but one, for reading ahead. */
export function comingSoon(queue: Queue): readonly QueueCard[] {
  const { main, mainDone, fresh, freshDone, intraday } = queue
  const learning = intraday.slice(0, 1).map(({ card }) => card)
  return [
    ...main.slice(mainDone, mainDone + 2),
    ...fresh.slice(freshDone, freshDone + 2),
    ...learning,
  ]
}

/** Chooses the new cards still to come anew: after an answer, or a tap on "I know this", has changed their ranks. */
export function rerankNew(queue: Queue): void {
  const { input, survey } = queue
  const done = queue.fresh.slice(0, queue.freshDone)
  const limit = dailyLimit(input, survey.introducedToday, 'newPerDay', queue.paused)
  for (const card of done) if (stateOf(input, card).phase !== 'new') limit.use(card)
  const rows = rowsWithNew(survey)
  const choice = { firstNew: (row: number) => firstNewOf(queue, row), ...siblingsOf(queue) }
  queue.fresh = [...done, ...chooseNew(rows, survey.fresh, choice, survey.introduced, limit, input)]
}

/** What has come today, and what is chosen besides. */
function siblingsOf({ taken, input, day }: Queue) {
  const met = copyOfTaken(taken)
  return {
    isTaken: (card: QueueCard) => isTaken(met, input, card, day),
    take: (card: QueueCard) => take(met, input, card, day),
  }
}

/** Whether more new cards could be asked for than today's queue holds. */
export function hasMoreNew(queue: Queue): boolean {
  const siblings = siblingsOf(queue)
  for (const card of queue.fresh.slice(queue.freshDone)) siblings.take(card)
  return rowsWithNew(queue.survey).some((row) => {
    const card = firstNewOf(queue, row)
    return card !== null && !siblings.isTaken(card)
  })
}

function rowsWithNew({ fresh }: Survey): Int32Array {
  return Int32Array.from(fresh.keys()).filter((row) => fresh[row] !== 0)
}

/** The first new card of a note that may come today; null when there is none. */
function firstNewOf({ input, survey, taken, day }: Queue, row: number): QueueCard | null {
  const { notes, states } = input
  if (taken.notes.has(notes.noteAt(row))) return null
  const place = firstPlace(survey.fresh[row]!, (at) => {
    const state = states.get(notes.idAt(slotAt(row, at))) ?? NEW_CARD
    return state.phase === 'new' && isShowable(state, day)
  })
  return place === null ? null : notes.cardAt(slotAt(row, place))
}

/** Whole minutes that so many answers take. */
export const minutesFor = (answers: number, tookMs = USUAL_TOOK_MS): number =>
  Math.ceil((answers * tookMs) / MINUTE_MS)

/** Reviews due, those beyond the day's budget included. */
export const backlogOf = (queue: Queue): number =>
  queue.survey.due.filter((card) => isDue(queue, card)).length

/** How much of today is left at `now` (ms). */
export function summarise(queue: Queue, now: number): QueueSummary {
  const { input } = queue
  const left = queue.main.slice(queue.mainDone).filter((card) => isDue(queue, card))
  const reviews = left.filter((card) => stateOf(input, card).phase === 'review').length
  const waiting = queue.intraday.filter(({ card }) => isShowable(stateOf(input, card), queue.day))
  const learning = waiting.length + left.length - reviews
  const fresh = queue.fresh.slice(queue.freshDone).filter((card) => isNew(queue, card)).length
  // A new card is met once, and then once for every step.
  const answers = learning + reviews + fresh * (1 + input.settings.learningStepsMinutes.length)
  const soonest = waiting[0]
  const idle = left.length + fresh === 0 && soonest !== undefined
  const nextAt = idle ? soonest.dueAt - input.settings.learnAheadMinutes * MINUTE_MS : null
  return {
    learning,
    reviews,
    fresh,
    minutes: minutesFor(answers, input.tookMs),
    paused: queue.paused,
    nextAt: nextAt !== null && nextAt > now ? nextAt : null,
  }
}

/** The next review, or the next new card when it is its turn: after n of N new, n/N of the reviews should be done. */
function nextOfMain(queue: Queue): QueueCard | null {
  while (queue.mainDone < queue.main.length && !isDue(queue, queue.main[queue.mainDone]!)) {
    queue.mainDone += 1
  }
  while (queue.freshDone < queue.fresh.length && !isNew(queue, queue.fresh[queue.freshDone]!)) {
    queue.freshDone += 1
  }
  const review = queue.main[queue.mainDone] ?? null
  const fresh = queue.fresh[queue.freshDone] ?? null
  if (review === null || fresh === null) return review ?? fresh
  const freshShare = (queue.freshDone + 1) / (queue.fresh.length + 1)
  const mainShare = (queue.mainDone + 1) / (queue.main.length + 1)
  return freshShare <= mainShare ? fresh : review
}

function stateOf(input: QueueInput, card: QueueCard): CardState {
  return input.states.get(card.id) ?? NEW_CARD
}

function isShowable(state: CardState, day: number): boolean {
  return !state.suspended && (state.buriedUntilDay === null || state.buriedUntilDay <= day)
}

function inLearning({ phase }: CardState): boolean {
  return phase === 'learning' || phase === 'relearning'
}

function isDue(queue: Queue, card: QueueCard): boolean {
  const state = stateOf(queue.input, card)
  return state.dueDay !== null && state.dueDay <= queue.day && isShowable(state, queue.day)
}

function isNew(queue: Queue, card: QueueCard): boolean {
  const state = stateOf(queue.input, card)
  return state.phase === 'new' && isShowable(state, queue.day)
}
