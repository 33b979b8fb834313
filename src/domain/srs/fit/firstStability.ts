/** The four first stabilities (after again, hard, good, easy), found before all other weights. */
import { DEFAULT_WEIGHTS } from '../memory.ts'
import type { TrainingSet } from './trainingSet.ts'

/** Of the cards with one first grade: how many came back after so many days, and which share was recalled. */
export interface FirstReturn {
  readonly days: number
  readonly recall: number
  readonly count: number
}

/** A stability, in days, per first grade (1 … 4); those never seen are missing. */
export type FirstStabilities = Partial<Record<1 | 2 | 3 | 4, number>>

const GRADES = [1, 2, 3, 4] as const
type Grade = (typeof GRADES)[number]
const MINIMUM = 0.001
const MAXIMUM = 100

/** The pull towards the default that the reference uses, per day of distance. */
const REFERENCE_PULL = 1 / 16

/**
 * The cost of a first stability: that of the answers it predicts, and the pull of the default stability.
 *
 * @param sigma spread, in logarithms, of first stabilities among learners: the width of the log-normal prior around the
 *   default; Infinity for the reference's own weak pull alone
 */
export function firstStabilityLoss(
  stability: number,
  grade: number,
  returns: readonly FirstReturn[],
  sigma = Infinity,
): number {
  const standard = DEFAULT_WEIGHTS[grade - 1]!
  const decay = -DEFAULT_WEIGHTS[20]!
  const factor = Math.pow(0.9, 1 / decay) - 1
  const strayed = Math.log(stability / standard) / sigma
  let loss = Math.abs(stability - standard) * REFERENCE_PULL + 0.5 * strayed * strayed
  for (const { days, recall, count } of returns) {
    const predicted = Math.pow(1 + (factor * days) / stability, decay)
    loss -= count * (recall * Math.log(predicted) + (1 - recall) * Math.log(1 - predicted))
  }
  return loss
}

/**
 * The first stability of least {@link firstStabilityLoss}, by ternary search on its logarithm.
 *
 * Each share is first mixed with one answer of average recall, so that a handful of cards does not claim certainty.
 */
export function searchFirstStability(
  grade: number,
  returns: readonly FirstReturn[],
  averageRecall: number,
  sigma = Infinity,
): number {
  let low = Math.log(MINIMUM)
  let high = Math.log(MAXIMUM)
  const mixed = returns.map(({ days, recall, count }) => ({
    days,
    recall: (recall * count + averageRecall) / (count + 1),
    count,
  }))
  const loss = (log: number) => firstStabilityLoss(Math.exp(log), grade, mixed, sigma)
  for (let round = 0; round < 80; round++) {
    const third = (high - low) / 3
    if (loss(low + third) < loss(high - third)) high -= third
    else low += third
  }
  return Math.exp((low + high) / 2)
}

/** How far the logarithm of hard lies from again to good, and that of good from hard to easy, among learners. */
const HARD_PLACE = 0.41
const GOOD_PLACE = 0.54

/**
 * All four first stabilities, not falling from again to easy.
 *
 * Where two fall, the one with fewer answers behind it gives way. Missing ones follow from their neighbours:
 * ln hard = 0.41 ln again + 0.59 ln good, ln good = 0.46 ln hard + 0.54 ln easy; a single one scales the defaults.
 */
export function smoothAndFill(
  found: FirstStabilities,
  counts: Partial<Record<Grade, number>> = {},
): number[] {
  const known: FirstStabilities = { ...found }
  const pairs: readonly (readonly [Grade, Grade])[] = [
    [1, 2],
    [2, 3],
    [3, 4],
    [1, 3],
    [2, 4],
    [1, 4],
  ]
  for (const [less, more] of pairs) {
    const [low, high] = [known[less], known[more]]
    if (low === undefined || high === undefined || low <= high) continue
    if ((counts[less] ?? 0) > (counts[more] ?? 0)) known[more] = low
    else known[less] = high
  }
  const present = GRADES.filter((grade) => known[grade] !== undefined)
  if (present.length === 0) return DEFAULT_WEIGHTS.slice(0, 4)
  const only = present[0]!
  if (present.length === 4) return GRADES.map((grade) => clamp(known[grade]!))
  if (present.length === 1) {
    const scale = known[only]! / DEFAULT_WEIGHTS[only - 1]!
    return GRADES.map((grade) => clamp(scale * DEFAULT_WEIGHTS[grade - 1]!))
  }
  return fill(
    GRADES.map((grade) => (known[grade] === undefined ? null : Math.log(known[grade]))),
  ).map((log) => clamp(Math.exp(log)))
}

