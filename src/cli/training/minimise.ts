/** First step, and the least and greatest step of a weight. */
const FIRST = 0.1
const LEAST = 1e-5
const GREATEST = 1
/** What a step is multiplied by when the slope keeps its sign, and when it changes. */
const GROW = 1.2
const SHRINK = 0.5

/**
 * Moves weights towards the least value of a convex function by its slope in each of them: iRprop− (Igel & Hüsken 2000),
 * which goes by the signs of the slope only.
 *
 * @param slope writes the slope at the weights into its second argument, which holds zeros
 */
export function minimise(
  weights: Float64Array,
  slope: (weights: Float64Array, into: Float64Array) => void,
  rounds: number,
): void {
  const steps = new Float64Array(weights.length).fill(FIRST)
  const before = new Float64Array(weights.length)
  const now = new Float64Array(weights.length)
  for (let round = 0; round < rounds; round++) {
    now.fill(0)
    slope(weights, now)
    for (let i = 0; i < weights.length; i++) {
      const agreement = now[i]! * before[i]!
      if (agreement > 0) steps[i] = Math.min(GREATEST, steps[i]! * GROW)
      else if (agreement < 0) {
        steps[i] = Math.max(LEAST, steps[i]! * SHRINK)
        now[i] = 0
      }
      weights[i]! -= Math.sign(now[i]!) * steps[i]!
      before[i] = now[i]!
    }
  }
}
