import type { Dictionary } from '../../dictionary/dictionary.ts'
import type { TextRange } from '../../model.ts'
import { isHanziAt } from '../../text/hanzi.ts'

/** Letters that are pinyin syllables and nothing else, at least two of them. */
const PINYIN =
  /^(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:[aeiouüv]|ai|ei|ao|ou|an|en|ang|eng|ong|er|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|uo|uai|ui|uan|un|uang|ue|üe)){2,6}$/

/**
 * Where hanzi stand whose readings, one after the other, spell an English name: 回龙观 and Huilongguan, 严复 and Yan Fu.
 *
 * @param english the name; spaces, hyphens and apostrophes are ignored
 */
export function pinyinPlaces(
  text: string,
  range: TextRange,
  english: string,
  dictionary: Dictionary,
): readonly TextRange[] {
  const letters = english.toLowerCase().replace(/[\s'’-]/g, '')
  if (!PINYIN.test(letters)) return []
  const found: TextRange[] = []
  for (let start = range.start; start < range.end; start++) {
    const end = spelledTo(text, start, range.end, letters, dictionary)
    if (end >= start + 2) found.push({ start, end })
  }
  return found
}

/** The end of the hanzi from `at` on that spell all the letters; -1 when none do. */
function spelledTo(
  text: string,
  at: number,
  end: number,
  letters: string,
  dictionary: Dictionary,
): number {
  if (letters === '') return at
  if (at >= end || !isHanziAt(text, at)) return -1
  for (const syllable of syllablesOf(text[at]!, dictionary)) {
    if (!letters.startsWith(syllable)) continue
    const last = spelledTo(text, at + 1, end, letters.slice(syllable.length), dictionary)
    if (last >= 0) return last
  }
  return -1
}

const remembered = new WeakMap<Dictionary, Map<string, readonly string[]>>()

/** The toneless readings of a hanzi; ü as names write it, u and v. */
export function syllablesOf(hanzi: string, dictionary: Dictionary): readonly string[] {
  let known = remembered.get(dictionary)
  if (!known) remembered.set(dictionary, (known = new Map()))
  let syllables = known.get(hanzi)
  if (syllables === undefined) {
    const found = new Set<string>()
    for (const { reading } of dictionary.entries(hanzi)) {
      const plain = reading.toLowerCase().replace(/\d/, '')
      if (!/^[a-z:]+$/.test(plain)) continue
      found.add(plain.replace('u:', 'u'))
      found.add(plain.replace('u:', 'v'))
    }
    known.set(hanzi, (syllables = [...found]))
  }
  return syllables
}
