import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'
import { isHanziAt } from '../text/hanzi.ts'
import { nameSyllable } from './transliteration.ts'

const ASIDE = /^(?:surname |(?:\w+ )?variant of|see |used in |also written)/

/** The entry of a headword that means something by itself: not a surname, not a variant; the first when none does. */
export function mainEntry(word: string, dictionary: Dictionary): DictionaryEntry | undefined {
  const entries = dictionary.entries(word)
  return entries.find((entry) => !ASIDE.test(entry.glosses[0] ?? '')) ?? entries[0]
}

/**
 * The reading of a headword, put together from the readings of the words it is made of: CC-CEDICT's written form in lower
 * case, a syllable for every hanzi. A hanzi in a foreign name is read as names are (什 `shi`).
 */
export function readingOf(
  words: readonly { readonly text: string; readonly name: boolean }[],
  dictionary: Dictionary,
): string {
  return words
    .map(({ text, name }) => (name ? nameReading(text, dictionary) : wordReading(text, dictionary)))
    .filter((reading) => reading !== '')
    .join(' ')
}

function wordReading(word: string, dictionary: Dictionary): string {
  const entry = mainEntry(word, dictionary)
  if (entry !== undefined) {
    return entry.reading
      .toLowerCase()
      .split(' ')
      .filter((syllable) => /^[a-zü:]+[1-5]$/.test(syllable))
      .join(' ')
  }
  const parts: string[] = []
  for (let at = 0; at < word.length;) {
    const length =
      word.length === 1
        ? 0
        : Math.min(dictionary.longestMatch(word, at), at === 0 ? word.length - 1 : word.length)
    const end = at + Math.max(1, length)
    if (isHanziAt(word, at)) parts.push(wordReading(word.slice(at, end), dictionary))
    at = end
  }
  return parts.filter((part) => part !== '').join(' ')
}

function nameReading(name: string, dictionary: Dictionary): string {
  if (dictionary.has(name)) return wordReading(name, dictionary)
  const syllables: string[] = []
  for (const hanzi of name) {
    if (!isHanziAt(hanzi, 0)) continue
    const spoken = nameSyllable(hanzi)
    const readings = dictionary.entries(hanzi).map((entry) => entry.reading.toLowerCase())
    syllables.push(readings.find((one) => one.slice(0, -1) === spoken) ?? readings[0] ?? '')
  }
  return syllables.filter((syllable) => syllable !== '').join(' ')
}
