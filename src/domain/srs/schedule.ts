/** What each button would do to a card: its new memory, its next phase and when it comes back. */
import { type AnswerDraft, type CardState } from './entries.ts'
import { type Memory, type Phase, type Rating } from '../model.ts'
import { DAY_MS, DAY_SECONDS, SECOND_MS, studyDay, studyDayOf, studyDayStart } from '../time.ts'
import type { Moment } from '../time.ts'
import { fuzzBounds, fuzzFraction, plainFuzz } from './fuzz.ts'
import type { IntervalChooser } from './fuzz.ts'
import { isLeech } from './leech.ts'
import { memoryModel } from './models.ts'
import type { SrsSettings } from './settings.ts'
import { stepDelays } from './steps.ts'

/** The outcome of one button. What it says is what {@link answerEntry} writes to the log. */
export interface Choice {
  readonly phase: Exclude<Phase, 'new'>
  /** Learning steps still to do, the current one included; 0 in review. */
  readonly remaining: number
  readonly memory: Memory
  readonly intervalSeconds: number
  /** ms; for a step that ends within the study day. */
  readonly dueAt: number | null
  /** Study day; for everything else. Exactly one of the two is null. */
  readonly dueDay: number | null
  /** Lapses of the card after it. */
  readonly lapses: number
  /** Whether this lapse makes the card a leech. */
  readonly leech: boolean
}

/**
 * The outcome of each button for a card at a moment.
 *
 * Learning and relearning cards go through their steps; a step that would end after the next rollover becomes whole days.
 * Everything else waits until recall is expected to have fallen to the desired retention. In days, hard < good < easy
 * where the maximum allows, and an interval that should grow never shrinks by fuzz.
 *
 * @param card its id: fuzz depends on it
 * @param chooseDays picks the day within the fuzz range (`balance.ts`); by default every day is equally likely
 */
export function choices(
  state: CardState,
  at: Moment,
  settings: SrsSettings,
  card: string,
  chooseDays: IntervalChooser = plainFuzz,
): Record<Rating, Choice> {
  const choose = chooser(state, at, settings, card, chooseDays)
  const hard = choose('hard', 1)
  const good = choose('good', daysOf(hard) + 1)
  const easy = choose('easy', daysOf(good) + 1)
  return { again: choose('again', 1), hard, good, easy }
}

/** One of the {@link choices} alone, by plain fuzz: what replay needs. */
export function choiceOf(
  rating: Rating,
  state: CardState,
  at: Moment,
  settings: SrsSettings,
  card: string,
): Choice {
  const choose = chooser(state, at, settings, card, plainFuzz)
  if (rating === 'again' || rating === 'hard') return choose(rating, 1)
  const good = choose('good', daysOf(choose('hard', 1)) + 1)
  return rating === 'good' ? good : choose('easy', daysOf(good) + 1)
}

/** Days of a choice in review; 0 of a step. */
function daysOf({ phase, intervalSeconds }: Choice): number {
  return phase === 'review' ? intervalSeconds / DAY_SECONDS : 0
}

/** Makes the choice of a rating, whose interval in review must be at least so many days. */
function chooser(
  state: CardState,
  at: Moment,
  settings: SrsSettings,
  card: string,
  chooseDays: IntervalChooser,
): (rating: Rating, leastDays: number) => Choice {
  const model = memoryModel(settings.model)
  const day = studyDayOf(at, settings.rolloverHour)
  const elapsedDays = elapsedSince(state, at.at, day, model.wholeDays)
  const delays = delaysOf(state, settings)
  return (rating, leastDays) => {
    const memory = model.next(state.memory, elapsedDays, rating, settings.weights)
    const lapsed = rating === 'again' && state.phase === 'review'
    const lapses = state.lapses + (lapsed ? 1 : 0)
    const leech = lapsed && isLeech(lapses, settings.leechThreshold)
    const delay = delays[rating]
    if (delay !== null) {
      const step = stepAfter(state, rating, settings)
      return { ...step, memory, ...afterDelay(delay, at, day, settings), lapses, leech }
    }
    const exact = model.intervalDays(memory, settings.desiredRetention, settings.weights)
    const least = Math.max(leastDays, shrinkGuard(state, Math.round(exact)))
    const days = fuzzedDays(exact, least, settings, chooseDays, fuzzFraction(card, state.reps))
    return {
      phase: 'review',
      remaining: 0,
      memory,
      intervalSeconds: days * DAY_SECONDS,
      dueAt: null,
      dueDay: day + days,
      lapses,
      leech,
    }
  }
}

