import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'
import type { Level, Occurrence, Side, Sides, Term, TextRange } from '../model.ts'
import { glossesOf } from './words/glosses.ts'
import { keyness } from './keyness.ts'
import type { BeadWords } from './beadWords.ts'
import { readingOf } from './reading.ts'

/** A yield after so many headwords. */
const AT_ONCE = 32

/**
 * Terms of a text that has no translation: the dictionary's words, with occurrences on one side. Not sorted. Yields its progress
 * from 0.85, where linking ends, to 1.
 */
export function* unpairedTerms(
  beads: readonly BeadWords[],
  texts: Sides<string>,
  dictionary: Dictionary,
  learning: Side,
): Generator<number, readonly Term[]> {
  const side = beads.some((bead) => bead[learning].length > 0)
    ? learning
    : learning === 'zh'
      ? 'en'
      : 'zh'
  const places = new Map<string, TextRange[]>()
  for (const bead of beads) {
    for (const word of bead[side]) {
      if (!word.content) continue
      const key = 'lemma' in word ? word.lemma : word.text
      const found = places.get(key)
      if (found) found.push({ start: word.start, end: word.end })
      else places.set(key, [{ start: word.start, end: word.end }])
    }
  }
  const terms: Term[] = []
  let done = 0
  for (const [key, found] of places) {
    if (++done % AT_ONCE === 0) yield 0.85 + (0.15 * done) / places.size
    const made =
      side === 'zh'
        ? zhTerm(key, found, dictionary, learning)
        : enTerm(key, found, texts.en, dictionary, learning)
    if (made !== null) terms.push(made)
  }
  return terms
}

function zhTerm(
  zh: string,
  found: readonly TextRange[],
  dictionary: Dictionary,
  learning: Side,
): Term | null {
  if ([...zh].length < 2 || !dictionary.has(zh)) return null
  const { meanings, proper } = glossesOf(zh, dictionary)
  const en = shortest(meanings)
  if (en === '') return null
  const occurrences = found.map((range): Occurrence => ({ zh: range, en: null }))
  return term(
    { zh, en, name: proper, level: dictionary.levelZh(zh), occurrences },
    dictionary,
    learning,
  )
}

function enTerm(
  lemma: string,
  found: readonly TextRange[],
  text: string,
  dictionary: Dictionary,
  learning: Side,
): Term | null {
  const entry = dictionary.findEnglish(lemma, 8).find((one) => means(one, lemma, dictionary))
  const [first] = found
  if (entry === undefined || first === undefined) return null
  const en = text.slice(first.start, first.end)
  const occurrences = found.map((range): Occurrence => ({ zh: null, en: range }))
  const name = /^[A-Z]/.test(entry.reading)
  return term(
    { zh: entry.simplified, en, name, level: dictionary.levelEn(lemma), occurrences },
    dictionary,
    learning,
  )
}

function means(entry: DictionaryEntry, lemma: string, dictionary: Dictionary): boolean {
  return glossesOf(entry.simplified, dictionary).lemmas.get(lemma) === 1
}

function term(
  found: {
    zh: string
    en: string
    name: boolean
    level: Level
    occurrences: readonly Occurrence[]
  },
  dictionary: Dictionary,
  learning: Side,
): Term {
  const { zh, en, name, level, occurrences } = found
  const score = keyness({
    strength: 1,
    count: occurrences.length,
    logFrequencies: [dictionary.logFrequency(zh) ?? -8],
    level,
    learning,
    listed: true,
    name,
    composed: false,
  })
  return {
    zh,
    en,
    reading: readingOf([{ text: zh, name }], dictionary, ''),
    gloss: glossesOf(zh, dictionary).meanings,
    kind: name ? 'name' : glossesOf(zh, dictionary).idiom ? 'idiom' : 'word',
    level,
    score,
    occurrences,
  }
}

/** The first meaning, up to its first semicolon, notes in brackets cut out. */
function shortest(meanings: readonly string[]): string {
  for (const meaning of meanings) {
    const plain =
      meaning
        .replace(/\([^)]*\)/g, '')
        .split(';')[0]
        ?.trim() ?? ''
    if (plain !== '') return plain
  }
  return ''
}
