import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'
import { usualReading } from './usualReadings.ts'

/** Entries that only lead to others, or that nobody means: their reading is the last choice. */
const MINOR =
  /^(?:surname |\(?old\b|archaic|variant of|old variant|Japanese variant|erhua variant|used in|see |also written|\(archaic\)|Taiwan pr)/

/**
 * The readings a dictionary gives a word, the usual one first: lists of numbered syllables in lower case, one for each
 * character. Entries written in the word's own script come before those that are only its traditional form.
 */
export function wordReadings(word: string, dictionary: Dictionary): readonly (readonly string[])[] {
  const length = [...word].length
  const entries = dictionary
    .entries(word)
    .map((entry) => ({ entry, syllables: entry.reading.toLowerCase().split(' ') }))
    .filter(({ syllables }) => syllables.length === length && !syllables.includes('xx5'))
  const own = entries.filter(({ entry }) => entry.simplified === word)
  const ranked = (own.length > 0 && length > 1 ? own : entries).toSorted(
    (a, b) => minority(a.entry) - minority(b.entry),
  )
  const distinct = new Map(ranked.map(({ syllables }) => [syllables.join(' '), syllables]))
  const usual = distinct.get(usualReading(word) ?? '')
  return usual
    ? [usual, ...[...distinct.values()].filter((syllables) => syllables !== usual)]
    : [...distinct.values()]
}

function minority(entry: DictionaryEntry): number {
  const isMinor = MINOR.test(entry.glosses[0] ?? '')
  const isName = /^[A-Z]/.test(entry.reading)
  return (isName ? 2 : 0) + (isMinor ? 1 : 0)
}