/** The interval in whole days: within the fuzz range when fuzz is on, else rounded; at most the maximum. */
function fuzzedDays(
  exact: number,
  least: number,
  { fuzz, maximumIntervalDays }: SrsSettings,
  chooseDays: IntervalChooser,
  fraction: number,
): number {
  const minimum = Math.min(least, maximumIntervalDays)
  if (!fuzz) return Math.min(maximumIntervalDays, Math.max(minimum, Math.round(exact)))
  const [low, high] = fuzzBounds(exact, minimum, maximumIntervalDays)
  return low === high ? low : chooseDays(low, high, fraction)
}

/** Days since the card's last answer as its memory model counts them; never below 0. */
export function elapsedSince(
  state: CardState,
  at: number,
  day: number,
  wholeDays: boolean,
): number {
  if (wholeDays) return state.lastDay === null ? 0 : Math.max(0, day - state.lastDay)
  return typeof state.lastAt === 'number' ? Math.max(0, (at - state.lastAt) / DAY_MS) : 0
}

/** What the log is to say of an answer: the choice as it stood on the button, and the circumstances. */
export function answerEntry(given: {
  readonly card: string
  readonly rating: Rating
  readonly tookMs: number
  readonly at: Moment
  readonly choice: Choice
  /** `last` of the card's state that the choice was made from. */
  readonly previous: string | null
  readonly settings: SrsSettings
}): AnswerDraft {
  const { choice, settings } = given
  return {
    card: given.card,
    type: 'answer',
    rating: given.rating,
    tookMs: Math.min(60_000, Math.max(0, Math.round(given.tookMs))),
    utcOffset: given.at.utcOffset,
    rolloverHour: settings.rolloverHour,
    studyDay: studyDayOf(given.at, settings.rolloverHour),
    phase: choice.phase,
    remaining: choice.remaining,
    intervalSeconds: choice.intervalSeconds,
    dueAt: choice.dueAt,
    dueDay: choice.dueDay,
    weights: settings.weightsId,
    model: settings.model,
    previous: given.previous,
  }
}

/** Seconds until the card comes back, per button; null where the interval is the memory model's. */
function delaysOf(state: CardState, settings: SrsSettings): Record<Rating, number | null> {
  if (state.phase === 'review') {
    const { again } = stepDelays(settings.relearningStepsMinutes, Infinity)
    return { again, hard: null, good: null, easy: null }
  }
  const steps = stepsOf(state.phase, settings)
  return {
    ...stepDelays(steps, state.phase === 'new' ? steps.length : state.remaining),
    easy: null,
  }
}

/** Where a button leads within the steps, if it does not lead out of them. */
function stepAfter(
  state: CardState,
  rating: Rating,
  settings: SrsSettings,
): Pick<Choice, 'phase' | 'remaining'> {
  const phase = state.phase === 'new' || state.phase === 'learning' ? 'learning' : 'relearning'
  const total = stepsOf(phase, settings).length
  const current = state.phase === 'new' ? total : Math.min(Math.max(1, state.remaining), total)
  const remaining = rating === 'again' ? total : rating === 'hard' ? current : current - 1
  return { phase, remaining }
}

function stepsOf(phase: Phase, settings: SrsSettings): readonly number[] {
  return phase === 'new' || phase === 'learning'
    ? settings.learningStepsMinutes
    : settings.relearningStepsMinutes
}

function afterDelay(
  seconds: number,
  at: Moment,
  day: number,
  settings: SrsSettings,
): Pick<Choice, 'intervalSeconds' | 'dueAt' | 'dueDay'> {
  const dueAt = at.at + seconds * SECOND_MS
  if (dueAt < studyDayStart(day + 1, at.utcOffset, settings.rolloverHour)) {
    return { intervalSeconds: seconds, dueAt, dueDay: null }
  }
  const dueDay = studyDay(dueAt, at.utcOffset, settings.rolloverHour)
  return { intervalSeconds: (dueDay - day) * DAY_SECONDS, dueAt: null, dueDay }
}

/** The least interval of a card whose interval is due to grow: a day more than the last; else 1. */
function shrinkGuard(state: CardState, days: number): number {
  if (state.phase !== 'review' || state.dueDay === null || state.lastDay === null) return 1
  const last = state.dueDay - state.lastDay
  return days > last ? last + 1 : 1
}
