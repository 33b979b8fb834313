import type { Association } from '../words/association.ts'
import type { BeadWords } from '../beadWords.ts'
import type { Evidence } from '../words/evidence.ts'
import { isProper } from '../words/words.ts'

/** A Chinese and an English word of a bead that may be each other's translation. */
export interface ScoredPair {
  readonly zh: number
  readonly en: number
  /** What the dictionary says for it, 0 … 1. */
  readonly evidence: number
  /** What speaks for it whatever its neighbours are linked to. */
  readonly base: number
}

/** A bead with more pairs of words than this is no sentence; only its names are linked. */
const MOST_PAIRS = 60_000
/** Evidence from which on a word has its partner: a one-word gloss is all there is to say. */
export const CERTAIN = 0.95
/** Evidence by hanzi in common and pieces of words: too weak for a name. */
const WEAK: readonly [from: number, to: number] = [0.4, 0.75]
/** Association that says enough without a dictionary. */
const TOGETHER = 0.5

/** Whether a bead has too many words to compare each with each. */
export function isTooLarge({ zh, en }: BeadWords): boolean {
  return zh.length * en.length > MOST_PAIRS
}

/**
 * The pairs of content words of a bead that something speaks for:
 *
 *   base = evidence + ¼·association + ⅕·(1 − |i/I − j/J|)    with evidence
 *   base = 0.35·association + ⅕·(1 − |i/I − j/J|)            without, from an association of ½ on
 *
 * i of I and j of J are the places of the words. Where a word of the bead means the English one for certain, the others are
 * compared by their own glosses only; thorough evidence costs more.
 */
export function scoredPairs(
  words: BeadWords,
  evidence: Evidence,
  association: Association,
): readonly ScoredPair[] {
  const { zh, en } = words
  if (isTooLarge(words)) return []
  const pairs: ScoredPair[] = []
  for (let j = 0; j < en.length; j++) {
    const other = en[j]!
    if (!other.content) continue
    const proper = isProper(other)
    const settled = zh.some(
      (word) => word.content && !word.name && evidence.plain(word.text, other) >= CERTAIN,
    )
    for (let i = 0; i < zh.length; i++) {
      const word = zh[i]!
      if (!word.content || word.name) continue
      const said = isSame(word.text, other.text)
        ? 1
        : settled
          ? evidence.plain(word.text, other)
          : evidence.thorough(word.text, other)
      // States in United States is no statement: a capital inside a sentence asks for the word itself.
      if (proper && said >= WEAK[0] && said < WEAK[1]) continue
      const together = association(word.text, other.lemma)
      if (said === 0 && together < TOGETHER) continue
      const place = 1 - Math.abs((i + 0.5) / zh.length - (j + 0.5) / en.length)
      const base = (said > 0 ? said + 0.25 * together : 0.35 * together) + 0.2 * place
      pairs.push({ zh: i, en: j, evidence: said, base })
    }
  }
  return pairs
}

/** Latin words stay as they are. */
function isSame(zh: string, en: string): boolean {
  return zh.length === en.length && zh.toLowerCase() === en.toLowerCase()
}
