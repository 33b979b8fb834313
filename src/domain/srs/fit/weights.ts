/** Weight sets of FSRS-6: the bounds each weight keeps, and how sets of older versions become 21 weights. */

const BOUNDS: readonly (readonly [number, number])[] = [
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [0.001, 100],
  [1, 10],
  [0.001, 4],
  [0.001, 4],
  [0.001, 0.75],
  [0, 4.5],
  [0, 0.8],
  [0.001, 3.5],
  [0.001, 5],
  [0.001, 0.25],
  [0.001, 0.9],
  [0, 4],
  [0, 1],
  [1, 6],
  [0, 2],
  [0, 2],
  [0.01, 0.8],
  [0.1, 0.8],
]

/** FSRS-5 and 4.5 had a fixed forgetting curve: this is its w₂₀. */
const FIXED_DECAY = 0.5

/** Least and greatest value of each of the 21 weights, for a learner with this many relearning steps. */
export function weightBounds(
  weights: readonly number[],
  relearningSteps = 1,
): readonly (readonly [number, number])[] {
  if (relearningSteps <= 1 || weights.length < 15) return BOUNDS
  const ceiling = sameDayCeiling(weights, relearningSteps)
  return BOUNDS.map((bounds, at) => (at === 17 || at === 18 ? [bounds[0], ceiling] : bounds))
}

/**
 * The weights, each moved into its bounds; what is not a finite number becomes the nearer end (NaN the lower).
 *
 * Takes the first n of the 21 weights as well. With several relearning steps w₁₇ and w₁₈ are held lower, so that a
 * lapse followed by that many good answers on one day does not end above the stability it started from.
 */
export function clipWeights(weights: readonly number[], relearningSteps = 1): number[] {
  const bounds = weightBounds(weights, relearningSteps)
  return weights.map((weight, at) => {
    const [low, high] = bounds[at]!
    return clip(weight, low, high)
  })
}

/**
 * 21 weights for FSRS-6 from a set of 17 (FSRS-4.5), 19 (FSRS-5) or 21; null when it is none of these or has a number
 * that is not finite. The result behaves as the older version did: fixed curve, no same-day learning before FSRS-5.
 */
export function migrateWeights(weights: readonly number[], relearningSteps = 1): number[] | null {
  if (!weights.every(Number.isFinite)) return null
  switch (weights.length) {
    case 21:
      return clipWeights(weights, relearningSteps)
    case 19:
      return [...clipWeights(weights, relearningSteps), 0, FIXED_DECAY]
    case 17: {
      const old = clipWeights(weights, relearningSteps)
      // FSRS-4.5 had difficulty linear in the grade, centred on good; FSRS-5 has it exponential, from again.
      const difficulty = old[4]! + 2 * old[5]!
      const spread = Math.log(3 * old[5]! + 1) / 3
      return [
        ...old.slice(0, 4),
        difficulty,
        spread,
        old[6]! + 0.5,
        ...old.slice(7),
        0,
        0,
        0,
        FIXED_DECAY,
      ]
    }
    default:
      return null
  }
}

function sameDayCeiling(weights: readonly number[], relearningSteps: number): number {
  const at = (index: number) => clip(weights[index]!, ...BOUNDS[index]!)
  const logDrop = Math.log(at(11)) + Math.log(Math.pow(2, at(13)) - 1) + 0.3 * at(14)
  return clip(Math.sqrt(Math.max(0, -logDrop / relearningSteps)), 0.01, 2)
}

function clip(value: number, low: number, high: number): number {
  return value > low ? Math.min(value, high) : low
}
