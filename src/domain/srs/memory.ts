/**
 * FSRS-6: how memory of one card changes with each answer, and how it fades in between.
 *
 * Two numbers describe the memory: stability S, the days after which recall has fallen to 90 %, and difficulty D, 1 … 10.
 * G is the grade (again 1, hard 2, good 3, easy 4), t the days since the last answer, w₀ … w₂₀ the weights.
 *
 *     R(t, S) = (1 + f·t/S)^−w₂₀                        f = 0.9^(−1/w₂₀) − 1, so that R(S, S) = 0.9
 *     first   S = w[G−1]                               D = w₄ − e^(w₅(G−1)) + 1
 *     success S′ = S·(1 + e^w₈ (11−D) S^−w₉ (e^(w₁₀(1−R)) − 1) · [hard: w₁₅] · [easy: w₁₆])
 *     failure S′ = min(w₁₁ D^−w₁₂ ((S+1)^w₁₃ − 1) e^(w₁₄(1−R)), S / e^(w₁₇w₁₈))
 *     t = 0   S′ = S·k, k = e^(w₁₇(G−3+w₁₈)) S^−w₁₉, and at least S unless the answer was again
 *     always  D′ = w₇ D₀(easy) + (1−w₇)(D − w₆(G−3)(10−D)/9)
 *
 * Source: the FSRS-6 algorithm (open-spaced-repetition); held by tests/domain/srs/memory.test.ts to its reference numbers.
 */
import type { Memory, Rating } from '../model.ts'

export type { Memory, Rating } from '../model.ts'

/** Grades as the formulas count them. */
export const GRADES: Readonly<Record<Rating, 1 | 2 | 3 | 4>> = {
  again: 1,
  hard: 2,
  good: 3,
  easy: 4,
}

/** Fitted to some 10,000 learners by the FSRS project; what a learner starts with. */
export const DEFAULT_WEIGHTS: readonly number[] = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]

export const MINIMUM_STABILITY = 0.001
export const MAXIMUM_STABILITY = 36_500

/**
 * The memory after an answer.
 *
 * @param memory before it; null when the card was never answered
 * @param elapsedDays whole study days since the last answer; below 0 (a clock set back) counts as 0, the same day
 * @param weights 21 numbers within the bounds of `weights.ts`
 * @throws RangeError when `elapsedDays` is not a number
 */
export function nextMemory(
  memory: Memory | null,
  elapsedDays: number,
  rating: Rating,
  weights: readonly number[],
): Memory {
  if (Number.isNaN(elapsedDays)) throw new RangeError('elapsedDays is not a number')
  const grade = GRADES[rating]
  if (memory === null) {
    return {
      stability: clampStability(weights[grade - 1]!),
      difficulty: clampDifficulty(firstDifficulty(grade, weights)),
    }
  }
  const { stability, difficulty } = memory
  const next =
    elapsedDays > 0
      ? grade === 1
        ? stabilityAfterFailure(
            stability,
            difficulty,
            retrievability(elapsedDays, stability, weights),
            weights,
          )
        : stabilityAfterSuccess(
            stability,
            difficulty,
            retrievability(elapsedDays, stability, weights),
            grade,
            weights,
          )
      : stabilityOnTheSameDay(stability, grade, weights)
  return { stability: clampStability(next), difficulty: nextDifficulty(difficulty, grade, weights) }
}

/**
 * Chance of recall, 0 … 1, `elapsedDays` after an answer that left `stability`; 1 at once, 0.9 after one stability.
 *
 * @param elapsedDays fractions allowed; below 0 counts as 0
 */
export function retrievability(
  elapsedDays: number,
  stability: number,
  weights: readonly number[],
): number {
  const decay = -weights[20]!
  return Math.pow(1 + (curveFactor(decay) * Math.max(0, elapsedDays)) / stability, decay)
}

