/**
 * What another desired retention would cost: the learner's own cards, studied on by chance for a while.
 *
 * Every card forgets as its model says, is answered with the buttons the learner usually presses, and comes back when the
 * desired retention wants it. A higher retention buys shorter intervals; a lower one buys lapses. The same seed gives the
 * same days, so that two retentions differ by nothing else.
 */
import { type CardState } from './entries.ts'
import { part } from '../tasks.ts'
import type { Rating } from '../model.ts'
import { seededRandom, shuffled } from '../random.ts'
import { NEW_CARD } from './cardState.ts'
import type { Answered } from './measure/answered.ts'
import { buttons, meanTookMs } from './measure/workload.ts'
import { memoryModel } from './models.ts'
import type { SrsSettings } from './settings.ts'

/** How the learner answers; shares of 0 … 1. */
export interface Habits {
  /** Of recalled reviews: hard and easy; the rest is good. */
  readonly hardShare: number
  readonly easyShare: number
  /** Of first answers. */
  readonly firstShares: Readonly<Record<Rating, number>>
  /** What an answer takes on average, ms: the time of a day is their sum. */
  readonly tookMs: number
}

export const USUAL_HABITS: Habits = {
  hardShare: 0.08,
  easyShare: 0.08,
  firstShares: { again: 0.3, hard: 0.1, good: 0.5, easy: 0.1 },
  tookMs: 12_000,
}

export interface SimulationInput {
  readonly states: Iterable<CardState>
  readonly settings: SrsSettings
  readonly today: number
  readonly habits?: Habits
  /** How long to study on. */
  readonly days?: number
  /** New cards not yet introduced, to be introduced at the learner's pace. */
  readonly newCards?: number
  readonly seed?: number
  /** Of more cards than this a random part is simulated, and the result scaled up. */
  readonly mostCards?: number
}

export interface Workload {
  readonly desiredRetention: number
  /** Per day, over the whole time, steps and second tries included. */
  readonly answersPerDay: number
  readonly minutesPerDay: number
  /** Cards that would be recalled if all were asked at the end. */
  readonly remembered: number
}

/** The workload of each desired retention in turn; yields its progress, 0 … 1. */
export function* simulateWorkloads(
  input: SimulationInput,
  retentions: readonly number[],
): Generator<number, Workload[]> {
  const workloads: Workload[] = []
  // Gone through once for each retention: what comes from an iterator is there only once.
  const again = { ...input, states: [...input.states] }
  for (const [index, desiredRetention] of retentions.entries()) {
    const [from, to] = [index / retentions.length, (index + 1) / retentions.length]
    workloads.push(yield* part(from, to, simulate(again, desiredRetention)))
  }
  return workloads
}

function* simulate(input: SimulationInput, desiredRetention: number): Generator<number, Workload> {
  const { settings, today, days = 365, newCards = 0, seed = 1, mostCards = 3_000 } = input
  const { habits = USUAL_HABITS } = input
  const random = seededRandom(seed)
  const introducing = Math.min(newCards, days * settings.newPerDay)
  const all: (CardState | null)[] = [...input.states].filter(
    ({ memory, suspended }) => memory !== null && !suspended,
  )
  for (let card = 0; card < introducing; card++) all.push(null)
  const sample = all.length <= mostCards ? all : shuffled(all, random).slice(0, mostCards)
  const scale = sample.length === 0 ? 1 : all.length / sample.length

  const walk = { settings, today, days, habits, desiredRetention }
  let answers = 0
  let remembered = 0
  let introduced = 0
  for (const [at, state] of sample.entries()) {
    const start = state === null ? Math.floor((introduced++ * scale) / settings.newPerDay) : 0
    // A card has its own luck, whatever happened to the cards before it.
    const luck = seededRandom(Math.imul(seed, 0x9e3779b1) ^ at)
    const path = walkCard(state ?? NEW_CARD, start, walk, luck)
    answers += path.answers
    remembered += path.remembered
    if (at % 50 === 49) yield (at + 1) / sample.length
  }
  const answersPerDay = (answers * scale) / days
  return {
    desiredRetention,
    answersPerDay,
    minutesPerDay: (answersPerDay * habits.tookMs) / 60_000,
    remembered: remembered * scale,
  }
}

