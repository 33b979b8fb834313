import type { Dictionary } from '../dictionary/dictionary.ts'
import { syllablesOf } from '../terms/names/pinyinNames.ts'

/** 姓田, 周老师: the surname, and the title that follows it. */
const CALLED =
  /姓(\p{Script=Han})(?!名|氏)|(\p{Script=Han})(?=先生|女士|老师|小姐|太太|教授|医生|师傅)/gu
const TITLED =
  /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Doctor|Teacher|Master|Madam|Uncle|Aunt|Auntie)\.?\s+(\p{Lu}\p{Ll}+)/gu
const CAPITALS = /\b\p{Lu}[\p{L}'’-]*/gu

/**
 * A surname that the English spells otherwise or leaves out: after 姓, or before a title where the English has a title, too. Null when
 * they agree, or nothing is known.
 */
export function otherSurname(
  zh: string,
  en: string,
  dictionary: Dictionary,
): readonly [english: string, hanzi: string] | null {
  const capitals = [...en.matchAll(CAPITALS)].map(([name]) => name.toLowerCase())
  const titled = [...en.matchAll(TITLED)].map(([, name = '']) => name)
  for (const [, plain, before] of zh.matchAll(CALLED)) {
    const hanzi = plain ?? before ?? ''
    if (!isSurname(hanzi, dictionary)) continue
    const syllables = syllablesOf(hanzi, dictionary)
    if (capitals.some((name) => syllables.some((syllable) => name.startsWith(syllable)))) continue
    if (plain !== undefined) return [titled[0] ?? '', hanzi]
    const other = titled.find((name) => isPinyin(name, zh, dictionary))
    if (other !== undefined) return [other, hanzi]
  }
  return null
}

const isSurname = (hanzi: string, dictionary: Dictionary): boolean =>
  dictionary
    .entries(hanzi)
    .some(({ glosses, simplified }) => simplified === hanzi && glosses[0]?.startsWith('surname '))

/** Whether a name looks like one syllable of pinyin that no hanzi of the sentence has. */
const isPinyin = (name: string, zh: string, dictionary: Dictionary): boolean =>
  /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiou]{1,3}(?:n|ng|r)?$/.test(name.toLowerCase()) &&
  ![...zh].some((hanzi) => syllablesOf(hanzi, dictionary).includes(name.toLowerCase()))
