/** Learners made up from a model of memory, to see what an optimiser makes of what they would have answered. */
import { type Memory, RATINGS } from '../../src/domain/model.ts'
import { seededRandom } from '../../src/domain/random.ts'
import { DEFAULT_WEIGHTS, intervalDays, nextMemory } from '../../src/domain/srs/memory.ts'
import { memoryModel } from '../../src/domain/srs/models.ts'
import type { MemoryModel } from '../../src/domain/srs/models.ts'
import { trainingSet } from '../../src/domain/srs/fit/trainingSet.ts'
import type { CardAnswers, TrainingSet } from '../../src/domain/srs/fit/trainingSet.ts'
import { clipWeights } from '../../src/domain/srs/fit/weights.ts'

/** How a learner's memory really works, which nobody but the simulation knows. */
export interface Learner {
  readonly name: string
  readonly model: MemoryModel
  readonly weights: readonly number[]
  /** Share of answers that are slips: forgotten although known, or guessed. */
  readonly slips: number
}

/**
 * Sixteen and more learners: one as the default weights have it, several who stray from them as learners do, two who
 * slip, and two whose memory is not FSRS-6's at all.
 */
export function learners(): readonly Learner[] {
  const six = memoryModel('fsrs-6')
  const seven = memoryModel('fsrs-7')
  const random = seededRandom(16)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const strayed = (amount: number) =>
    clipWeights(
      DEFAULT_WEIGHTS.map((weight, at) => weight * Math.exp(normal() * amount * (at < 4 ? 2 : 1))),
    ).map((weight) => Number(weight.toFixed(4)))
  const plain = { model: six, weights: DEFAULT_WEIGHTS, slips: 0 }
  return [
    { name: 'as the defaults', ...plain },
    ...Array.from({ length: 6 }, (_, at) => ({
      name: `strayed a little, ${at + 1}`,
      ...plain,
      weights: strayed(0.15),
    })),
    ...Array.from({ length: 6 }, (_, at) => ({
      name: `strayed far, ${at + 1}`,
      ...plain,
      weights: strayed(0.35),
    })),
    { name: 'slips, as the defaults', ...plain, slips: 0.03 },
    { name: 'slips, strayed', ...plain, weights: strayed(0.2), slips: 0.03 },
    { name: 'two traces', model: seven, weights: seven.defaultWeights, slips: 0 },
    { name: 'two traces, slips', model: seven, weights: seven.defaultWeights, slips: 0.02 },
  ]
}

/** What a learner answers until so many answers are scored, scheduled by the default weights at 90 %. */
export function answersOf(learner: Learner, scored: number, seed: number): TrainingSet {
  const random = seededRandom(seed)
  const cards: CardAnswers[] = []
  const newPerDay = Math.max(3, Math.min(20, Math.round(scored / 60)))
  const due = new Map<number, Simulated[]>()
  let count = 0
  for (let day = 0; count < scored; day++) {
    const today = due.get(day) ?? []
    due.delete(day)
    for (let fresh = 0; fresh < newPerDay; fresh++) today.push(simulatedCard())
    for (const card of today) {
      if (count >= scored) break
      const first = card.grades.length === 0
      if (first) cards.push(card)
      else count += 1
      answerOnce(card, learner, day, random)
      // Forgotten cards are learnt again on the same day.
      while (card.grades.at(-1) === 1) answerOnce(card, learner, day, random)
      const exact = intervalDays(card.scheduled!.stability, 0.9, DEFAULT_WEIGHTS)
      const interval = Math.max(1, Math.round(exact * (0.9 + 0.2 * random())))
      const next = day + interval
      due.set(next, [...(due.get(next) ?? []), card])
    }
  }
  return trainingSet(cards)
}

interface Simulated {
  readonly grades: number[]
  readonly days: number[]
  readonly times: number[]
  /** The memory the card has, and the one the scheduler believes it has. */
  real: Memory | null
  scheduled: Memory | null
}

function simulatedCard(): Simulated {
  return { grades: [], days: [], times: [], real: null, scheduled: null }
}

function answerOnce(card: Simulated, learner: Learner, day: number, random: () => number): void {
  const { model, weights } = learner
  const last = card.times.at(-1)
  const elapsed = last === undefined ? 0 : day - Math.floor(last)
  const grade = last === undefined ? firstGrade(random()) : gradeOf(card, learner, elapsed, random)
  const rating = RATINGS[grade - 1]!
  // A model that counts fractions of days sees the ten minutes of a step.
  const passed = model.wholeDays || elapsed > 0 ? elapsed : 10 / 1_440
  card.real = model.next(card.real, last === undefined ? 0 : passed, rating, weights)
  card.scheduled = nextMemory(card.scheduled, elapsed, rating, DEFAULT_WEIGHTS)
  card.grades.push(grade)
  card.days.push(elapsed)
  card.times.push(day + card.grades.length * 1e-4)
}

function firstGrade(chance: number): number {
  return chance < 0.25 ? 1 : chance < 0.35 ? 2 : chance < 0.9 ? 3 : 4
}

function gradeOf(
  { real }: Simulated,
  { model, weights, slips }: Learner,
  elapsed: number,
  random: () => number,
): number {
  const recall = elapsed === 0 ? 0.85 : model.recall(real!, elapsed, weights)
  const recalled = random() < recall * (1 - 2 * slips) + slips
  const chance = random()
  return !recalled ? 1 : chance < 0.12 ? 2 : chance < 0.92 ? 3 : 4
}

/** How many scored answers fits are compared at with those of the reference. */
export const FIT_SIZES: readonly number[] = [2_000, 5_000]

/** The seed of a learner's answers to fit to; those to test on come from other seeds. */
export function fitSeed(learner: number, repetition: number): number {
  return 100 + learner * 10 + repetition
}

export function testSeed(learner: number): number {
  return 7_000 + learner
}
