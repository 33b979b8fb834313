import { rowLosses } from '../../../../src/domain/srs/fit/gradient.ts'
import { scoredRows, type TrainingSet } from '../../../../src/domain/srs/fit/trainingSet.ts'

/** Mean cost of a prediction, in nats, over the scored answers later than a moment; NaN when there are none. */
export function logLoss(weights: readonly number[], set: TrainingSet, after = -Infinity): number {
  const losses = rowLosses(weights, set)
  let sum = 0
  let count = 0
  for (const row of scoredRows(set)) {
    if (set.times[row]! <= after) continue
    sum += losses[row]!
    count += 1
  }
  return sum / count
}
