/**
 * Variance of the difference in length, per character: three times that of Gale and Church (6.8), because literary
 * translation is freer than parliamentary debates.
 */
const VARIANCE = 20.4

/**
 * How badly two lengths fit: half the squared number of standard deviations between them (a negative log density but
 * for its constant), 0 when they are in proportion.
 *
 * d = (c·z − e) / √(s² · c · (z + e / c) / 2) for z Chinese and e English characters, c English characters for a Chinese
 * one in this text, s² = 20.4. After Gale and Church, "A program for aligning sentences in bilingual corpora" (1993).
 *
 * @param zh characters, > 0
 * @param en characters, > 0
 * @param ratio English characters for each Chinese one, > 0
 */
export function lengthCost(zh: number, en: number, ratio: number): number {
  const mean = (zh + en / ratio) / 2
  const deviation = ratio * zh - en
  return (deviation * deviation) / (2 * VARIANCE * ratio * mean)
}

/** English characters for each Chinese one in a whole text; 3, the usual figure, when a side is empty. */
export function lengthRatio(zh: Float64Array, en: Float64Array): number {
  const sum = (lengths: Float64Array) => lengths.reduce((total, length) => total + length, 0)
  const zhTotal = sum(zh)
  const enTotal = sum(en)
  return zhTotal > 0 && enTotal > 0 ? enTotal / zhTotal : 3
}
