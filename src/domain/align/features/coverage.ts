import { MOST_EN, MOST_ZH } from '../beadTypes.ts'
import type { TokenSide } from '../tokenIds.ts'
import type { FeatureGroup, Sight } from './features.ts'

/** A token with a match weaker than this has no counterpart. */
const LEAST_MATCH = 0.05

/** How rare a token is: log(1 + segments / occurrences). */
export function rarity(side: TokenSide): Float64Array {
  const segments = side.start.length - 1
  return side.count.map((count) => Math.log(1 + segments / (count + 0.5)))
}

/** How much of each side finds a counterpart on the other, weighed by rarity. */
export function coverageFeatures({ bitext, measures }: Sight): FeatureGroup {
  const { zh: zhSide, en: enSide } = bitext
  const { matches } = measures
  const { lo, start } = matches.pairs
  const enRarity = rarity(enSide)
  const zhRarity = rarity(zhSide)
  const enTotal = totals(enSide, enRarity)
  const zhTotal = totals(zhSide, zhRarity)
  // Unexplained rarity of a segment given a span, like the evidence; NaN where nobody has asked yet.
  const enLeft = new Float32Array(start.at(-1)! * MOST_ZH).fill(NaN)
  const zhLeft = new Float32Array(start.at(-1)! * MOST_EN).fill(NaN)

  const enUnexplained = (j: number, zh: number, size: number): number => {
    const key = (start[zh]! + j - lo[zh]!) * MOST_ZH + size - 1
    if (enLeft[key]! >= 0) return enLeft[key]!
    let left = 0
    const first = enSide.start[j]!
    for (let at = first; at < enSide.start[j + 1]!; at++) {
      let most = 0
      for (let i = zh; i < zh + size; i++)
        most = Math.max(most, matches.en[matches.enAt[start[i]! + j - lo[i]!]! + at - first]!)
      if (most < LEAST_MATCH) left += enRarity[enSide.ids[at]!]!
    }
    return (enLeft[key] = left)
  }
  const zhUnexplained = (i: number, en: number, size: number): number => {
    const pair = start[i]! + en - lo[i]!
    const key = pair * MOST_EN + size - 1
    if (zhLeft[key]! >= 0) return zhLeft[key]!
    let left = 0
    const first = zhSide.start[i]!
    for (let at = first; at < zhSide.start[i + 1]!; at++) {
      let most = 0
      for (let n = 0; n < size; n++)
        most = Math.max(most, matches.zh[matches.zhAt[pair + n]! + at - first]!)
      if (most < LEAST_MATCH) left += zhRarity[zhSide.ids[at]!]!
    }
    return (zhLeft[key] = left)
  }
  return {
    names: ['covered en', 'covered zh', 'unexplained en', 'unexplained zh'],
    fill({ zh, zhTo, en, enTo }, out, at) {
      if (zh === zhTo || en === enTo) return
      let enSum = 0
      let zhSum = 0
      for (let j = en; j < enTo; j++) enSum += enUnexplained(j, zh, zhTo - zh)
      for (let i = zh; i < zhTo; i++) zhSum += zhUnexplained(i, en, enTo - en)
      out[at] = 1 - enSum / (enTotal[enTo]! - enTotal[en]! + 1)
      out[at + 1] = 1 - zhSum / (zhTotal[zhTo]! - zhTotal[zh]! + 1)
      out[at + 2] = enSum / 20
      out[at + 3] = zhSum / 20
    },
  }
}

/** Rarity of all tokens before each segment. */
function totals(side: TokenSide, rare: Float64Array): Float64Array {
  const before = new Float64Array(side.start.length)
  for (let s = 1; s < before.length; s++) {
    before[s] = before[s - 1]!
    for (let at = side.start[s - 1]!; at < side.start[s]!; at++) before[s]! += rare[side.ids[at]!]!
  }
  return before
}
