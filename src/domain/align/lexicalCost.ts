import type { Sides } from '../model.ts'
import type { Pairs } from './band.ts'
import { MOST_EN, MOST_ZH } from './beadTypes.ts'
import { sizeOf, type TokenSide } from './bitext.ts'
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
  const enMatch = new Float32Array(enAt.at(-1)!)
  const zhMatch = new Float32Array(zhAt.at(-1)!)

  const enExpected = new Float64Array(en.vocabulary.length)
  for (let i = 0; i < zhSize; i++) {
    spread(enExpected, zh, i, enGivenZh, 1)
    for (let j = lo[i]!; j < hi[i]!; j++)
      gather(enMatch, enAt[start[i]! + j - lo[i]!]!, enExpected, en, j)
    spread(enExpected, zh, i, enGivenZh, 0)
    if (i % ROWS === ROWS - 1) yield (0.5 * i) / zhSize
  }
  const zhExpected = new Float64Array(zh.vocabulary.length)
  for (let j = 0, first = 0; j < enSize; j++) {
    while (first < zhSize && hi[first]! <= j) first++
    spread(zhExpected, en, j, zhGivenEn, 1)
    for (let i = first; i < zhSize && lo[i]! <= j; i++)
      if (j < hi[i]!) gather(zhMatch, zhAt[start[i]! + j - lo[i]!]!, zhExpected, zh, i)
    spread(zhExpected, en, j, zhGivenEn, 0)
    if (j % ROWS === ROWS - 1) yield 0.5 + (0.5 * j) / enSize
  }
  return { pairs, en: enMatch, enAt, zh: zhMatch, zhAt }
}

/** Adds up what the tokens of a segment translate to; with `by` 0 it wipes the same places clean. */
function spread(
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
  /** English segment j given Chinese i … i + n − 1: at `pair(i, j) · 4 + n − 1`. */
  readonly en: Float32Array
  /** Chinese segment i given English j … j + n − 1: at `pair(i, j) · 7 + n − 1`. */
  readonly zh: Float32Array
}

/** The evidence of all pairs, for spans up to 4 Chinese and 7 English segments inside them. Yields the share done. */
export function* weighEvidence(
  bitext: Sides<TokenSide>,
  matches: Matches,
): Generator<number, Evidence> {
  const { zh, en } = bitext
  const { lo, hi, start } = matches.pairs
  const zhSize = sizeOf(zh)
  const evidence: Evidence = {
    en: new Float32Array(start[zhSize]! * MOST_ZH),
    zh: new Float32Array(start[zhSize]! * MOST_EN),
  }
  const perEn = backgroundFactors(en)
  const perZh = backgroundFactors(zh)
  const strength = new Float64Array(longest(zh, en))
  for (let i = 0; i < zhSize; i++) {
    for (let j = lo[i]!; j < hi[i]!; j++) {
      const pair = start[i]! + j - lo[i]!
      strength.fill(0)
      for (let n = 1, tokens = 0; n <= MOST_ZH && i + n <= zhSize; n++) {
        const row = i + n - 1
        if (j < lo[row]! || j >= hi[row]!) break
        tokens += zh.start[row + 1]! - zh.start[row]!
        const from = matches.enAt[start[row]! + j - lo[row]!]!
        evidence.en[pair * MOST_ZH + n - 1] = ratio(
          strength,
          matches.en,
          from,
          en,
          j,
          perEn,
          tokens,
        )
      }
      strength.fill(0)
      for (let n = 1, tokens = 0; n <= MOST_EN && j + n <= hi[i]!; n++) {
        tokens += en.start[j + n]! - en.start[j + n - 1]!
        const from = matches.zhAt[pair + n - 1]!
        evidence.zh[pair * MOST_EN + n - 1] = ratio(
          strength,
          matches.zh,
          from,
          zh,
          i,
          perZh,
          tokens,
        )
      }
    }
    if (i % ROWS === ROWS - 1) yield i / zhSize
  }
  return evidence
}

const NOTHING = Math.log(1 - LAMBDA)

/** Adds one more segment's matches to `strength` and weighs the sum against a span of so many tokens. */
function ratio(
  strength: Float64Array,
  match: Float32Array,
  from: number,
  side: TokenSide,
  segment: number,
  factor: Float64Array,
  tokens: number,
): number {
  const first = side.start[segment]!
  const size = side.start[segment + 1]! - first
  if (tokens === 0) return 0
  let sum = 0
  for (let t = 0; t < size; t++) {
    strength[t]! += match[from + t]!
    const p = strength[t]!
    sum += p > 0 ? Math.log(1 - LAMBDA + (p * factor[side.ids[first + t]!]!) / tokens) : NOTHING
  }
  return sum
}

/** λ / b of every token. */
export function backgroundFactors(side: TokenSide): Float64Array {
  const total = side.ids.length + SMOOTHING * side.count.length
  return side.count.map((count) => (LAMBDA * total) / (count + SMOOTHING))
}

function longest(...sides: readonly TokenSide[]): number {
  let most = 0
  for (const { start } of sides)
    for (let s = 1; s < start.length; s++) most = Math.max(most, start[s]! - start[s - 1]!)
  return most
}
