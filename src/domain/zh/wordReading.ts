import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'
import { usualReading } from './usualReadings.ts'

/** Entries that only lead to others, or that nobody means: their reading is the last choice. */
const MINOR =
  /^(?:surname |\(?old\b|archaic|variant of|old variant|Japanese variant|erhua variant|used in|see |also written|\(archaic\)|Taiwan pr)/

type Readings = readonly (readonly string[])[]

/** A text has few different words and asks for each often; this many are remembered for each dictionary. */
const REMEMBERED = 4000
const remembered = new WeakMap<Dictionary, Map<string, Readings>>()

/**
 * The readings a dictionary gives a word, the usual one first: lists of numbered syllables in lower case, one for each
 * character. Entries written in the word's own script come before those that are only its traditional form.
 */
export function wordReadings(word: string, dictionary: Dictionary): Readings {
  const known = remembered.get(dictionary) ?? new Map<string, Readings>()
  const found = known.get(word)
  if (found) return found
  const readings = rankReadings(word, dictionary)
  if (known.size >= REMEMBERED) known.clear()
  remembered.set(dictionary, known.set(word, readings))
  return readings
}

function rankReadings(word: string, dictionary: Dictionary): Readings {
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

/** Whether an entry only leads to another one, or is for specialists. */
export function isMinorEntry(entry: DictionaryEntry): boolean {
  return MINOR.test(entry.glosses[0] ?? '')
}

function minority(entry: DictionaryEntry): number {
  return (/^[A-Z]/.test(entry.reading) ? 2 : 0) + (isMinorEntry(entry) ? 1 : 0)
}
