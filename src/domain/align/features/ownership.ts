import { rarity } from './coverage.ts'
import type { FeatureGroup, Sight } from './features.ts'

/** Segments around a token's bead on the path that it may belong to. */
const REACH = 3
/** A weaker match owns nothing. */
const LEAST_MATCH = 0.03
/** Evidence across a cut below this is none. */
const FREE_CUT = 0.7

/**
 * Who owns each token: the one segment of the other side that explains it best, by as much as it does so better than the
 * next, times the token's rarity. Shared evidence lets a merge look good; what is owned says where a boundary is wrong.
 */
export function* ownershipFeatures(sight: Sight): Generator<number, FeatureGroup> {
  const { zhOwned, enOwned, zhTotal, enTotal } = yield* own(sight)
  const { lo, hi, start } = sight.measures.matches.pairs
  const pair = (i: number, j: number) => start[i]! + j - lo[i]!
  const inBand = (i: number, j: number) => i >= 0 && i < lo.length && j >= lo[i]! && j < hi[i]!
  const half = (value: number) => Math.log1p(value) / 2
  /** Evidence between the parts before (p, q) and after it that a cut there would lose. */
  const lost = ({ zh, zhTo, en, enTo }: Sides4, p: number, q: number): number => {
    let sum = 0
    for (let i = zh; i < zhTo; i++)
      for (let j = i < p ? q : en, to = i < p ? enTo : q; j < to; j++)
        sum += zhOwned[pair(i, j)]! + enOwned[pair(i, j)]!
    return sum
  }
  return {
    names: [
      'owned en inside',
      'owned en outside',
      'owned zh inside',
      'owned zh outside',
      'least owned en segment',
      'least owned zh segment',
      'first en to zh before',
      'last en to zh after',
      'first zh to en before',
      'last zh to en after',
      'cut costs, many to many',
      'cut costs, many to one',
      'cut costs, one to many',
      'cut is free, many to many',
      'cut is free, many to one',
    ],
    fill(bead, out, at) {
      const { zh, zhTo, en, enTo } = bead
      if (zh === zhTo || en === enTo) return
      const a = zhTo - zh
      const b = enTo - en
      let enInside = 0
      let zhInside = 0
      let enAll = 0
      let zhAll = 0
      let enLeast = Infinity
      let zhLeast = Infinity
      for (let j = en; j < enTo; j++) {
        let both = 0
        for (let i = zh; i < zhTo; i++) {
          enInside += enOwned[pair(i, j)]!
          zhInside += zhOwned[pair(i, j)]!
          both += enOwned[pair(i, j)]! + zhOwned[pair(i, j)]!
        }
        enAll += enTotal[j]!
        enLeast = Math.min(enLeast, both)
      }
      for (let i = zh; i < zhTo; i++) {
        let both = 0
        for (let j = en; j < enTo; j++) both += enOwned[pair(i, j)]! + zhOwned[pair(i, j)]!
        zhAll += zhTotal[i]!
        zhLeast = Math.min(zhLeast, both)
      }
      out[at] = enInside / 20
      out[at + 1] = (enAll - enInside) / 20
      out[at + 2] = zhInside / 20
      out[at + 3] = (zhAll - zhInside) / 20
      if (b > 1) out[at + 4] = half(enLeast)
      if (a > 1) out[at + 5] = half(zhLeast)
      if (inBand(zh - 1, en)) out[at + 6] = half(enOwned[pair(zh - 1, en)]!)
      if (inBand(zhTo, enTo - 1)) out[at + 7] = half(enOwned[pair(zhTo, enTo - 1)]!)
      if (inBand(zh, en - 1)) out[at + 8] = half(zhOwned[pair(zh, en - 1)]!)
      if (inBand(zhTo - 1, enTo)) out[at + 9] = half(zhOwned[pair(zhTo - 1, enTo)]!)
      if (a === 1 && b === 1) return
      let cut = Infinity
      for (let p = zh; p <= zhTo; p++) {
        for (let q = en; q <= enTo; q++) {
          const corner = (p === zh && q === en) || (p === zhTo && q === enTo)
          if (!corner) cut = Math.min(cut, lost(bead, p, q))
        }
      }
      const kind = a > 1 && b > 1 ? 0 : a > 1 ? 1 : 2
      out[at + 10 + kind] = half(cut)
      if (kind < 2 && cut < FREE_CUT) out[at + 13 + kind] = 1
    },
  }
}

interface Sides4 {
  readonly zh: number
  readonly zhTo: number
  readonly en: number
  readonly enTo: number
}

/** Owned evidence of every pair of segments, by the tokens of each side, and each segment's total. */
interface Ownership {
  readonly zhOwned: Float32Array
  readonly enOwned: Float32Array
  readonly zhTotal: Float64Array
  readonly enTotal: Float64Array
}

function* own({ bitext, measures, path }: Sight): Generator<number, Ownership> {
  const { zh, en } = bitext
  const { pairs } = measures.matches
  const { lo, hi, start } = pairs
  const zhSize = lo.length
  const enSize = en.start.length - 1
  const zhOwned = new Float32Array(start[zhSize]!)
  const enOwned = new Float32Array(start[zhSize]!)
  const zhTotal = new Float64Array(zhSize)
  const enTotal = new Float64Array(enSize)
  const zhRarity = rarity(zh)
  const enRarity = rarity(en)
  for (const [at, { zh: zhFrom, zhTo, en: enFrom, enTo }] of path.entries()) {
    if (at % 100 === 99) yield at / path.length
    for (let j = enFrom; j < enTo; j++) {
      const first = en.start[j]!
      for (let at = first; at < en.start[j + 1]!; at++) {
        const owner = strongest(Math.max(0, zhFrom - REACH), Math.min(zhSize, zhTo + REACH), (i) =>
          j >= lo[i]! && j < hi[i]!
            ? measures.matches.en[measures.matches.enAt[start[i]! + j - lo[i]!]! + at - first]!
            : 0,
        )
        if (owner.at < 0) continue
        const weight = enRarity[en.ids[at]!]! * owner.margin
        enOwned[start[owner.at]! + j - lo[owner.at]!]! += weight
        enTotal[j]! += weight
      }
    }
    for (let i = zhFrom; i < zhTo; i++) {
      const first = zh.start[i]!
      for (let at = first; at < zh.start[i + 1]!; at++) {
        const owner = strongest(
          Math.max(lo[i]!, enFrom - REACH),
          Math.min(hi[i]!, enTo + REACH + 1),
          (j) => measures.matches.zh[measures.matches.zhAt[start[i]! + j - lo[i]!]! + at - first]!,
        )
        if (owner.at < 0) continue
        const weight = zhRarity[zh.ids[at]!]! * owner.margin
        zhOwned[start[i]! + owner.at - lo[i]!]! += weight
        zhTotal[i]! += weight
      }
    }
  }
  return { zhOwned, enOwned, zhTotal, enTotal }
}

/** The segment with the strongest match, and by what share it beats the second, less when it is weak itself. */
function strongest(from: number, to: number, match: (segment: number) => number) {
  let first = 0
  let second = 0
  let at = -1
  for (let segment = from; segment < to; segment++) {
    const value = match(segment)
    if (value > first) {
      second = first
      first = value
      at = segment
    } else if (value > second) second = value
  }
  if (first <= LEAST_MATCH || first === second) return { at: -1, margin: 0 }
  return { at, margin: ((first - second) / first) * Math.min(1, 3 * first) }
}