interface Walk {
  readonly settings: SrsSettings
  readonly today: number
  readonly days: number
  readonly habits: Habits
  readonly desiredRetention: number
}

/** One card through the whole time: how often it is answered, and its chance of recall at the end. */
function walkCard(
  state: CardState,
  start: number,
  { settings, today, days, habits, desiredRetention }: Walk,
  random: () => number,
): { answers: number; remembered: number } {
  const model = memoryModel(settings.model)
  const { weights, maximumIntervalDays } = settings
  const stepsAfter = (rating: Rating, isNew: boolean): number => {
    if (rating === 'again') {
      return isNew ? settings.learningStepsMinutes.length : settings.relearningStepsMinutes.length
    }
    return isNew && rating !== 'easy' ? Math.max(0, settings.learningStepsMinutes.length - 1) : 0
  }
  let { memory } = state
  let last = state.lastDay === null ? 0 : state.lastDay - today
  let due = memory === null ? start : Math.max(0, (state.dueDay ?? today) - today)
  let answers = 0
  while (due < days) {
    const isNew = memory === null
    const elapsed = Math.max(0, due - last)
    const rating =
      memory === null
        ? firstRating(habits, random())
        : laterRating(model.recall(memory, elapsed, weights), habits, random)
    memory = model.next(memory, elapsed, rating, weights)
    answers += 1
    // Steps of the same day: each is one more answer, and good.
    for (let step = stepsAfter(rating, isNew); step > 0; step--) {
      memory = model.next(memory, 0, 'good', weights)
      answers += 1
    }
    last = due
    const exact = model.intervalDays(memory, desiredRetention, weights)
    due += Math.min(maximumIntervalDays, Math.max(1, Math.round(exact)))
  }
  const remembered = memory === null ? 0 : model.recall(memory, Math.max(0, days - last), weights)
  return { answers, remembered }
}

function firstRating({ firstShares }: Habits, chance: number): Rating {
  const { again, hard, good } = firstShares
  if (chance < again) return 'again'
  if (chance < again + hard) return 'hard'
  return chance < again + hard + good ? 'good' : 'easy'
}

function laterRating(recall: number, habits: Habits, random: () => number): Rating {
  const recalled = random() < recall
  const chance = random()
  if (!recalled) return 'again'
  if (chance < habits.hardShare) return 'hard'
  return chance < habits.hardShare + habits.easyShare ? 'easy' : 'good'
}

/** How a learner answers, by all their answers; what was never seen is as usual. */
export function habitsOf(answered: readonly Answered[]): Habits {
  const pressed = buttons(answered)
  const first = { again: 0, hard: 0, good: 0, easy: 0 }
  for (const { answer, before } of answered) if (before.phase === 'new') first[answer.rating] += 1
  const firsts = first.again + first.hard + first.good + first.easy
  const sum = (rating: Rating) => pressed.young[rating] + pressed.mature[rating]
  const recalled = sum('hard') + sum('good') + sum('easy')
  return {
    hardShare: recalled === 0 ? USUAL_HABITS.hardShare : sum('hard') / recalled,
    easyShare: recalled === 0 ? USUAL_HABITS.easyShare : sum('easy') / recalled,
    firstShares:
      firsts === 0
        ? USUAL_HABITS.firstShares
        : {
            again: first.again / firsts,
            hard: first.hard / firsts,
            good: first.good / firsts,
            easy: first.easy / firsts,
          },
    tookMs: meanTookMs(answered.map(({ answer }) => answer)) ?? USUAL_HABITS.tookMs,
  }
}
