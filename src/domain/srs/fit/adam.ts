/** Adam (Kingma and Ba 2015): each weight moves by its gradient's running mean over the root of its running square. */

const MEAN_DECAY = 0.9
const SQUARE_DECAY = 0.999
const EPSILON = 1e-8

export interface Adam {
  /**
   * Moves the values in place, against the gradient.
   *
   * @param scales how far each value moves at a rate of 1; all alike when left out
   */
  step(
    values: Float64Array,
    gradient: Float64Array,
    learningRate: number,
    scales?: readonly number[],
  ): void
}

export function adam(size: number): Adam {
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  let steps = 0
  return {
    step(values, gradient, learningRate, scales) {
      steps += 1
      // Both running values start from 0; this undoes the bias of the first steps.
      const meanBias = 1 - Math.pow(MEAN_DECAY, steps)
      const squareBias = 1 - Math.pow(SQUARE_DECAY, steps)
      for (let at = 0; at < size; at++) {
        const slope = gradient[at]!
        mean[at] = MEAN_DECAY * mean[at]! + (1 - MEAN_DECAY) * slope
        square[at] = SQUARE_DECAY * square[at]! + (1 - SQUARE_DECAY) * slope * slope
        const move = mean[at]! / meanBias / (Math.sqrt(square[at]! / squareBias) + EPSILON)
        values[at]! -= learningRate * (scales?.[at] ?? 1) * move
      }
    },
  }
}

/** Learning rate at a step: half a cosine wave from `initial` at 0 to 0 at `period`, and back up beyond. */
export function cosineRate(initial: number, step: number, period: number): number {
  return (initial * (1 + Math.cos((Math.PI * step) / period))) / 2
}

/**
 * The price of leaving the values one started from: strength · Σ ((x − x₀) / spread)²; its slopes are added to `gradient`.
 *
 * @param spreads how far each value usually strays
 */
export function addPull(
  values: Float64Array,
  origin: ArrayLike<number>,
  spreads: readonly number[],
  strength: number,
  gradient: Float64Array,
): number {
  let price = 0
  for (let at = 0; at < values.length; at++) {
    const strayed = values[at]! - origin[at]!
    const precision = strength / (spreads[at]! * spreads[at]!)
    price += precision * strayed * strayed
    gradient[at]! += 2 * precision * strayed
  }
  return price
}
