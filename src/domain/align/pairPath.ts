import { type Band, type Block } from './latticeTypes.ts'
import { part } from '../tasks.ts'
import type { Sides } from '../model.ts'
import { pairsOf, type Pairs, type PathPoint } from './band.ts'
import { sizeOf, type TokenSide } from './tokenIds.ts'
import { expect, likelihoodRatio, longestSegment, tokenFactors } from './lexicalCost.ts'
import type { SparseTable } from './sparseTable.ts'
import type { Translation } from './translation.ts'

/** Rows worked on between two reports of progress. */
const ROWS = 16

/**
 * The points of the best path of 1:1 pairs through a band, block by block, corners included: global alignment after Needleman
 * and Wunsch (1970), where a pair earns its evidence in both directions if that is positive, and a segment left alone nothing.
 *
 *   best(i, j) = max(best(i, j − 1), best(i − 1, j), best(i − 1, j − 1) + max(0, evidence(i, j)))
 *
 * The wide band of a book has millions of cells: this keeps one number for each pair and one byte for each cell. Yields the
 * share done.
 */
export function* pairPath(
  bitext: Sides<TokenSide>,
  translation: Translation,
  band: Band,
): Generator<number, readonly (readonly PathPoint[])[]> {
  const pairs = pairsOf(band, sizeOf(bitext.zh))
  const evidence = yield* part(0, 0.9, pairEvidence(bitext, translation, pairs))
  const points: (readonly PathPoint[])[] = []
  for (const rows of band)
    points.push(yield* part(0.9, 1, blockPath(rows, pairs, evidence, sizeOf(bitext.zh))))
  return points
}

/** Log-likelihood ratio of each pair of segments: English given Chinese and Chinese given English, added. */
function* pairEvidence(
  { zh, en }: Sides<TokenSide>,
  { enGivenZh, zhGivenEn }: Translation,
  { lo, hi, start }: Pairs,
): Generator<number, Float64Array> {
  const [zhSize, enSize] = [sizeOf(zh), sizeOf(en)]
  const evidence = new Float64Array(start[zhSize]!)
  const strength = new Float64Array(longestSegment(zh, en))
  const enGiven = ratioGiven(zh, en, enGivenZh, strength)
  for (let i = 0; i < zhSize; i++) {
    if (i % ROWS === ROWS - 1) yield (0.5 * i) / zhSize
    const row = start[i]! - lo[i]!
    enGiven(i, lo[i]!, hi[i]!, (j, ratio) => (evidence[row + j] = ratio))
  }
  const zhGiven = ratioGiven(en, zh, zhGivenEn, strength)
  for (let j = 0, first = 0, last = 0; j < enSize; j++) {
    if (j % ROWS === ROWS - 1) yield 0.5 + (0.5 * j) / enSize
    while (first < zhSize && hi[first]! <= j) first++
    while (last < zhSize && lo[last]! <= j) last++
    zhGiven(j, first, last, (i, ratio) => {
      if (j < hi[i]!) evidence[start[i]! + j - lo[i]!]! += ratio
    })
  }
  return evidence
}

/** Finds the ratios of the segments `from` … `to` of one side given a segment of the other, in single precision. */
function ratioGiven(given: TokenSide, side: TokenSide, table: SparseTable, strength: Float64Array) {
  const expected = new Float64Array(side.vocabulary.length)
  const factor = tokenFactors(side)
  return (
    segment: number,
    from: number,
    to: number,
    found: (other: number, ratio: number) => void,
  ): void => {
    const span = given.start[segment + 1]! - given.start[segment]!
    expect(expected, given, segment, table, 1)
    for (let other = from; other < to; other++) {
      const first = side.start[other]!
      const tokens = side.start[other + 1]! - first
      for (let t = 0; t < tokens; t++) strength[t] = Math.fround(expected[side.ids[first + t]!]!)
      found(other, Math.fround(likelihoodRatio(strength, factor, first, tokens, span)))
    }
    expect(expected, given, segment, table, 0)
  }
}

/** How a cell is reached: by an English segment alone, by a Chinese one alone, by a pair. */
const EN_ALONE = 1
const ZH_ALONE = 2
const PAIR = 3

/** The best path through the rows of one block. */
function* blockPath(
  { block, lo, hi }: Band[number],
  pairs: Pairs,
  evidence: Float64Array,
  zhSegments: number,
): Generator<number, readonly PathPoint[]> {
  const rows = lo.length
  const cellAt = new Float64Array(rows + 1)
  for (let row = 0; row < rows; row++) cellAt[row + 1] = cellAt[row]! + hi[row]! - lo[row]! + 1
  const by = new Uint8Array(cellAt[rows]!)
  const width = block.en.to - block.en.from + 1
  let above = new Float64Array(width).fill(-Infinity)
  let best = new Float64Array(width).fill(-Infinity)
  for (let row = 0; row < rows; row++) {
    const i = block.zh.from + row - 1
    ;[above, best] = [best, above]
    // Left of a row's first cell and right of its last there is no way. What was left there is from the row before last.
    if (row > 1)
      best.fill(-Infinity, lo[row - 2]! - block.en.from, hi[row - 2]! - block.en.from + 1)
    for (let j = lo[row]!; j <= hi[row]!; j++) {
      const at = j - block.en.from
      let most = row === 0 && at === 0 ? 0 : -Infinity
      let how = 0
      if (at > 0 && best[at - 1]! > most) [most, how] = [best[at - 1]!, EN_ALONE]
      if (row > 0 && above[at]! > most) [most, how] = [above[at]!, ZH_ALONE]
      if (row > 0 && at > 0 && above[at - 1]! > -Infinity) {
        const earns = Math.max(0, evidence[pairs.start[i]! + j - 1 - pairs.lo[i]!]!)
        if (above[at - 1]! + earns > most) [most, how] = [above[at - 1]! + earns, PAIR]
      }
      best[at] = most
      by[cellAt[row]! + j - lo[row]!] = how
    }
    if (row % ROWS === ROWS - 1) yield (block.zh.from + row) / (zhSegments + 1)
  }
  return pointsBack(block, (zh, en) => {
    const row = zh - block.zh.from
    return by[cellAt[row]! + en - lo[row]!]!
  })
}

/** The points from the end of a block back to its start, in order. */
function pointsBack(block: Block, how: (zh: number, en: number) => number): readonly PathPoint[] {
  let { to: zh } = block.zh
  let { to: en } = block.en
  const points: PathPoint[] = [{ zh, en }]
  while (zh > block.zh.from || en > block.en.from) {
    const step = how(zh, en)
    if (step === 0) throw new RangeError('no path through the band')
    if (step !== EN_ALONE) zh--
    if (step !== ZH_ALONE) en--
    points.push({ zh, en })
  }
  return points.reverse()
}
