/**
 * A word's frequency in one byte: tenth-powers in steps of a thirtieth, rounded, so 0 is every word of the text and
 * 255 is 10^−8.5. Sums of such bytes are whole numbers: the same in every engine.
 */
export const STEPS_PER_POWER = 30

/** @param share of the running words, 0 < share ≤ 1 */
export function frequencyByte(share: number): number {
  return Math.max(0, Math.min(255, Math.round(-Math.log10(share) * STEPS_PER_POWER)))
}

export function logFrequencyOf(byte: number): number {
  return -byte / STEPS_PER_POWER
}
