import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import type { StoredOdds } from '../../domain/zh/englishEvidence.ts'
import { englishLemmas, glossAndNotes } from '../../domain/zh/englishLemmas.ts'
import { UNIT } from '../../domain/zh/readingModel.ts'
import { isMinorEntry, wordReadings } from '../../domain/zh/wordReading.ts'

/** What a lemma counts that is all of a gloss, one of several, in brackets, in a gloss of a two-character word. */
const COUNTS = { whole: 3, part: 1, note: 0.5, word: 0.15 }
/** So many lemmas of no particular meaning are added to those of a reading. */
const PULL = 12
/** Evidence counts half, and its log-odds never more than four. */
const WEIGHT = 0.5
const GREATEST = 4
/** Weaker evidence is not stored. */
const LEAST = 0.5
/** Strengths are stored in steps of so much. */
const STEP = 8
/** Rarer words teach nothing of what people say. */
const RAREST = -6.5

type Counts = Map<string, number>

/**
 * The English that speaks for each reading of the given hanzi, as it is stored: of lemma e and reading y
 *
 *   log((n(e, y) + PULL · b(e)) / (N(y) + PULL) / b(e))
 *
 * n its weighted count in the glosses of the reading and of two-character words with it, N(y) all of them, b(e) the share of e
 * in all glosses.
 */
export function englishOdds(hanzi: Iterable<string>, dictionary: Dictionary): StoredOdds {
  const { shares, wordsOf } = readGlosses(dictionary)
  const stored: Record<string, string> = {}
  for (const one of [...hanzi].toSorted()) {
    const readings = wordReadings(one, dictionary).map(([syllable = '']) => syllable)
    const rows = readings.map((reading) => {
      const counts = countLemmas(one, reading, wordsOf.get(one) ?? [], dictionary)
      return storeRow(reading, counts, shares)
    })
    if (rows.some((row) => row.includes(' '))) stored[one] = rows.join('|')
  }
  return stored
}

/** The share of each lemma in all glosses, and the two-character words that hold a hanzi. */
function readGlosses(dictionary: Dictionary): {
  readonly shares: ReadonlyMap<string, number>
  readonly wordsOf: ReadonlyMap<string, readonly string[]>
} {
  const counts: Counts = new Map()
  const wordsOf = new Map<string, string[]>()
  let total = 0
  for (const word of dictionary.headwords()) {
    if (word.length > 4) continue
    for (const { glosses } of dictionary.entries(word)) {
      for (const gloss of glosses) {
        if (gloss.startsWith('CL:')) continue
        for (const lemma of englishLemmas(gloss)) {
          add(counts, lemma, 1)
          total++
        }
      }
    }
    if (word.length !== 2 || dictionary.isName(word)) continue
    if ((dictionary.logFrequency(word) ?? -Infinity) < RAREST) continue
    for (const one of new Set(word)) wordsOf.set(one, [...(wordsOf.get(one) ?? []), word])
  }
  return {
    shares: new Map([...counts].map(([lemma, count]) => [lemma, count / total])),
    wordsOf,
  }
}

function countLemmas(
  hanzi: string,
  reading: string,
  words: readonly string[],
  dictionary: Dictionary,
): Counts {
  const counts: Counts = new Map()
  for (const entry of dictionary.entries(hanzi)) {
    if (entry.reading.toLowerCase() !== reading || isMinorEntry(entry)) continue
    for (const gloss of entry.glosses) {
      if (gloss.startsWith('CL:')) continue
      const { bare, notes } = glossAndNotes(gloss)
      const lemmas = englishLemmas(bare)
      const count = lemmas.size === 1 ? COUNTS.whole : COUNTS.part
      for (const lemma of lemmas) add(counts, lemma, count)
      for (const lemma of englishLemmas(notes)) add(counts, lemma, COUNTS.note)
    }
  }
  for (const word of words) {
    if (wordReadings(word, dictionary)[0]?.[word.indexOf(hanzi)] !== reading) continue
    const glosses = dictionary.entries(word).flatMap((entry) => entry.glosses)
    for (const gloss of glosses.filter((one) => !one.startsWith('CL:'))) {
      for (const lemma of englishLemmas(glossAndNotes(gloss).bare)) add(counts, lemma, COUNTS.word)
    }
  }
  return counts
}

function storeRow(reading: string, counts: Counts, shares: ReadonlyMap<string, number>): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const groups = new Map<number, string[]>()
  for (const [lemma, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const share = shares.get(lemma)
    if (share === undefined) continue
    const odds = Math.log((count + PULL * share) / (total + PULL) / share)
    if (odds < LEAST) continue
    const exact = UNIT * WEIGHT * Math.min(GREATEST, odds)
    const step = STEP * Math.round(exact / STEP)
    groups.set(step, [...(groups.get(step) ?? []), lemma])
  }
  const sorted = [...groups].toSorted(([a], [b]) => a - b)
  return [reading, ...sorted.map(([step, lemmas]) => [step, ...lemmas].join(';'))].join(' ')
}

const add = (counts: Counts, lemma: string, count: number): void => {
  counts.set(lemma, (counts.get(lemma) ?? 0) + count)
}
