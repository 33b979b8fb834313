/**
 * FSRS-7: two traces of one memory, counted in fractions of days, one curve for minutes as well as years.
 *
 * The slow trace S and the fast trace F fade each in its own way; recall is their mixture. w₀ … w₃₃ are the weights,
 * D difficulty, G the grade (again 1 … easy 4), t the days since the last answer, ε = 10⁻⁵.
 *
 *     fast    d = clamp(w₂₃ F^(w₃₃−0.3))     R_F = (1 + (w₂₅^(−1/d) − 1) t/F)^−d        a_F = w₂₇ F^−w₂₉
 *     slow    d = clamp(w₂₄)                 R_S = (1 + (w₂₆^(−1/d) − 1) e^((D−5)(w₃₂−0.3)) t/S)^−d
 *                                            a_S = w₂₈ S^w₃₀ e^((D−5)(w₃₁−0.5))
 *     recall  R = (a_F R_F + a_S R_S) / (a_F + a_S) · (1 − 2ε) + ε
 *     again   S′ = min(S, w₁₀ ((S+1)^w₁₁ − 1) e^(w₁₂(1−R)))
 *     else    S′ = max(that, S·(1 + e^(w₇−1.5) (11−D) S^−w₈ (e^(w₉(1−R)) − 1) · [hard: w₁₃] · [easy: w₁₄]))
 *     F′ likewise with F, R_F and w₁₅ … w₂₂; after again at most 0.8 S′
 *     D′ = 0.01 D₀(easy) + 0.99 (D − w₆(G−3)·[again: R + 0.1]·(10−D)/9),   D₀(G) = w₄ − e^(w₅(G−1)) + 1
 *
 * Neither trace is the day on which recall is 90 %; that day has no formula and is searched for.
 * Source: FSRS-7 (open-spaced-repetition, 34 weights); held to its reference states by tests/domain/srs/fsrs7.test.ts.
 */
import type { Memory, Rating } from '../model.ts'
import { GRADES } from './memory.ts'

export const FSRS7_WEIGHTS: readonly number[] = [
  0.1104, 2.2395, 3.9221, 11.7841, 6.1686, 0.6457, 3.6807, 1.9795, 0, 1.3826, 0.7024, 0.5999,
  0.8146, 0.6398, 1, 1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869, 0.1567, 0.0801,
  0.2421, 0.9464, 0.1433, 0.7145, 0, 0.5667, 0.3734, 0.5333, 0.3048,
]

const MINIMUM_STABILITY = 0.0001
const MAXIMUM_STABILITY = 36_500
const EPSILON = 1e-5
const FAST_SHARE = 0.8
/** Where the weights of a trace's growth begin. */
const SLOW = 7
const FAST = 15

/**
 * The memory after an answer; `stability` is its slow trace.
 *
 * @param elapsedDays days since the last answer, fractions included; below 0 counts as 0
 * @throws RangeError when `elapsedDays` is not a number
 */
export function nextDualMemory(
  memory: Memory | null,
  elapsedDays: number,
  rating: Rating,
  weights: readonly number[],
): Memory {
  if (Number.isNaN(elapsedDays)) throw new RangeError('elapsedDays is not a number')
  const grade = GRADES[rating]
  if (memory === null) {
    const stability = clampStability(weights[grade - 1]!)
    return {
      stability,
      difficulty: clampDifficulty(firstDifficulty(grade, weights)),
      fast: clampStability(FAST_SHARE * stability),
    }
  }
  const days = Math.max(0, elapsedDays)
  const { stability, difficulty } = memory
  const fast = fastTrace(memory)
  const recall = dualRecall(memory, days, weights)
  const slowAfter = traceAfter(stability, difficulty, recall, grade, weights, SLOW)
  const fastRecall = recallOfFast(fast, days, weights)
  const fastAfter = traceAfter(fast, difficulty, fastRecall, grade, weights, FAST)
  return {
    stability: clampStability(slowAfter),
    difficulty: difficultyAfter(difficulty, recall, grade, weights),
    fast: clampStability(grade === 1 ? Math.min(fastAfter, FAST_SHARE * slowAfter) : fastAfter),
  }
}

