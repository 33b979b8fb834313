import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'
import { isAboutWord, readGloss, withoutNotes, type Gloss } from '../dictionary/gloss.ts'
import { isEmptyWord } from '../text/emptyWords.ts'
import { stemEn } from '../text/lemmaEn.ts'
import { tokenizeEn } from '../text/tokenizeEn.ts'

/** The English stems a Chinese word may be translated with. */
export interface WeightedStems {
  readonly stems: readonly string[]
  /** How much each speaks for the word; earlier and shorter glosses weigh more. > 0, no fixed sum. */
  readonly weights: readonly number[]
}

/** Variants that say no meaning, besides the commoner ones; the few others (`popular`, `Taiwan`) are read as they stand. */
const VARIANTS = new Set(['archaic', 'erroneous', 'ancient'])

const EVERYTHING = new WeakMap<Dictionary, Map<string, WeightedStems | null>>()
/** Words kept per dictionary; a long book has some 20,000. */
const MOST_WORDS = 60_000

/**
 * English stems of a headword's glosses, or null when the dictionary has none. Remembered for as long as the dictionary is.
 *
 * The r-th usable gloss (from 0) gives 1 / (1 + 0.15 r) / k^0.7 to each of its k content words; "(…)", "[…]", hanzi, "to"
 * and classifiers are left out.
 */
export function glossStems(word: string, dictionary: Dictionary): WeightedStems | null {
  let known = EVERYTHING.get(dictionary)
  if (!known || known.size > MOST_WORDS) EVERYTHING.set(dictionary, (known = new Map()))
  let stems = known.get(word)
  if (stems === undefined) known.set(word, (stems = readGlossStems(dictionary.entries(word))))
  return stems
}

/** {@link glossStems} of the given entries, not remembered. */
export function readGlossStems(entries: readonly DictionaryEntry[]): WeightedStems | null {
  const weightOf = new Map<string, number>()
  for (const entry of entries) {
    let rank = 0
    for (const gloss of entry.glosses.map(readGloss)) {
      if (entries.length > 1 && gloss.kind === 'surname') continue
      for (const meaning of meaningsOf(gloss)) {
        const stems = contentStems(meaning)
        if (stems.length === 0) continue
        const weight = 1 / (1 + 0.15 * rank) / stems.length ** 0.7
        for (const stem of stems) weightOf.set(stem, (weightOf.get(stem) ?? 0) + weight)
        rank++
      }
    }
  }
  if (weightOf.size === 0) return null
  return { stems: [...weightOf.keys()], weights: [...weightOf.values()] }
}

/**
 * The meanings a gloss says: it is split at semicolons, notes and hanzi taken out; what is nothing but a note is what the
 * note says: "(literary)".
 *
 * Other than in the gloss's own alternatives the notes go after the split, so a semicolon within a note leaves both its
 * halves to be read: the weights and the pivots were made so.
 */
export function meaningsOf(gloss: Gloss): readonly string[] {
  if (saysNothing(gloss)) return []
  return gloss.bare
    .split(';')
    .map((part) => withoutNotes(part).trim() || part.replace(/[()]/g, ' ').trim())
    .map((meaning) => meaning.replace(/^(?:lit|fig)\. /, ''))
    .filter((meaning) => meaning !== '')
}

function saysNothing(gloss: Gloss): boolean {
  switch (gloss.kind) {
    case 'usedIn':
    case 'erhuaOf':
      return true
    case 'variantOf':
      return isAboutWord(gloss) || VARIANTS.has(gloss.qualifier)
    case 'abbreviationFor':
      return !gloss.isExplained
    default:
      // "See you there!" was taken for a reference when the pivots were made.
      return isAboutWord(gloss) || /^(?:\(bound form\)$|See )/.test(gloss.raw)
  }
}

function contentStems(meaning: string): readonly string[] {
  const all = tokenizeEn(meaning.replace(/^to /i, ''))
    .filter(({ kind }) => kind !== 'clitic')
    .map(({ kind, norm }) => (kind === 'number' ? norm : stemEn(norm)))
  const content = all.filter((stem) => !isEmptyWord(stem))
  return content.length > 0 ? content : all
}
