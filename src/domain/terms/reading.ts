import type { Dictionary } from '../dictionary/dictionary.ts'
import { isHanziAt } from '../text/hanzi.ts'
import { readingOf as readingOfWord } from '../zh/pinyin.ts'
import { nameSyllable } from '../text/nameHanzi.ts'

/**
 * The reading of a headword, put together from the readings of the words it is made of: CC-CEDICT's written form in lower
 * case, a syllable for every hanzi. A hanzi in a foreign name is read as names are (什 `shi`).
 *
 * @param english its counterpart: it decides between readings the words leave open (还 *repay* `huan2`)
 */
export function readingOf(
  words: readonly { readonly text: string; readonly name: boolean }[],
  dictionary: Dictionary,
  english: string,
): string {
  return words
    .map(({ text, name }) =>
      name && !dictionary.has(text)
        ? nameReading(text, dictionary)
        : readingOfWord(text, dictionary, english),
    )
    .filter((reading) => reading !== '')
    .join(' ')
}

function nameReading(name: string, dictionary: Dictionary): string {
  const syllables: string[] = []
  for (const hanzi of name) {
    if (!isHanziAt(hanzi, 0)) continue
    const spoken = nameSyllable(hanzi)
    const readings = dictionary.entries(hanzi).map((entry) => entry.reading.toLowerCase())
    syllables.push(
      readings.find((one) => one.slice(0, -1) === spoken) ?? readingOfWord(hanzi, dictionary),
    )
  }
  return syllables.filter((syllable) => syllable !== '').join(' ')
}