/**
 * Days until recall has fallen to `desiredRetention`: the inverse of {@link retrievability}. Not rounded, not fuzzed.
 *
 * @param desiredRetention above 0, at most 1 (where the answer is 0 days)
 * @throws RangeError when `desiredRetention` is outside that range
 */
export function exactIntervalDays(
  stability: number,
  desiredRetention: number,
  weights: readonly number[],
): number {
  if (!(desiredRetention > 0 && desiredRetention <= 1)) {
    throw new RangeError(`desired retention ${desiredRetention} is not above 0 and at most 1`)
  }
  const decay = -weights[20]!
  return (stability / curveFactor(decay)) * (Math.pow(desiredRetention, 1 / decay) - 1)
}

/** {@link exactIntervalDays}, rounded to whole days and at least 1; no upper limit (`schedule.ts` has one). */
export function intervalDays(
  stability: number,
  desiredRetention: number,
  weights: readonly number[],
): number {
  return Math.max(1, Math.round(exactIntervalDays(stability, desiredRetention, weights)))
}

const LN_09 = Math.log(0.9)

function curveFactor(decay: number): number {
  return Math.exp(LN_09 / decay) - 1
}

/** D₀(G), not yet clamped: D₀(easy) enters the mean reversion as it is. */
function firstDifficulty(grade: number, weights: readonly number[]): number {
  return weights[4]! - Math.exp(weights[5]! * (grade - 1)) + 1
}

/** Difficulty after an answer, drawn back towards D₀(easy) by w₇; changes shrink as it nears 10. */
export function nextDifficulty(
  difficulty: number,
  grade: number,
  weights: readonly number[],
): number {
  const change = -weights[6]! * (grade - 3)
  const damped = difficulty + (change * (10 - difficulty)) / 9
  return clampDifficulty(weights[7]! * firstDifficulty(4, weights) + (1 - weights[7]!) * damped)
}

/** Stability, in days, after hard, good or easy on a later day; `recall` is R at that moment. */
export function stabilityAfterSuccess(
  stability: number,
  difficulty: number,
  recall: number,
  grade: number,
  weights: readonly number[],
): number {
  const gain =
    Math.exp(weights[8]!) *
    (11 - difficulty) *
    Math.pow(stability, -weights[9]!) *
    (Math.exp(weights[10]! * (1 - recall)) - 1)
  const hardPenalty = grade === 2 ? weights[15]! : 1
  const easyBonus = grade === 4 ? weights[16]! : 1
  return stability * (1 + gain * hardPenalty * easyBonus)
}

/** Stability, in days, after again on a later day: never more than again on the same day would have left. */
export function stabilityAfterFailure(
  stability: number,
  difficulty: number,
  recall: number,
  weights: readonly number[],
): number {
  return Math.min(
    rawStabilityAfterFailure(stability, difficulty, recall, weights),
    stability / Math.exp(weights[17]! * weights[18]!),
  )
}

/** The first of the two terms of {@link stabilityAfterFailure}. */
export function rawStabilityAfterFailure(
  stability: number,
  difficulty: number,
  recall: number,
  weights: readonly number[],
): number {
  return (
    weights[11]! *
    Math.pow(difficulty, -weights[12]!) *
    (Math.pow(stability + 1, weights[13]!) - 1) *
    Math.exp(weights[14]! * (1 - recall))
  )
}

/** Stability, in days, after a second answer on the same day; only again can lower it. */
export function stabilityOnTheSameDay(
  stability: number,
  grade: number,
  weights: readonly number[],
): number {
  const growth =
    Math.exp(weights[17]! * (grade - 3 + weights[18]!)) * Math.pow(stability, -weights[19]!)
  return stability * (grade === 1 ? growth : Math.max(1, growth))
}

function clampStability(stability: number): number {
  return Math.min(MAXIMUM_STABILITY, Math.max(MINIMUM_STABILITY, stability))
}

function clampDifficulty(difficulty: number): number {
  return Math.min(10, Math.max(1, difficulty))
}
