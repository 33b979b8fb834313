import type { Dictionary } from '../dictionary/dictionary.ts'
import { glossesOf } from './glosses.ts'
import { isProperZh } from './nameFragment.ts'
import { isProper, type EnWord, type ZhWord } from './words.ts'

/** What stands around the English, and whether it begins with the first Chinese word's partner. */
export interface Around {
  readonly before: EnWord | undefined
  readonly after: EnWord | undefined
  readonly inOrder: boolean
}

/**
 * Whether several words make a term: a noun with what stands before it, on both sides. CC-CEDICT marks verbs ("to …"), so a
 * stretch that begins with a verb proper or ends in one is an action, not a thing; 的 and numbers make a sentence of it.
 */
export function isTermLike(
  zh: readonly ZhWord[],
  en: readonly EnWord[],
  { before, after, inOrder }: Around,
  dictionary: Dictionary,
): boolean {
  // 国务卿马尔科·卢比奥 is a title and a name: two terms. 瓦格纳集团 is one.
  if (zh.some((word, i) => word.name && i > 0)) return false
  if (dictionary.has(zh.map((word) => word.text).join(''))) return true
  if (
    zh.some((word) => !word.content && !/^[东南西北中]$/.test(word.text)) ||
    zh.length > 4 ||
    en.length > 5
  )
    return false
  if (zh.some((word) => isProperZh(word, dictionary))) {
    // 特朗普总统, President Trump, is a name and a title; 剑桥公爵夫人, Duchess of Cambridge, a title.
    if (!inOrder && !en.some((word) => word.lemma === 'of')) return false
    // 美国代表团 is a delegation; 利比亚国民军 is a name. A title before a person's name is neither.
    return (
      !isProperZh(zh[zh.length - 1]!, dictionary) &&
      en.every(
        (word, i) => !word.content || isProper(word) || (i === 0 && word.capital && en.length > 1),
      ) &&
      !(after?.joined && isProper(after))
    )
  }
  const small = en.filter((word) => word.content && !isProper(word))
  const mixed = small.length > 0 && en.some(isProper)
  if (mixed && !(small.length === 1 && PLACE.test(en[en.length - 1]!.lemma))) return false
  if (zh.some((word) => word.text.length < 2 && !/^[副前]$/.test(word.text))) return false
  if (en[0]!.lemma.endsWith('ly') || zh.some((word) => glossesOf(word.text, dictionary).idiom))
    return false
  const [first, last] = [zh[0]!, zh[zh.length - 1]!]
  if (verbal(last, dictionary) > 0.75 && !isNounForm(en[en.length - 1]!, before)) return false
  if (
    verbal(first, dictionary) > 0.75 &&
    !(inOrder && /(?:ed|wn)$/.test(en[0]!.text)) &&
    !isNounForm(en[0]!, undefined)
  )
    return false
  if (
    verbal(first, dictionary) > 0 &&
    before?.joined &&
    BEFORE_VERB.test(before.text.toLowerCase())
  )
    return false
  // An -ing form or an article after the first word: announcing, announced a strike.
  if (
    verbal(first, dictionary) >= 0.5 &&
    (en[0]!.text.endsWith('ing') || /^(?:a|an|the)$/.test(en[1]?.lemma ?? ''))
  )
    return false
  // A past tense in the middle: workers announced a strike.
  if (en.slice(1, -1).some((word) => isVerbForm(word) && !word.text.endsWith('s'))) return false
  // Customers plan to …
  if (
    verbal(last, dictionary) > 0 &&
    en[0]!.text.endsWith('s') &&
    /^(?:to|on)$/.test(after?.lemma ?? '')
  )
    return false
  const [head] = en.slice(-1)
  if (verbal(last, dictionary) > 0 && head && !head.text.endsWith('s') && isVerbForm(head))
    return false
  return !en.some((word) =>
    /^(?:by|with|from|into|at|this|his|her|its|their|our|your|my)$/.test(word.lemma),
  )
}

function verbal(word: ZhWord, dictionary: Dictionary): number {
  return word.name ? 0 : glossesOf(word.text, dictionary).verbal
}

/** What may stand after a place's name without a capital: Silver Basin area. */
const PLACE =
  /^(?:area|region|state|county|province|city|district|river|coast|border|island|peninsula)$/

/** After these comes a verb. */
const BEFORE_VERB =
  /^(?:to|will|would|can|could|may|might|must|should|shall|not|they|we|he|she|who|i|you)$/

/** A past form: met, led, agreed. */
function isVerbForm(word: EnWord): boolean {
  const lower = word.text.toLowerCase()
  return lower !== word.lemma && !lower.endsWith('ing')
}

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

const BEFORE_NOUN =
  /^(?:the|a|an|any|some|all|no|of|on|in|for|with|by|his|her|its|their|our|my|your|this|these|that|those|more|many)$/
