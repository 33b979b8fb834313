import type { Sides } from '../model.ts'
import type { Pairs } from './band.ts'
import { sizeOf, type TokenSide } from './tokenIds.ts'
import type { SparseTable } from './sparseTable.ts'
import type { Translation } from './translation.ts'

/** Share of tokens that come from the other side rather than from nowhere. */
const LAMBDA = 0.6
/** Added to every count, so that a token seen once is not all that rare. */
const SMOOTHING = 0.2

/**
 * For every pair of segments, how strongly each token of one is explained by the other: Σ t(token | other token).
 * The tokens of English segment j under Chinese segment i stand from `enAt[pair]` in `en`, those of i under j from `zhAt[pair]`.
 */
export interface Matches {
  readonly pairs: Pairs
  readonly en: Float32Array
  readonly enAt: Int32Array
  readonly zh: Float32Array
  readonly zhAt: Int32Array
}

/** Rows worked on between two reports of progress. */
const ROWS = 64

/** The matches of all pairs. Yields the share done. */
export function* measureMatches(
  bitext: Sides<TokenSide>,
  { enGivenZh, zhGivenEn }: Translation,
  pairs: Pairs,
): Generator<number, Matches> {
  const { lo, hi, start } = pairs
  const { zh, en } = bitext
  const zhSize = sizeOf(zh)
  const enSize = sizeOf(en)
  const enAt = new Int32Array(start[zhSize]! + 1)
  const zhAt = new Int32Array(start[zhSize]! + 1)
  for (let i = 0, pair = 0; i < zhSize; i++) {
    for (let j = lo[i]!; j < hi[i]!; j++, pair++) {
      enAt[pair + 1] = enAt[pair]! + en.start[j + 1]! - en.start[j]!
      zhAt[pair + 1] = zhAt[pair]! + zh.start[i + 1]! - zh.start[i]!
    }
  }
  yield 0
  // Making room for so many values takes a while in itself.
  const enMatch = new Float32Array(enAt.at(-1)!)
  yield 0
  const zhMatch = new Float32Array(zhAt.at(-1)!)
  yield 0

  const enExpected = new Float64Array(en.vocabulary.length)
  for (let i = 0; i < zhSize; i++) {
    expect(enExpected, zh, i, enGivenZh, 1)
    for (let j = lo[i]!; j < hi[i]!; j++)
      gather(enMatch, enAt[start[i]! + j - lo[i]!]!, enExpected, en, j)
    expect(enExpected, zh, i, enGivenZh, 0)
    if (i % ROWS === ROWS - 1) yield (0.5 * i) / zhSize
  }
  const zhExpected = new Float64Array(zh.vocabulary.length)
  for (let j = 0, first = 0; j < enSize; j++) {
    while (first < zhSize && hi[first]! <= j) first++
    expect(zhExpected, en, j, zhGivenEn, 1)
    for (let i = first; i < zhSize && lo[i]! <= j; i++)
      if (j < hi[i]!) gather(zhMatch, zhAt[start[i]! + j - lo[i]!]!, zhExpected, zh, i)
    expect(zhExpected, en, j, zhGivenEn, 0)
    if (j % ROWS === ROWS - 1) yield 0.5 + (0.5 * j) / enSize
  }
  yield 1
  return { pairs, en: enMatch, enAt, zh: zhMatch, zhAt }
}

/** Adds up what the tokens of a segment translate to; with `by` 0 it wipes the same places clean. */
export function expect(
  expected: Float64Array,
  side: TokenSide,
  segment: number,
  table: SparseTable,
  by: 0 | 1,
): void {
  const { start, column, value } = table
  for (let at = side.start[segment]!; at < side.start[segment + 1]!; at++) {
    const token = side.ids[at]!
    for (let k = start[token]!; k < start[token + 1]!; k++)
      expected[column[k]!] = by * (expected[column[k]!]! + value[k]!)
  }
}

function gather(
  match: Float32Array,
  to: number,
  expected: Float64Array,
  side: TokenSide,
  segment: number,
): void {
  const from = side.start[segment]!
  const end = side.start[segment + 1]!
  for (let at = from; at < end; at++) match[to + at - from] = expected[side.ids[at]!]!
}

/**
 * Log-likelihood ratios of a segment given a span of the other side, against the segment coming from nowhere:
 *
 *   Σ over its tokens of log(1 − λ + λ · p / b), λ = 0.6
 *
 * p is the chance of the token under IBM Model 1, its match averaged over the tokens of the span, so that a longer span must
 * earn its place; b is the token's share of its side's text (counts + 0.2). Greater is better, about 0 for strangers.
 */
