import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Level, Occurrence, Side, Term, TermKind } from '../model.ts'
import type { Candidate } from './candidates.ts'
import { difficultyOfEnglish, levelOfEnglish } from './englishLevel.ts'
import { glossesOf } from './words/glosses.ts'
import { keyness } from './keyness.ts'
import { readingOf } from './reading.ts'

/** What a phrase or a word is ranked by when no list knows how often it is met: log10 of its share of running words. */
const UNKNOWN = -8
/** What a piece of a clause is worth, and a headword that only stands inside a longer term. */
const CLAUSE = 0.4
const INSIDE = 0.6

/**
 * The term a candidate makes, with its occurrences.
 *
 * @param counts how often every Chinese word stands in the text
 */
export function asTerm(
  candidate: Candidate,
  occurrences: readonly Occurrence[],
  dictionary: Dictionary,
  learning: Side,
  counts: ReadonlyMap<string, number>,
): Term {
  const { zh, en, name } = candidate
  const words = candidate.pairs.find((pair) => pair.zhText === zh)?.zhWords ?? []
  const listed = dictionary.has(zh)
  const level: Level = { ...dictionary.levelZh(zh), ...levelOfEnglish(en, dictionary) }
  const worth = keyness({
    strength: candidate.strength,
    count: occurrences.length,
    logFrequencies: listed
      ? [dictionary.logFrequency(zh) ?? UNKNOWN]
      : words.map((word) => dictionary.logFrequency(word.text) ?? UNKNOWN),
    level: { ...level, ...difficultyOfEnglish(en, dictionary) },
    learning,
    listed,
    name,
    composed:
      !listed &&
      !name &&
      words.length > 1 &&
      words.every(({ text }) => (counts.get(text) ?? 0) > occurrences.length),
  })
  return {
    zh,
    en,
    reading: readingOf(listed ? [{ text: zh, name }] : words, dictionary, en),
    gloss: glossesOf(zh, dictionary).meanings,
    kind: kindOf({ zh, en, name, words: words.length }, learning, dictionary),
    level,
    score: worth * (candidate.clause ? CLAUSE : 1) * (candidate.inside ? INSIDE : 1),
    occurrences,
  }
}

function kindOf(
  term: {
    readonly zh: string
    readonly en: string
    readonly name: boolean
    readonly words: number
  },
  learning: Side,
  dictionary: Dictionary,
): TermKind {
  if (term.name) return 'name'
  if (glossesOf(term.zh, dictionary).idiom) return 'idiom'
  const isPhrase =
    learning === 'en' ? term.en.includes(' ') : term.words > 1 && !dictionary.has(term.zh)
  return isPhrase ? 'phrase' : 'word'
}
