/**
 * How well FSRS-6 weights predict a card's answers, and which way each weight should move: reverse-mode differentiation
 * of the formulas in `memory.ts`, by hand.
 *
 * Forward, the memory is followed through the card's answers; every scored answer with chance of recall p costs
 * −ln p when it was recalled and −ln(1 − p) when not. Backward, the derivatives of that cost by stability and difficulty
 * are handed from each answer to the one before (∂S′/∂S, ∂S′/∂D, ∂D′/∂D), leaving at every step what falls to the weights.
 * A card is walked once in each direction, however many of its answers are scored. Where a clamp or a minimum holds a value
 * fast, nothing flows through it.
 */
import { MAXIMUM_STABILITY, MINIMUM_STABILITY } from '../memory.ts'
import type { TrainingSet } from './trainingSet.ts'

const LN_09 = Math.log(0.9)
/** Keeps the logarithm of a chance finite. */
const LEAST_CHANCE = 1e-9

/** Room for the states of one card; grows to the longest history met. */
export interface Tape {
  stability: Float64Array
  difficulty: Float64Array
  recall: Float64Array
  /** Stability and difficulty before they were clamped. */
  freeStability: Float64Array
  freeDifficulty: Float64Array
}

export function newTape(set: TrainingSet): Tape {
  let longest = 1
  for (let card = 0; card + 1 < set.starts.length; card++) {
    longest = Math.max(longest, set.starts[card + 1]! - set.starts[card]!)
  }
  const row = () => new Float64Array(longest)
  return {
    stability: row(),
    difficulty: row(),
    recall: row(),
    freeStability: row(),
    freeDifficulty: row(),
  }
}

/**
 * The cost of a card's scored answers, each times its weight in `scores`; leaves the card's states on the tape.
 *
 * @param w 21 weights
 * @param scores per row of the set; rows at 0 are not scored
 */
export function cardLoss(
  w: Float64Array,
  set: TrainingSet,
  card: number,
  scores: Float64Array,
  tape: Tape,
): number {
  const { stability, difficulty, recall, freeStability, freeDifficulty } = tape
  const start = set.starts[card]!
  const count = set.starts[card + 1]! - start
  if (count === 0) return 0
  const decay = -w[20]!
  const factor = Math.exp(LN_09 / decay) - 1
  const easiest = w[4]! - Math.exp(3 * w[5]!) + 1
  const growthScale = Math.exp(w[8]!)
  const lapseFloor = Math.exp(w[17]! * w[18]!)
  const first = set.grades[start]!
  freeStability[0] = w[first - 1]!
  freeDifficulty[0] = w[4]! - Math.exp(w[5]! * (first - 1)) + 1
  stability[0] = clampStability(freeStability[0]!)
  difficulty[0] = clampDifficulty(freeDifficulty[0]!)
  let loss = 0
  for (let at = 1; at < count; at++) {
    const s = stability[at - 1]!
    const d = difficulty[at - 1]!
    const t = set.days[start + at]!
    const g = set.grades[start + at]!
    const r = t > 0 ? Math.pow(1 + (factor * t) / s, decay) : 1
    recall[at] = r
    const score = scores[start + at]!
    if (score > 0) {
      const p = clampChance(r)
      loss -= score * Math.log(g > 1 ? p : 1 - p)
    }
    let next: number
    if (t === 0) {
      const growth = Math.exp(w[17]! * (g - 3 + w[18]!)) * Math.pow(s, -w[19]!)
      next = s * (g > 1 && growth < 1 ? 1 : growth)
    } else if (g === 1) {
      const lapsed =
        w[11]! * Math.pow(d, -w[12]!) * (Math.pow(s + 1, w[13]!) - 1) * Math.exp((1 - r) * w[14]!)
      next = Math.min(lapsed, s / lapseFloor)
    } else {
      const gain = growthScale * (11 - d) * Math.pow(s, -w[9]!) * (Math.exp((1 - r) * w[10]!) - 1)
      next = s * (1 + gain * (g === 2 ? w[15]! : 1) * (g === 4 ? w[16]! : 1))
    }
    freeStability[at] = next
    stability[at] = clampStability(next)
    const damped = d - (w[6]! * (g - 3) * (10 - d)) / 9
    const reverted = w[7]! * easiest + (1 - w[7]!) * damped
    freeDifficulty[at] = reverted
    difficulty[at] = clampDifficulty(reverted)
  }
  return loss
}

/** What each row of a set costs when it is predicted with these weights; 0 where a row is not scored. */
export function rowLosses(weights: readonly number[], set: TrainingSet): Float64Array {
  const w = Float64Array.from(weights)
  const tape = newTape(set)
  const losses = new Float64Array(set.grades.length)
  const unscored = new Float64Array(set.grades.length)
  for (let card = 0; card + 1 < set.starts.length; card++) {
    cardLoss(w, set, card, unscored, tape)
    const start = set.starts[card]!
    for (let row = start + 1; row < set.starts[card + 1]!; row++) {
      if (set.days[row]! === 0) continue
      const p = clampChance(tape.recall[row - start]!)
      losses[row] = -Math.log(set.grades[row]! > 1 ? p : 1 - p)
    }
  }
  return losses
}

