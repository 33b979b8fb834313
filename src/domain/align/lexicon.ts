import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'
import { isEmptyWord } from '../text/emptyWords.ts'
import { stemEn } from '../text/lemmaEn.ts'
import { tokenizeEn } from '../text/tokenizeEn.ts'

/** The English stems a Chinese word may be translated with. */
export interface WeightedStems {
  readonly stems: readonly string[]
  /** How much each speaks for the word; earlier and shorter glosses weigh more. > 0, no fixed sum. */
  readonly weights: readonly number[]
}

/** Glosses that speak about the word, not about its meaning. */
const ABOUT =
  /^(?:CL:|(?:old |archaic |erroneous |Japanese |ancient )?variant of|see |used in|also written|erhua|Taiwan pr|also pr|\(bound form\)$)/i

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
    for (const meaning of meanings(entry)) {
      if (entries.length > 1 && meaning.startsWith('surname ')) continue
      const stems = contentStems(meaning)
      if (stems.length === 0) continue
      const weight = 1 / (1 + 0.15 * rank) / stems.length ** 0.7
      for (const stem of stems) weightOf.set(stem, (weightOf.get(stem) ?? 0) + weight)
      rank++
    }
  }
  if (weightOf.size === 0) return null
  return { stems: [...weightOf.keys()], weights: [...weightOf.values()] }
}

/** The meanings among an entry's glosses: those split at semicolons, notes and hanzi taken out. */
export function meanings(entry: DictionaryEntry): readonly string[] {
  const found: string[] = []
  for (const gloss of entry.glosses) {
    const spelled = /^abbr\. for [^,]*, (.*)$/.exec(gloss)?.[1] ?? gloss
    if (ABOUT.test(spelled) || (spelled === gloss && gloss.startsWith('abbr. for'))) continue
    const plain = spelled.replace(/\[[^\]]*\]/g, ' ').replace(/[\u3400-\u9fff|]+/g, ' ')
    for (const part of plain.split(';')) {
      const bare = part.replace(/\([^)]*\)/g, ' ').trim()
      const meaning = (bare || part.replace(/[()]/g, ' ').trim()).replace(/^(?:lit|fig)\. /, '')
      if (meaning) found.push(meaning)
    }
  }
  return found
}

function contentStems(meaning: string): readonly string[] {
  const all = tokenizeEn(meaning.replace(/^to /i, ''))
    .filter(({ kind }) => kind !== 'clitic')
    .map(({ kind, norm }) => (kind === 'number' ? norm : stemEn(norm)))
  const content = all.filter((stem) => !isEmptyWord(stem))
  return content.length > 0 ? content : all
}
