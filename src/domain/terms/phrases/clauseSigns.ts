import type { Dictionary } from '../../dictionary/dictionary.ts'
import { glossesOf } from '../words/glosses.ts'
import type { EnWord, ZhWord } from '../words/words.ts'

/** What stands around the English, and whether it begins with the first Chinese word's partner. */
export interface Around {
  readonly before: EnWord | undefined
  readonly after: EnWord | undefined
  readonly inOrder: boolean
}

/** A phrase pair of several Chinese words, as the signs look at it; `…Verbal` is how much of a verb CC-CEDICT makes of a word, 0 … 1. */
interface Phrase extends Around {
  readonly en: readonly EnWord[]
  readonly first: EnWord
  readonly last: EnWord
  readonly firstVerbal: number
  readonly lastVerbal: number
}

/** After these comes a verb. */
const BEFORE_VERB =
  /^(?:to|will|would|can|could|may|might|must|should|shall|not|they|we|he|she|who|i|you)$/
/** After these comes a noun. */
const BEFORE_NOUN =
  /^(?:the|a|an|any|some|all|no|of|on|in|for|with|by|his|her|its|their|our|my|your|this|these|that|those|more|many)$/
/** Prepositions that lead away from the noun, and words that point at something said before. */
const LEADS_AWAY =
  /^(?:by|with|from|into|at|to|in|on|under|against|among|between|down|up|through|across|since|before|after|during|this|his|her|its|their|our|your|my)$/
/** Size, importance, order and place: these describe a thing and do not say what kind it is. */
const QUALIFIER =
  /^(?:main|major|chief|important|significant|big|large|great|huge|giant|small|little|tiny|minor|overall|entire|whole|general|certain|various|different|similar|new|old|recent|latest|last|previous|former|next|following|existing|current|other|local|nearby|external|brief|short|long|good|bad|successful|serious|severe)(?:er|est)?$/

/**
 * Signs that a stretch of words is a piece of a clause or a passing description, not the name of a thing. Each says what it is
 * about by an example.
 */
const SIGNS: readonly ((phrase: Phrase) => boolean)[] = [
  // quickly agreed talks, machines normally
  ({ first, last }) => first.lemma.endsWith('ly') || /[a-z]{3}ly$/.test(last.lemma),
  // the main airport; but long-range, high-profile
  ({ en, first }) => QUALIFIER.test(first.text.toLowerCase()) && en[1]?.hyphened !== true,
  // kilometres long
  ({ last }) => QUALIFIER.test(last.text.toLowerCase()),
  // they opened the talks: the Chinese ends in a verb, the English in no noun made of one
  ({ last, lastVerbal, before }) => lastVerbal > 0.75 && !isNounForm(last, before),
  // reject plans; but installed capacity
  ({ first, firstVerbal, inOrder }) =>
    firstVerbal > 0.75 && !(inOrder && isParticiple(first)) && !isNounForm(first, undefined),
  // to secure peace
  ({ first, firstVerbal, before }) =>
    firstVerbal > 0 &&
    before !== undefined &&
    first.joined &&
    BEFORE_VERB.test(before.text.toLowerCase()),
  // announcing strikes
  ({ first, firstVerbal }) => firstVerbal >= 0.5 && first.text.endsWith('ing'),
  // announced a strike; but kingdom of the sea
  ({ en }) =>
    en.some(({ lemma }, k) => /^(?:a|an|the)$/.test(lemma) && en[k - 1]?.content === true),
  // a pinch of salt: where Chinese has the same order, of counts
  ({ en, inOrder }) => inOrder && en[1]?.lemma === 'of',
  // on top of a wardrobe
  ({ first }) => !first.content && !first.capital,
  // a driver for a driver who drives
  ({ en, lastVerbal }) => en.length === 1 && lastVerbal > 0.5,
  // overflowing of roads
  ({ en, lastVerbal, inOrder }) => lastVerbal > 0.5 && !inOrder && en[1]?.lemma === 'of',
  // corrodes steel
  ({ first, firstVerbal, inOrder }) =>
    firstVerbal > 0.3 && inOrder && first.text.endsWith('s') && isInflected(first),
  // authorities mobilised police; but in shared gardens
  ({ first, firstVerbal, before }) =>
    firstVerbal > 0.3 &&
    isParticiple(first) &&
    before !== undefined &&
    first.joined &&
    (before.content || /^(?:have|has|had|and)$/.test(before.lemma)),
  // workers announced a strike
  ({ en }) => en.slice(1, -1).some((word) => isInflected(word) && !word.text.endsWith('s')),
  // the old man whispered
  ({ last }) => isInflected(last) && last.text.endsWith('ed'),
  // customers plan to …
  ({ first, lastVerbal, after }) =>
    lastVerbal > 0 && first.text.endsWith('s') && /^(?:to|on)$/.test(after?.lemma ?? ''),
  // the sides met
  ({ last, lastVerbal }) => lastVerbal > 0 && !last.text.endsWith('s') && isInflected(last),
  // the president's national security
  ({ en }) => en.some((word) => word.clitic),
  // both sides of the table, walked down the alley
  ({ en }) => en.some(({ lemma }, k) => k > 0 && LEADS_AWAY.test(lemma)),
]

/** Whether a pair of several Chinese words and their English looks like part of a clause rather than a term. */
export function looksLikeClause(
  zh: readonly ZhWord[],
  en: readonly EnWord[],
  around: Around,
  dictionary: Dictionary,
): boolean {
  const [first, last] = [en[0], en.at(-1)]
  const [firstZh, lastZh] = [zh[0], zh.at(-1)]
  if (!first || !last || !firstZh || !lastZh) return true
  const phrase: Phrase = {
    ...around,
    en,
    first,
    last,
    firstVerbal: verbal(firstZh, dictionary),
    lastVerbal: verbal(lastZh, dictionary),
  }
  return SIGNS.some((sign) => sign(phrase))
}

function verbal(word: ZhWord, dictionary: Dictionary): number {
  return word.name ? 0 : glossesOf(word.text, dictionary).verbal
}

/** Not the form of the dictionary: met, led, agreed, plans. */
function isInflected(word: EnWord): boolean {
  const lower = word.text.toLowerCase()
  return lower !== word.lemma && !lower.endsWith('ing')
}

const isParticiple = (word: EnWord): boolean => /(?:ed|wn)$/.test(word.text)

/**
 * English endings that make nouns of verbs. At the end of a term -ing does so, too (intelligence sharing), and -s when what stands
 * before the term begins a noun (the security guarantees).
 */
function isNounForm(word: EnWord, beforeTerm: EnWord | undefined): boolean {
  if (/(?:tion|sion|ment|ance|ence|ity|al|ions|ments)$/.test(word.text)) return true
  if (beforeTerm === undefined) return false
  if (/(?:ing|ers?|ors?)$/.test(word.text)) return true
  return word.text.endsWith('s') && BEFORE_NOUN.test(beforeTerm.lemma)
}
