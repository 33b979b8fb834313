import type { Memory } from '../model.ts'
import { exactIntervalDays, MAXIMUM_STABILITY, MINIMUM_STABILITY } from './memory.ts'

/**
 * The memory that best explains a card scheduled by SM-2 (Anki's older scheduler), for imports without a history.
 *
 * Stability is the one whose curve passes through `retention` after `interval` days; difficulty the one with which a
 * good answer at that moment multiplies the interval by `ease`.
 *
 * @param ease multiplier, 1.3 … about 3
 * @param interval in days
 * @param retention share of such cards recalled, in 0 … 1, exclusive
 */
export function memoryFromSm2(
  ease: number,
  interval: number,
  retention: number,
  weights: readonly number[],
): Memory {
  const stability = clamp(
    interval / exactIntervalDays(1, retention, weights),
    MINIMUM_STABILITY,
    MAXIMUM_STABILITY,
  )
  const gainPerEasiness =
    Math.exp(weights[8]!) *
    Math.pow(stability, -weights[9]!) *
    (Math.exp(weights[10]! * (1 - retention)) - 1)
  return { stability, difficulty: clamp(11 - (ease - 1) / gainPerEasiness, 1, 10) }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