/** Chance of recall after so many days, fractions included; never quite 0 or 1. */
export function dualRecall(
  memory: Memory,
  elapsedDays: number,
  weights: readonly number[],
): number {
  const days = Math.max(0, elapsedDays)
  const { stability, difficulty } = memory
  const fast = fastTrace(memory)
  const ease = difficulty - 5
  const decay = -clamp(weights[24]!, 0.01, 0.95)
  const factor = (Math.pow(weights[26]!, 1 / decay) - 1) * Math.exp(ease * (weights[32]! - 0.3))
  const slowRecall = Math.pow(1 + (factor * days) / stability, decay)
  const fastWeight = weights[27]! * Math.pow(fast, -weights[29]!)
  const slowWeight =
    weights[28]! * Math.pow(stability, weights[30]!) * Math.exp(ease * (weights[31]! - 0.5))
  const mixed =
    (fastWeight * recallOfFast(fast, days, weights) + slowWeight * slowRecall) /
    (fastWeight + slowWeight)
  return mixed * (1 - 2 * EPSILON) + EPSILON
}

const SECOND_IN_DAYS = 1 / 86_400
/** Halvings of the logarithm of the interval: from a second to a century, to 1e-9 of the interval. */
const HALVINGS = 36

/**
 * Days, fractions included, until recall has fallen to `desiredRetention`; at most a century, not rounded.
 *
 * Recall falls steadily, so the day lies between the last known too early and the first known too late; their
 * geometric mean is tried next, since intervals range from seconds to decades.
 *
 * @throws RangeError when `desiredRetention` is not a chance strictly between 0 and 1
 */
export function dualIntervalDays(
  memory: Memory,
  desiredRetention: number,
  weights: readonly number[],
): number {
  if (!(desiredRetention > 0 && desiredRetention < 1)) {
    throw new RangeError(`desired retention ${desiredRetention} is not between 0 and 1`)
  }
  let early = SECOND_IN_DAYS
  let late = MAXIMUM_STABILITY
  if (dualRecall(memory, early, weights) <= desiredRetention) return 0
  if (dualRecall(memory, late, weights) >= desiredRetention) return late
  for (let round = 0; round < HALVINGS; round++) {
    const middle = Math.sqrt(early * late)
    if (dualRecall(memory, middle, weights) > desiredRetention) early = middle
    else late = middle
  }
  return Math.sqrt(early * late)
}

function recallOfFast(fast: number, days: number, weights: readonly number[]): number {
  const decay = -clamp(weights[23]! * Math.pow(fast, weights[33]! - 0.3), 0.01, 0.95)
  const factor = Math.exp(Math.min(Math.log(weights[25]!) / decay, 60)) - 1
  return Math.pow(1 + (factor * days) / fast, decay)
}

/** A trace, in days, after an answer; its eight weights begin at `from`. */
function traceAfter(
  trace: number,
  difficulty: number,
  recall: number,
  grade: number,
  weights: readonly number[],
  from: number,
): number {
  const failed = Math.min(
    trace,
    weights[from + 3]! *
      (Math.pow(trace + 1, weights[from + 4]!) - 1) *
      Math.exp((1 - recall) * weights[from + 5]!),
  )
  if (grade === 1) return failed
  const gain =
    Math.exp(weights[from]! - 1.5) *
    (11 - difficulty) *
    Math.pow(trace, -weights[from + 1]!) *
    (Math.exp((1 - recall) * weights[from + 2]!) - 1)
  const hardPenalty = grade === 2 ? weights[from + 6]! : 1
  const easyBonus = grade === 4 ? weights[from + 7]! : 1
  return Math.max(failed, trace * (1 + gain * hardPenalty * easyBonus))
}

function difficultyAfter(
  difficulty: number,
  recall: number,
  grade: number,
  weights: readonly number[],
): number {
  const surprise = grade === 1 ? recall + 0.1 : 1
  const change = (-weights[6]! * (grade - 3) * surprise * (10 - difficulty)) / 9
  return clampDifficulty(0.01 * firstDifficulty(4, weights) + 0.99 * (difficulty + change))
}

function firstDifficulty(grade: number, weights: readonly number[]): number {
  return weights[4]! - Math.exp(weights[5]! * (grade - 1)) + 1
}

function fastTrace({ stability, fast = FAST_SHARE * stability }: Memory): number {
  return clampStability(fast)
}

function clampStability(days: number): number {
  return clamp(days, MINIMUM_STABILITY, MAXIMUM_STABILITY)
}

function clampDifficulty(difficulty: number): number {
  return clamp(difficulty, 1, 10)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
