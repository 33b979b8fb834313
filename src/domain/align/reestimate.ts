import type { Sides } from '../model.ts'
import { BEAD_TYPES } from './beadTypes.ts'
import type { TokenSide } from './bitext.ts'
import type { Lattice } from './lattice.ts'
import { RowBuilder, type SparseTable } from './sparseTable.ts'

/** The dictionary counts like this many occurrences of every word. */
const DICTIONARY_COUNT = 3
/** A pair the dictionary does not have needs this many beads and this share of the word's occurrences. */
const NEW_PAIR_BEADS = 2
const NEW_PAIR_SHARE = 0.1
/** In each of those beads it must explain this much of the stem. */
const NEW_PAIR_PART = 0.05
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
 * A stem may also come from nowhere, in proportion to its share of the text.
 */
export function* reestimate(
  weights: SparseTable,
  bitext: Sides<TokenSide>,
  lattice: Lattice,
  path: readonly number[],
): Generator<number, SparseTable> {
  const { zh, en } = bitext
  const counts = zh.vocabulary.map(() => new Map<number, PairCount>())
  const total = new Float64Array(zh.vocabulary.length)
  const dictionary = zh.vocabulary.map((_, word) => rowOf(weights, word))
  const unseen = 1 / en.ids.length
  for (const [bead, edge] of path.entries()) {
    if (bead % 50 === 49) yield bead / path.length
    const type = BEAD_TYPES[lattice.type[edge]!]!
    if (type.zh === 0 || type.en === 0 || type.zh + type.en > LARGEST) continue
    const words = tokensOf(zh, lattice.zh[edge]!, type.zh)
    for (const stem of tokensOf(en, lattice.en[edge]!, type.en)) {
      let sum = (en.count[stem]! / en.ids.length) * words.length
      for (const word of words) sum += (dictionary[word]!.get(stem) ?? 0) + unseen
      for (const word of words) {
        const part = ((dictionary[word]!.get(stem) ?? 0) + unseen) / sum
        total[word]! += part
        countPair(counts[word]!, stem, part, bead)
      }
    }
  }

  const rows = new RowBuilder(en.vocabulary.length)
  for (let word = 0; word < zh.vocabulary.length; word++) {
    const known = dictionary[word]!
    const all = DICTIONARY_COUNT + total[word]!
    let sum = 0
    for (const weight of known.values()) sum += weight
    for (const [stem, weight] of known) rows.add(stem, (DICTIONARY_COUNT * weight) / (sum * all))
    for (const [stem, pair] of counts[word]!) {
      const earned = pair.beads >= NEW_PAIR_BEADS && pair.count / total[word]! >= NEW_PAIR_SHARE
      if (known.has(stem) || earned) rows.add(stem, pair.count / all)
    }
    rows.endRow(() => 1, LEAST)
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

function rowOf({ start, column, value }: SparseTable, row: number): Map<number, number> {
  const map = new Map<number, number>()
  for (let at = start[row]!; at < start[row + 1]!; at++) map.set(column[at]!, value[at]!)
  return map
}
