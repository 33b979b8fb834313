import type { DictionaryEntry } from '../dictionary/dictionary.ts'
import { isHanziAt } from '../text/hanzi.ts'
import { perDictionary } from './perDictionary.ts'
import { UNKNOWN } from './unknown.ts'
import { usualReading } from './usualReadings.ts'

/** Entries that only lead to others, or that nobody means: their reading is the last choice. */
const MINOR =
  /^(?:surname |\(?old\b|archaic|variant of|old variant|Japanese variant|erhua variant|used in|see |also written|\(archaic\)|Taiwan pr)/

type Readings = readonly (readonly string[])[]

/**
 * The readings a dictionary gives a word, the usual one first: lists of numbered syllables in lower case, one for each
 * character. Entries written in the word's own script come before those that are only its traditional form.
 */
export const wordReadings = perDictionary((word, dictionary): Readings => {
  const characters = [...word]
  const entries = dictionary.entries(word).flatMap((entry) => {
    const syllables = alignSyllables(characters, entry.reading.toLowerCase().split(' '))
    return syllables && !syllables.includes(UNKNOWN) ? [{ entry, syllables }] : []
  })
  const own = entries.filter(({ entry }) => entry.simplified === word)
  const ranked = (own.length > 0 && characters.length > 1 ? own : entries).toSorted(
    (a, b) => minority(a.entry) - minority(b.entry),
  )
  const distinct = new Map(ranked.map(({ syllables }) => [syllables.join(' '), syllables]))
  const usual = distinct.get(usualReading(word) ?? '')
  return usual
    ? [usual, ...[...distinct.values()].filter((syllables) => syllables !== usual)]
    : [...distinct.values()]
})

/**
 * One syllable for each character. Mostly there are as many of either; Latin letters may stand together (`AA zhi4`), then
 * the hanzi take the numbered syllables and the letters none.
 */
function alignSyllables(
  characters: readonly string[],
  syllables: readonly string[],
): readonly string[] | null {
  if (syllables.length === characters.length) return syllables
  const spoken = syllables.filter((syllable) => /^[a-z:]+[1-5]$/.test(syllable))
  const isSpoken = characters.map((character) => isHanziAt(character, 0))
  if (spoken.length !== isSpoken.filter(Boolean).length) return null
  let next = 0
  return isSpoken.map((hanzi) => (hanzi ? spoken[next++]! : ''))
}

/** Whether an entry only leads to another one, or is for specialists. */
export function isMinorEntry(entry: DictionaryEntry): boolean {
  return MINOR.test(entry.glosses[0] ?? '')
}

function minority(entry: DictionaryEntry): number {
  return (/^[A-Z]/.test(entry.reading) ? 2 : 0) + (isMinorEntry(entry) ? 1 : 0)
}