export interface Evidence {
  /** Of one English segment given `size` Chinese ones from `zh` on. */
  en(zh: number, size: number, en: number): number
  /** Of one Chinese segment given `size` English ones from `en` on. */
  zh(zh: number, en: number, size: number): number
}

/** Evidence over the pairs that were matched, for spans of so many segments at most; each pair is weighed when first asked for. */
export function weighEvidence(
  { zh, en }: Sides<TokenSide>,
  matches: Matches,
  mostZh: number,
  mostEn: number,
): Evidence {
  const { lo, hi, start } = matches.pairs
  const zhSize = sizeOf(zh)
  const enTable = new Float32Array(start[zhSize]! * mostZh)
  const zhTable = new Float32Array(start[zhSize]! * mostEn)
  const enKnown = new Uint8Array(start[zhSize]!)
  const zhKnown = new Uint8Array(start[zhSize]!)
  const enFactor = tokenFactors(en)
  const zhFactor = tokenFactors(zh)
  const strength = new Float64Array(longestSegment(zh, en))

  const weighEn = (i: number, j: number, pair: number) => {
    enKnown[pair] = 1
    const first = en.start[j]!
    const tokens = en.start[j + 1]! - first
    strength.fill(0, 0, tokens)
    for (let n = 1, row = i; n <= mostZh && row < zhSize; n++, row++) {
      if (j < lo[row]! || j >= hi[row]!) return
      addMatches(strength, matches.en, matches.enAt[start[row]! + j - lo[row]!]!, tokens)
      const span = zh.start[row + 1]! - zh.start[i]!
      enTable[pair * mostZh + n - 1] = likelihoodRatio(strength, enFactor, first, tokens, span)
    }
  }
  const weighZh = (i: number, j: number, pair: number) => {
    zhKnown[pair] = 1
    const first = zh.start[i]!
    const tokens = zh.start[i + 1]! - first
    strength.fill(0, 0, tokens)
    for (let n = 1; n <= mostEn && j + n <= hi[i]!; n++) {
      addMatches(strength, matches.zh, matches.zhAt[pair + n - 1]!, tokens)
      const span = en.start[j + n]! - en.start[j]!
      zhTable[pair * mostEn + n - 1] = likelihoodRatio(strength, zhFactor, first, tokens, span)
    }
  }
  return {
    en(i, size, j) {
      const pair = start[i]! + j - lo[i]!
      if (enKnown[pair] === 0) weighEn(i, j, pair)
      return enTable[pair * mostZh + size - 1]!
    },
    zh(i, j, size) {
      const pair = start[i]! + j - lo[i]!
      if (zhKnown[pair] === 0) weighZh(i, j, pair)
      return zhTable[pair * mostEn + size - 1]!
    },
  }
}

const NOTHING = Math.log(1 - LAMBDA)
/** Products are turned into logarithms before they can overflow. */
const LARGE = 1e200

function addMatches(
  strength: Float64Array,
  match: Float32Array,
  from: number,
  tokens: number,
): void {
  for (let t = 0; t < tokens; t++) strength[t]! += match[from + t]!
}

/** Σ log(1 − λ + λ · p / b) over a segment's tokens: a sum for those without a match, a product for the others. */
export function likelihoodRatio(
  strength: Float64Array,
  factor: Float64Array,
  first: number,
  tokens: number,
  spanTokens: number,
): number {
  if (spanTokens === 0) return 0
  let sum = NOTHING * tokens
  let product = 1
  for (let t = 0; t < tokens; t++) {
    if (strength[t] === 0) continue
    product *= 1 + (strength[t]! * factor[first + t]!) / spanTokens
    if (product > LARGE) {
      sum += Math.log(product)
      product = 1
    }
  }
  return sum + Math.log(product)
}

/** λ / (1 − λ) / b of every token in text order. */
export function tokenFactors(side: TokenSide): Float64Array {
  const factors = backgroundFactors(side)
  const inOrder = new Float64Array(side.ids.length)
  for (let at = 0; at < inOrder.length; at++) inOrder[at] = factors[side.ids[at]!]!
  return inOrder
}

/** λ / (1 − λ) / b of every id. */
export function backgroundFactors(side: TokenSide): Float64Array {
  const total = side.ids.length + SMOOTHING * side.count.length
  return side.count.map((count) => ((LAMBDA / (1 - LAMBDA)) * total) / (count + SMOOTHING))
}

/** Tokens of the longest segment. */
export function longestSegment(...sides: readonly TokenSide[]): number {
  let most = 0
  for (const { start } of sides)
    for (let s = 1; s < start.length; s++) most = Math.max(most, start[s]! - start[s - 1]!)
  return most
}