/** Logarithms of all four from those of two or more. */
function fill(logs: readonly (number | null)[]): number[] {
  let [again = null, hard = null, good = null, easy = null] = logs
  const a = HARD_PLACE
  const b = GOOD_PLACE
  if (hard === null && good === null && again !== null && easy !== null) {
    // Both relations at once: hard = a·again + (1−a)·good, good = (1−b)·hard + b·easy.
    hard = (a * again + (1 - a) * b * easy) / (1 - (1 - a) * (1 - b))
  }
  for (let round = 0; round < 2; round++) {
    if (hard === null && again !== null && good !== null) hard = a * again + (1 - a) * good
    if (good === null && hard !== null && easy !== null) good = (1 - b) * hard + b * easy
    if (hard === null && good !== null && easy !== null) hard = (good - b * easy) / (1 - b)
    if (good === null && again !== null && hard !== null) good = (hard - a * again) / (1 - a)
    if (again === null && hard !== null && good !== null) again = (hard - (1 - a) * good) / a
    if (easy === null && hard !== null && good !== null) easy = (good - (1 - b) * hard) / b
  }
  return [again!, hard!, good!, easy!]
}

/** The first four weights for a training set: each searched for, then smoothed and filled. */
export function firstStabilities(set: TrainingSet, sigma = Infinity): number[] {
  const { byGrade, averageRecall } = firstReturns(set)
  const found: FirstStabilities = {}
  const counts: Partial<Record<Grade, number>> = {}
  for (const grade of GRADES) {
    const returns = byGrade[grade]
    if (returns.length === 0) continue
    found[grade] = searchFirstStability(grade, returns, averageRecall, sigma)
    counts[grade] = returns.reduce((sum, { count }) => sum + count, 0)
  }
  return smoothAndFill(found, counts)
}

/** What became of each card at its first scored answer, by first grade. */
export function firstReturns(set: TrainingSet): {
  readonly byGrade: Readonly<Record<Grade, readonly FirstReturn[]>>
  readonly averageRecall: number
} {
  const tallies = GRADES.map(() => new Map<number, { count: number; recalled: number }>())
  let scored = 0
  let recalled = 0
  for (let card = 0; card + 1 < set.starts.length; card++) {
    let first = true
    for (let row = set.starts[card]! + 1; row < set.starts[card + 1]!; row++) {
      const days = set.days[row]!
      if (days === 0) continue
      const recall = set.grades[row]! > 1 ? 1 : 0
      scored += 1
      recalled += recall
      if (!first) continue
      first = false
      const tally = tallies[set.grades[set.starts[card]!]! - 1]!
      const known = tally.get(days) ?? { count: 0, recalled: 0 }
      tally.set(days, { count: known.count + 1, recalled: known.recalled + recall })
    }
  }
  const returnsOf = (grade: Grade): FirstReturn[] =>
    [...tallies[grade - 1]!].map(([days, tally]) => ({
      days,
      recall: tally.recalled / tally.count,
      count: tally.count,
    }))
  return {
    byGrade: { 1: returnsOf(1), 2: returnsOf(2), 3: returnsOf(3), 4: returnsOf(4) },
    averageRecall: scored === 0 ? 0.9 : recalled / scored,
  }
}

function clamp(stability: number): number {
  return Math.min(MAXIMUM, Math.max(MINIMUM, stability))
}
