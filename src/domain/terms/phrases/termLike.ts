import type { Dictionary } from '../../dictionary/dictionary.ts'
import { looksLikeClause, type Around } from './clauseSigns.ts'
import { glossesOf } from '../words/glosses.ts'
import { isProperZh } from '../names/nameFragment.ts'
import { isProper, type EnWord, type ZhWord } from '../words/words.ts'

/** A term; a piece of a clause or a description, which may be worth learning all the same; or neither. */
export type Likeness = 'term' | 'clause' | 'neither'

/**
 * Whether several words make a term: a noun with what stands before it, on both sides. CC-CEDICT marks verbs ("to …"), so a
 * stretch that begins with a verb proper or ends in one is an action, not a thing; 的 and numbers make a sentence of it.
 */
export function likeness(
  zh: readonly ZhWord[],
  en: readonly EnWord[],
  around: Around,
  dictionary: Dictionary,
): Likeness {
  const { after, inOrder } = around
  // 国务卿马尔科·卢比奥 is a title and a name: two terms. 瓦格纳集团 is one.
  if (zh.some((word, i) => word.name && i > 0)) return 'neither'
  if (dictionary.has(zh.map((word) => word.text).join(''))) return 'term'
  const hasProper = zh.some((word) => isProperZh(word, dictionary))
  if (
    zh.some((word) => !word.content && !/^[东南西北中]$/.test(word.text)) ||
    zh.length > 4 ||
    en.length > 5
  )
    return hasProper ? 'neither' : 'clause'
  if (hasProper) {
    // 特朗普总统, President Trump, is a name and a title; 剑桥公爵夫人, Duchess of Cambridge, a title.
    if (!inOrder && !en.some((word) => word.lemma === 'of')) return 'neither'
    // 美国代表团 is a delegation; 利比亚国民军 is a name. A title before a person's name is neither.
    const isNamed =
      !isProperZh(zh[zh.length - 1]!, dictionary) &&
      en.every(
        (word, i) => !word.content || isProper(word) || (i === 0 && word.capital && en.length > 1),
      ) &&
      !(after?.joined && isProper(after))
    return isNamed ? 'term' : 'neither'
  }
  const small = en.filter((word) => word.content && !isProper(word))
  const mixed = small.length > 0 && en.some(isProper)
  if (mixed && !(small.length === 1 && PLACE.test(en[en.length - 1]!.lemma))) return 'neither'
  if (
    zh.some(
      (word, i) =>
        word.text.length < 2 && !(mayBeSingle(word, i, zh.length, dictionary) && en.length > 1),
    )
  )
    return 'clause'
  if (zh.some((word) => glossesOf(word.text, dictionary).idiom)) return 'neither'
  return looksLikeClause(zh, en, around, dictionary) ? 'clause' : 'term'
}

/** A hanzi that makes a deputy or a former one, or a noun that ends the term: 防洪闸, flood gate. */
function mayBeSingle(word: ZhWord, i: number, length: number, dictionary: Dictionary): boolean {
  if (/^[副前]$/.test(word.text)) return true
  return i > 0 && i === length - 1 && glossesOf(word.text, dictionary).verbal < 0.5
}

/** What may stand after a place's name without a capital: Silver Basin area. */
const PLACE =
  /^(?:area|region|state|county|province|city|district|river|coast|border|island|peninsula)$/
