import { type Block } from './latticeTypes.ts'
import type { Sides } from '../model.ts'
import type { PathPoint } from './band.ts'
import { sizeOf, type TokenSide } from './tokenIds.ts'
import { backgroundFactors } from './lexicalCost.ts'
import type { Translation } from './translation.ts'

/** A token is rare when it occurs this often at most; only matches of rare tokens make anchors. */
const RARE = 6
/** Pairs kept for each Chinese segment, and the log-likelihood ratio an anchor must exceed. */
const BEST = 6
const LEAST = 4

interface Anchor extends PathPoint {
  readonly weight: number
}

/**
 * Points the true path very likely passes near, block by block, corners included: the heaviest chain of pairs of segments
 * that share rare dictionary matches and ascend on both sides. Needs time n log n, whatever the size of the matrix.
 */
export function* anchorPoints(
  bitext: Sides<TokenSide>,
  translation: Translation,
  blocks: readonly Block[],
): Generator<number, readonly (readonly PathPoint[])[]> {
  const finder = rareMatches(bitext, translation)
  const points: PathPoint[][] = []
  for (const { zh, en } of blocks) {
    const anchors: Anchor[] = []
    if (zh.to - zh.from > 1 && en.to - en.from > 1) {
      for (let i = zh.from; i < zh.to; i++) {
        anchors.push(...finder(i, en.from, en.to))
        if (i % 64 === 63) yield i / sizeOf(bitext.zh)
      }
    }
    // The point between the two segments of a pair, as boundaries count.
    const chain = heaviestChain(anchors).map((anchor) => ({ zh: anchor.zh, en: anchor.en }))
    points.push([{ zh: zh.from, en: en.from }, ...chain, { zh: zh.to, en: en.to }])
  }
  return points
}

/** Finds the best partners of a Chinese segment by their rare matches: log-likelihood ratio of each, summed. */
function rareMatches(bitext: Sides<TokenSide>, { enGivenZh }: Translation) {
  const { zh, en } = bitext
  const postings = postingsOf(en)
  const factor = backgroundFactors(en)
  const score = new Float64Array(sizeOf(en))
  return (i: number, from: number, to: number): readonly Anchor[] => {
    const touched: number[] = []
    const tokens = zh.start[i + 1]! - zh.start[i]!
    for (let at = zh.start[i]!; at < zh.start[i + 1]!; at++) {
      const word = zh.ids[at]!
      if (zh.count[word]! > RARE) continue
      for (let k = enGivenZh.start[word]!; k < enGivenZh.start[word + 1]!; k++) {
        const stem = enGivenZh.column[k]!
        if (en.count[stem]! > RARE) continue
        const ratio = Math.log1p((enGivenZh.value[k]! * factor[stem]!) / tokens)
        for (let p = postings.start[stem]!; p < postings.start[stem + 1]!; p++) {
          const j = postings.segment[p]!
          if (j < from || j >= to) continue
          if (score[j] === 0) touched.push(j)
          score[j]! += ratio
        }
      }
    }
    const anchors = touched
      .map((j) => ({ zh: i, en: j, weight: score[j]! - LEAST }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || a.en - b.en)
      .slice(0, BEST)
    for (const j of touched) score[j] = 0
    return anchors
  }
}

/** The segments each token occurs in. */
function postingsOf(side: TokenSide) {
  const start = new Int32Array(side.count.length + 1)
  side.count.forEach((count, id) => (start[id + 1] = start[id]! + count))
  const next = start.slice()
  const segment = new Int32Array(side.ids.length)
  for (let s = 0; s < sizeOf(side); s++)
    for (let at = side.start[s]!; at < side.start[s + 1]!; at++) segment[next[side.ids[at]!]!++] = s
  return { start, segment }
}

/**
 * The chain of anchors, ascending on both sides, with the greatest sum of weights (a heaviest increasing subsequence).
 * Anchors come row by row; a Fenwick tree over the columns holds the best chain that ends left of a column.
 */
export function heaviestChain(anchors: readonly Anchor[]): readonly Anchor[] {
  const columns = anchors.reduce((most, { en }) => Math.max(most, en + 1), 0)
  const tree = new Int32Array(columns + 1).fill(-1)
  const sum = new Float64Array(anchors.length)
  const before = new Int32Array(anchors.length).fill(-1)
  const better = (a: number, b: number) => (b < 0 || (a >= 0 && sum[a]! >= sum[b]!) ? a : b)
  let best = -1
  for (let first = 0; first < anchors.length;) {
    let end = first
    while (end < anchors.length && anchors[end]!.zh === anchors[first]!.zh) end++
    // Look the whole row up before entering any of it: a chain takes one anchor of a row.
    for (let a = first; a < end; a++) {
      let left = -1
      for (let c = anchors[a]!.en; c > 0; c -= c & -c) left = better(left, tree[c]!)
      before[a] = left
      sum[a] = anchors[a]!.weight + (left < 0 ? 0 : sum[left]!)
      best = better(best, a)
    }
    for (let a = first; a < end; a++)
      for (let c = anchors[a]!.en + 1; c <= columns; c += c & -c) tree[c] = better(tree[c]!, a)
    first = end
  }
  const chain: Anchor[] = []
  for (let a = best; a >= 0; a = before[a]!) chain.push(anchors[a]!)
  return chain.reverse()
}
