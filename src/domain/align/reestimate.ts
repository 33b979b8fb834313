import { type Lattice } from './latticeTypes.ts'
import type { Sides } from '../model.ts'
import { EN_SIZE, ZH_SIZE } from './beadTypes.ts'
import type { TokenSide } from './tokenIds.ts'
import { RowBuilder, type SparseTable } from './sparseTable.ts'

/** The dictionary counts like this many occurrences of every word. */
const DICTIONARY_COUNT = 3
/** A pair the dictionary does not have needs this many beads and this share of the word's occurrences … */
const NEW_PAIR_BEADS = 2
const NEW_PAIR_SHARE = 0.1
/** … and must explain this much of the stem in each of those beads; less than the second is not even counted. */
const NEW_PAIR_PART = 0.05
const COUNTED_PART = 0.02
/** Larger beads teach nothing about words. */
const LARGEST = 6
const LEAST = 0.01

/**
 * Dictionary weights made to fit this text: one round of expectation–maximisation of IBM Model 1 over the beads of a path,
 * with the dictionary as Dirichlet prior. It re-weights what the dictionary has; a new pair is hard to get in, because
 * free re-estimation makes alignments worse, not better.
 *
 *   t(e|w) = (κ · d(e|w) + count(e, w)) / (κ + count(w)), κ = 3
 *
 * In a bead of n words, w explains (d(e|w) + 1/N) / (Σ over words of (d(e|w') + 1/N) + n · share of e) of each stem e, N stems
 * in the text: a stem may also come from nowhere, in proportion to its share of the text. Yields the share done.
 */
export function* reestimate(
  weights: SparseTable,
  bitext: Sides<TokenSide>,
  lattice: Lattice,
  path: readonly number[],
): Generator<number, SparseTable> {
  const { zh, en } = bitext
  const { start, column, value } = weights
  const unseen = 1 / en.ids.length
  const total = new Float64Array(zh.vocabulary.length)
  const knownCount = new Float64Array(value.length)
  const newPairs: (Map<number, PairCount> | undefined)[] = []
  /** Of each stem: how often it is in the bead, what the bead's words expect of it, and 1 / what explains it altogether. */
  const times = new Float64Array(en.vocabulary.length)
  const expected = new Float64Array(en.vocabulary.length)
  const share = new Float64Array(en.vocabulary.length)

  for (const [bead, edge] of path.entries()) {
    if (bead % 50 === 49) yield (0.7 * bead) / path.length
    const zhSize = ZH_SIZE[lattice.type[edge]!]!
    const enSize = EN_SIZE[lattice.type[edge]!]!
    if (zhSize === 0 || enSize === 0 || zhSize + enSize > LARGEST) continue
    const words = tokensOf(zh, lattice.zh[edge]!, zhSize)
    const stems = tokensOf(en, lattice.en[edge]!, enSize)
    for (const word of words)
      for (let k = start[word]!; k < start[word + 1]!; k++) expected[column[k]!]! += value[k]!
    let unseenParts = 0
    for (const stem of stems) {
      times[stem]! += 1
      const nowhere = (en.count[stem]! / en.ids.length) * words.length
      share[stem] = 1 / (nowhere + expected[stem]! + unseen * words.length)
      unseenParts += unseen * share[stem]!
    }
    for (const word of words) {
      total[word]! += unseenParts
      for (let k = start[word]!; k < start[word + 1]!; k++) {
        const stem = column[k]!
        if (times[stem] === 0) continue
        const parts = times[stem]! * share[stem]!
        knownCount[k]! += (value[k]! + unseen) * parts
        total[word]! += value[k]! * parts
      }
    }
    for (const stem of stems) {
      const part = unseen * share[stem]!
      if (part < COUNTED_PART) continue
      for (const word of words) countPair((newPairs[word] ??= new Map()), stem, part, bead)
    }
    for (const word of words)
      for (let k = start[word]!; k < start[word + 1]!; k++) expected[column[k]!] = 0
    for (const stem of stems) times[stem] = 0
  }

  const rows = new RowBuilder(en.vocabulary.length)
  for (let word = 0; word < zh.vocabulary.length; word++) {
    const all = DICTIONARY_COUNT + total[word]!
    let sum = 0
    for (let k = start[word]!; k < start[word + 1]!; k++) sum += value[k]!
    for (let k = start[word]!; k < start[word + 1]!; k++)
      rows.add(column[k]!, ((DICTIONARY_COUNT * value[k]!) / sum + knownCount[k]!) / all)
    for (const [stem, { beads, count }] of newPairs[word] ?? []) {
      const isEarned = beads >= NEW_PAIR_BEADS && count / total[word]! >= NEW_PAIR_SHARE
      if (isEarned && rows.at(stem) === 0) rows.add(stem, count / all)
    }
    rows.endRow(() => 1, LEAST)
    if (word % 500 === 499) yield 0.7 + (0.3 * word) / zh.vocabulary.length
  }
  return rows.build()
}

interface PairCount {
  count: number
  /** Beads in which the word explains a fair part of the stem, and the last of them. */
  beads: number
  lastBead: number
}

function countPair(row: Map<number, PairCount>, stem: number, part: number, bead: number): void {
  let pair = row.get(stem)
  if (!pair) row.set(stem, (pair = { count: 0, beads: 0, lastBead: -1 }))
  pair.count += part
  if (part > NEW_PAIR_PART && pair.lastBead !== bead) {
    pair.beads++
    pair.lastBead = bead
  }
}

function tokensOf(side: TokenSide, segment: number, size: number): Int32Array {
  return side.ids.subarray(side.start[segment]!, side.start[segment + size]!)
}