/** Adds to `gradient` the derivatives of {@link cardLoss} by each weight; the tape must hold this card. */
export function addCardGradient(
  w: Float64Array,
  set: TrainingSet,
  card: number,
  scores: Float64Array,
  tape: Tape,
  gradient: Float64Array,
): void {
  const { stability, difficulty, recall, freeStability, freeDifficulty } = tape
  const start = set.starts[card]!
  const count = set.starts[card + 1]! - start
  if (count === 0) return
  const decay = -w[20]!
  const factor = Math.exp(LN_09 / decay) - 1
  /** ∂factor/∂decay */
  const factorSlope = (factor + 1) * (-LN_09 / (decay * decay))
  const easiest = w[4]! - Math.exp(3 * w[5]!) + 1
  const easiestSlope = -3 * Math.exp(3 * w[5]!)
  const growthScale = Math.exp(w[8]!)
  const lapseFloor = Math.exp(w[17]! * w[18]!)
  // Derivatives of the cost of all later answers by the stability and difficulty after this one.
  let byStability = 0
  let byDifficulty = 0
  for (let at = count - 1; at >= 1; at--) {
    const s = stability[at - 1]!
    const d = difficulty[at - 1]!
    const t = set.days[start + at]!
    const g = set.grades[start + at]!
    const r = recall[at]!
    let beforeStability = 0
    let beforeDifficulty = 0
    let byRecall = 0

    const through = isFreeStability(freeStability[at]!) ? byStability : 0
    if (through !== 0) {
      if (t === 0) {
        const growth = Math.exp(w[17]! * (g - 3 + w[18]!)) * Math.pow(s, -w[19]!)
        if (g > 1 && growth < 1) beforeStability += through
        else {
          const byLog = through * s * growth
          beforeStability += through * growth * (1 - w[19]!)
          add(gradient, 17, byLog * (g - 3 + w[18]!))
          add(gradient, 18, byLog * w[17]!)
          add(gradient, 19, -byLog * Math.log(s))
        }
      } else if (g === 1) {
        const eased = Math.pow(d, -w[12]!)
        const power = Math.pow(s + 1, w[13]!)
        const surprise = Math.exp((1 - r) * w[14]!)
        const lapsed = w[11]! * eased * (power - 1) * surprise
        const floor = s / lapseFloor
        if (lapsed < floor) {
          const scale = through * w[11]! * eased * surprise
          add(gradient, 11, (through * lapsed) / w[11]!)
          add(gradient, 12, -through * lapsed * Math.log(d))
          add(gradient, 13, scale * power * Math.log(s + 1))
          add(gradient, 14, through * lapsed * (1 - r))
          beforeStability += (scale * w[13]! * power) / (s + 1)
          beforeDifficulty -= (through * lapsed * w[12]!) / d
          byRecall -= through * lapsed * w[14]!
        } else {
          beforeStability += through / lapseFloor
          add(gradient, 17, -through * floor * w[18]!)
          add(gradient, 18, -through * floor * w[17]!)
        }
      } else {
        const surprise = Math.exp((1 - r) * w[10]!)
        const unsurprised = growthScale * (11 - d) * Math.pow(s, -w[9]!)
        const plain = unsurprised * (surprise - 1)
        const bonus = (g === 2 ? w[15]! : 1) * (g === 4 ? w[16]! : 1)
        const gain = plain * bonus
        const byGain = through * s
        add(gradient, 8, byGain * gain)
        add(gradient, 9, -byGain * gain * Math.log(s))
        add(gradient, 10, byGain * unsurprised * bonus * surprise * (1 - r))
        if (g === 2) add(gradient, 15, byGain * plain)
        if (g === 4) add(gradient, 16, byGain * plain)
        beforeStability += through * (1 + gain) - through * w[9]! * gain
        beforeDifficulty -= (byGain * gain) / (11 - d)
        byRecall -= byGain * unsurprised * bonus * surprise * w[10]!
      }
    }

    const throughDifficulty = isFreeDifficulty(freeDifficulty[at]!) ? byDifficulty : 0
    if (throughDifficulty !== 0) {
      const step = (g - 3) / 9
      const damped = d - w[6]! * step * (10 - d)
      const byDamped = throughDifficulty * (1 - w[7]!)
      add(gradient, 7, throughDifficulty * (easiest - damped))
      add(gradient, 4, throughDifficulty * w[7]!)
      add(gradient, 5, throughDifficulty * w[7]! * easiestSlope)
      add(gradient, 6, -byDamped * step * (10 - d))
      beforeDifficulty += byDamped * (1 + w[6]! * step)
    }

    const score = scores[start + at]!
    if (score > 0) {
      const p = clampChance(r)
      byRecall += g > 1 ? -score / p : score / (1 - p)
    }
    if (byRecall !== 0 && t > 0) {
      const base = 1 + (factor * t) / s
      beforeStability += (byRecall * decay * r * -factor * t) / (base * s * s)
      const byDecay = r * (Math.log(base) + (decay * factorSlope * t) / (s * base))
      add(gradient, 20, -byRecall * byDecay)
    }
    byStability = beforeStability
    byDifficulty = beforeDifficulty
  }
  const first = set.grades[start]!
  if (isFreeStability(freeStability[0]!)) add(gradient, first - 1, byStability)
  if (isFreeDifficulty(freeDifficulty[0]!)) {
    add(gradient, 4, byDifficulty)
    add(gradient, 5, -byDifficulty * (first - 1) * Math.exp(w[5]! * (first - 1)))
  }
}

function add(gradient: Float64Array, at: number, value: number): void {
  gradient[at]! += value
}

function clampStability(s: number): number {
  return s < MINIMUM_STABILITY ? MINIMUM_STABILITY : s > MAXIMUM_STABILITY ? MAXIMUM_STABILITY : s
}

function isFreeStability(s: number): boolean {
  return s >= MINIMUM_STABILITY && s <= MAXIMUM_STABILITY
}

function clampDifficulty(d: number): number {
  return d < 1 ? 1 : d > 10 ? 10 : d
}

function isFreeDifficulty(d: number): boolean {
  return d >= 1 && d <= 10
}

function clampChance(p: number): number {
  return p < LEAST_CHANCE ? LEAST_CHANCE : p > 1 - LEAST_CHANCE ? 1 - LEAST_CHANCE : p
}
