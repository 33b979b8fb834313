/** Adam (Kingma and Ba 2015): each weight moves by its gradient's running mean over the root of its running square. */

const MEAN_DECAY = 0.9
const SQUARE_DECAY = 0.999
const EPSILON = 1e-8

export interface Adam {
  /** Moves the weights in place, against the gradient. */
  step(weights: Float64Array, gradient: Float64Array, learningRate: number): void
}

export function adam(size: number): Adam {
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  let steps = 0
  return {
    step(weights, gradient, learningRate) {
      steps += 1
      // Both running values start from 0; this undoes the bias of the first steps.
      const meanBias = 1 - Math.pow(MEAN_DECAY, steps)
      const squareBias = 1 - Math.pow(SQUARE_DECAY, steps)
      for (let at = 0; at < size; at++) {
        const slope = gradient[at]!
        mean[at] = MEAN_DECAY * mean[at]! + (1 - MEAN_DECAY) * slope
        square[at] = SQUARE_DECAY * square[at]! + (1 - SQUARE_DECAY) * slope * slope
        weights[at]! -=
          (learningRate * (mean[at]! / meanBias)) / (Math.sqrt(square[at]! / squareBias) + EPSILON)
      }
    },
  }
}

/** Learning rate at a step: half a cosine wave from `initial` at 0 to 0 at `period`, and back up beyond. */
export function cosineRate(initial: number, step: number, period: number): number {
  return (initial * (1 + Math.cos((Math.PI * step) / period))) / 2
}

/** How far each weight strays from one learner to the next: the standard deviation over many learners' fits. */
const SPREADS: readonly number[] = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25,
  1.03, 0.31, 0.32, 0.14, 0.27,
]

/**
 * The price of leaving the weights one started from: Σ ((w − w₀) / spread)² · strength; its slopes are added to
 * `gradient`.
 *
 * @param strength γ times the share of all answers that the batch at hand holds
 */
export function addPull(
  weights: Float64Array,
  origin: readonly number[],
  strength: number,
  gradient: Float64Array,
): number {
  let price = 0
  for (let at = 0; at < weights.length; at++) {
    const strayed = weights[at]! - origin[at]!
    const precision = strength / (SPREADS[at]! * SPREADS[at]!)
    price += precision * strayed * strayed
    gradient[at]! += 2 * precision * strayed
  }
  return price
}
