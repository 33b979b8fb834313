import type { Dictionary } from '../../dictionary/dictionary.ts'
import { glossesOf } from '../words/glosses.ts'
import type { BeadWords } from '../beadWords.ts'
import type { Link } from '../links/linkBoard.ts'
import { isProper, type ZhWord } from '../words/words.ts'

/** A foreign name, or a headword the dictionary writes with a capital. */
export function isProperZh(word: ZhWord, dictionary: Dictionary): boolean {
  return word.name || glossesOf(word.text, dictionary).proper
}

/**
 * Whether the English is a piece of a longer capitalised name: Crystal of Crystal Mountain, Group of Wagner Group. What a name or
 * a proper headword alone is linked to is no piece, and parts a title off: Secretary of State stands before Rubio in
 * both languages, with or without a first name that no hanzi spell.
 */
export function isNameFragment(
  zh: readonly ZhWord[],
  words: BeadWords,
  from: number,
  to: number,
  ofEn: readonly (readonly Link[])[],
  dictionary: Dictionary,
): boolean {
  const { en } = words
  const proper = zh.some((word) => isProperZh(word, dictionary))
  if (proper && zh.length === 1) {
    // Illinois of Illinois University; but Russian before Foreign Minister is a word of its own.
    const next = words.zh[words.zh.indexOf(zh[0]!) + 1]
    const partner = next?.joined ? ofEn[to + 1]?.some((link) => words.zh[link.zh] === next) : false
    return (
      partner === true && en[to + 1]!.joined && isProper(en[to + 1]!) && !NATION.test(en[to]!.text)
    )
  }
  if (!en.slice(from, to + 1).every((word) => isProper(word) || !word.content)) return false
  const ofPerson = (k: number) => {
    let end = k
    while (
      en[end] !== undefined &&
      isProper(en[end]!) &&
      ofEn[end]!.length === 0 &&
      en[end + 1]?.joined
    )
      end++
    return words.names.some((name) => name.from <= end && end < name.to)
  }
  const belongs = (k: number) =>
    en[k] !== undefined && isProper(en[k]) && !ofPerson(k) && !NATION.test(en[k].text)
  const leads = (k: number) =>
    words.names.some((name) => name.to === k + 1 && name.zh.end === zh[0]!.start) &&
    en[k] !== undefined &&
    isProper(en[k])
  const left = en[from]!.joined && (belongs(from - 1) || leads(from - 1))
  return left || (en[to + 1]?.joined === true && belongs(to + 1))
}

/** Adjectives of nations stand before titles without being part of them: Russian Foreign Minister. */
const NATION =
  /(?:[a-z]{2}(?:ian|ean|yan|can|ese|ish|aeli|qi|ani|ench|reek|wiss|utch|Thai)|U\.S\.|US|UK|EU|UN)$/
