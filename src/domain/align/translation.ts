import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Sides } from '../model.ts'
import { stemEn } from '../text/lemmaEn.ts'
import type { TokenSide } from './tokenIds.ts'
import { glossStems, type WeightedStems } from './lexicon.ts'
import type { Pivots } from '../dictionary/pivots.ts'
import { RowBuilder, transpose, type SparseTable } from './sparseTable.ts'

/** Chances that one token is translated by another, for the tokens of one bitext. */
export interface Translation {
  /** t(e|w): a row for each Chinese word over English stems, each row summing to at most 1. */
  readonly enGivenZh: SparseTable
  /** t(w|e): a row for each English stem over Chinese words, each row summing to 1 or empty. */
  readonly zhGivenEn: SparseTable
}

/** Share of a word's weight on stems that do not occur in the text which stays in the normaliser. */
const ABSENT = 0.3
/** Weight of what the parts of a word mean, for a word with glosses of its own and for one without. */
const PARTS = 0.1
const PARTS_ALONE = 0.8
/** A longer row of letters is no word, and has too many parts to look each up. */
const LONGEST_WORD = 24
/** Weight of pivot synonyms against the glosses they start from. */
const PIVOT = 1

/** Hanzi that as parts of words say nothing. */
const GRAMMATICAL = new Set(
  '的了着是在和也就都而及与或把被给让向到从对于之其这那个们地得呢吗吧啊著這個們給讓從對於與過过'.split(
    '',
  ),
)

/**
 * What the dictionary alone knows: unnormalised weights of English stems for each Chinese word of the bitext.
 *
 * A gloss counts by its share of the word's weight, stems absent from the text counting 0.3; parts of the word (all shorter
 * headwords inside it, squared length as weight) and synonyms by pivot (gloss → headword → gloss) add to it. A Latin word
 * or number is translated by itself. Yields the share done.
 */
export function* dictionaryWeights(
  bitext: Sides<TokenSide>,
  dictionary: Dictionary,
  pivots: Pivots | null,
): Generator<number, SparseTable> {
  const { idOf } = bitext.en
  const synonymsOf = pivots && synonymFinder(pivots, idOf)
  const rows = new RowBuilder(bitext.en.vocabulary.length)
  for (const [id, word] of bitext.zh.vocabulary.entries()) {
    if (id % 50 === 49) yield id / bitext.zh.vocabulary.length
    const own = glossStems(word, dictionary)
    const found = own !== null && addStems(rows, own, idOf, 1)
    if (word.length > 1 && word.length <= LONGEST_WORD && word.charCodeAt(0) > 0x3000)
      addParts(rows, word, dictionary, idOf, found ? PARTS : PARTS_ALONE)
    if (own && synonymsOf) addSynonyms(rows, own, synonymsOf)
    const itself = idOf.get(word) ?? idOf.get(stemEn(word))
    if (itself !== undefined) rows.add(itself, Math.max(0, 1 - rows.at(itself)))
    rows.endRow()
  }
  return rows.build()
}

/** Adds the stems that occur in the text; whether there was one. */
function addStems(
  rows: RowBuilder,
  { stems, weights }: WeightedStems,
  idOf: ReadonlyMap<string, number>,
  factor: number,
): boolean {
  let present = 0
  let absent = 0
  stems.forEach((stem, i) => {
    if (idOf.has(stem)) present += weights[i]!
    else absent += weights[i]!
  })
  if (present === 0) return false
  stems.forEach((stem, i) => {
    const id = idOf.get(stem)
    if (id !== undefined) rows.add(id, (factor * weights[i]!) / (present + ABSENT * absent))
  })
  return true
}

function addParts(
  rows: RowBuilder,
  word: string,
  dictionary: Dictionary,
  idOf: ReadonlyMap<string, number>,
  factor: number,
): void {
  const parts: { stems: WeightedStems; weight: number }[] = []
  let total = 0
  for (let start = 0; start < word.length; start++) {
    for (let end = start + 1; end <= word.length; end++) {
      const part = word.slice(start, end)
      if (part === word || GRAMMATICAL.has(part) || !dictionary.has(part)) continue
      const stems = glossStems(part, dictionary)
      if (!stems) continue
      const weight = part.length ** 2
      parts.push({ stems, weight })
      total += weight
    }
  }
  for (const { stems, weight } of parts) addStems(rows, stems, idOf, (factor * weight) / total)
}

/** The synonyms of a stem that occur in the text; each stem is looked up once. */
function synonymFinder(pivots: Pivots, idOf: ReadonlyMap<string, number>) {
  const known = new Map<string, readonly Synonym[]>()
  return (stem: string): readonly Synonym[] => {
    let found = known.get(stem)
    if (found === undefined) {
      const list: Synonym[] = []
      pivots.visit(stem, (synonym, share) => {
        const id = idOf.get(synonym)
        if (id !== undefined) list.push({ id, share })
      })
      known.set(stem, (found = list))
    }
    return found
  }
}

interface Synonym {
  readonly id: number
  readonly share: number
}

function addSynonyms(
  rows: RowBuilder,
  { stems, weights }: WeightedStems,
  synonymsOf: (stem: string) => readonly Synonym[],
): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  stems.forEach((stem, i) => {
    for (const { id, share } of synonymsOf(stem))
      rows.add(id, (PIVOT * share * weights[i]!) / total)
  })
}

/**
 * Chances in both directions: rows scaled down to sum to at most 1, and t(w|e) by Bayes with the counts of the text. Yields
 * the share done.
 */
export function* translationOf(
  weights: SparseTable,
  bitext: Sides<TokenSide>,
): Generator<number, Translation> {
  const rows = weights.start.length - 1
  const value = weights.value.slice()
  for (let row = 0; row < rows; row++)
    scaleRow(weights.start, value, row, (sum) => Math.max(1, sum))
  const enGivenZh: SparseTable = { start: weights.start, column: weights.column, value }

  yield 0.3
  const zhGivenEn = transpose(enGivenZh, bitext.en.vocabulary.length)
  yield 0.7
  const count = bitext.zh.count
  for (let at = 0; at < zhGivenEn.value.length; at++)
    zhGivenEn.value[at]! *= count[zhGivenEn.column[at]!]!
  for (let row = 0; row < bitext.en.vocabulary.length; row++)
    scaleRow(zhGivenEn.start, zhGivenEn.value, row, (sum) => sum)
  return { enGivenZh, zhGivenEn }
}

function scaleRow(
  start: Int32Array,
  value: Float64Array,
  row: number,
  divisor: (sum: number) => number,
): void {
  let sum = 0
  for (let at = start[row]!; at < start[row + 1]!; at++) sum += value[at]!
  const by = divisor(sum)
  for (let at = start[row]!; at < start[row + 1]!; at++) value[at]! /= by
}
