import type { DrawnSyllable } from './drawnReading.ts'

/** Where a word of its own certainly ends after so many syllables, nobody knows without a dictionary. */
const LONGEST_WORD = 3

/** How many syllables each written word has. */
function lengthsOf(syllables: number, isName: boolean): readonly number[] {
  if (syllables <= LONGEST_WORD || isName) return [syllables]
  return syllables === 4 ? [2, 2] : Array.from({ length: syllables }, () => 1)
}

/** The syllables of one word as they are written: an apostrophe before a vowel within it, a name with a capital. */
export function joinWord(
  syllables: readonly DrawnSyllable[],
  isName = false,
): readonly DrawnSyllable[] {
  return syllables.map(({ text, tone }, i) => {
    const joined = i > 0 && beginsWithVowel(text) ? `’${text}` : text
    return { text: isName && i === 0 ? capital(joined) : joined, tone }
  })
}

const isErhua = ({ text }: DrawnSyllable): boolean => text === 'r'
const beginsWithVowel = (text: string): boolean => /^[aoe]/i.test(text.normalize('NFD'))
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/**
 * The pinyin of a headword as it is written (GB/T 16159): the syllables of a word joined, an apostrophe before a vowel within
 * it, names with a capital. Of four syllables two and two; where there are more their words are not known, so they stand
 * apart.
 */
export function joinSyllables(
  syllables: readonly DrawnSyllable[],
  isName = false,
): readonly (readonly DrawnSyllable[])[] {
  if (syllables.some(({ tone }) => tone === 0)) return syllables.map((one) => [one])
  const spoken = syllables.filter((one, i) => i === 0 || !isErhua(one)).length
  const words: (readonly DrawnSyllable[])[] = []
  let at = 0
  for (const length of lengthsOf(spoken, isName)) {
    const word: DrawnSyllable[] = []
    for (let said = 0; at < syllables.length; at++) {
      const { text, tone } = syllables[at]!
      if (word.length > 0 && isErhua(syllables[at]!)) word.push({ text, tone })
      else if (said === length) break
      else {
        said += 1
        word.push({ text, tone })
      }
    }
    words.push(joinWord(word, isName))
  }
  return words
}
