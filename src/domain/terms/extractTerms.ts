import type { Pivots } from '../align/pivots.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { atOrBelow, DEFAULT_LEARNER_SETTINGS, type LearnerSettings } from '../learner.ts'
import type { Level, Occurrence, Side, Term, TermKind } from '../model.ts'
import {
  chooseCounterparts,
  keyOf,
  withoutFragments,
  type Candidate,
  type PlacedPair,
} from './candidates.ts'
import { difficultyOfEnglish, levelOfEnglish } from './englishLevel.ts'
import { glossesOf } from './glosses.ts'
import { keyness } from './keyness.ts'
import { linkBitext, type Bitext } from './linkBitext.ts'
import { uniteVariants } from './nameVariants.ts'
import { occurrenceAt, outermost } from './occurrences.ts'
import type { BeadWords } from './beadWords.ts'
import { phrasePairs } from './phrasePairs.ts'
import { placesOf } from './places.ts'
import { readingOf } from './reading.ts'
import { unpairedTerms } from './unpairedTerms.ts'

export interface TermOptions {
  /** The language being learnt: headwords are its words, the ranking goes by its levels. Default zh. */
  readonly learning?: Side
  /** What the learner declared: words at or below it rank lower. */
  readonly knownLevel?: Pick<LearnerSettings, 'hsk' | 'cefr'>
  /** Synonyms of English words; it does without. */
  readonly pivots?: Pivots | null
}

/** What the learner's level covers is worth this share. */
const KNOWN = 0.4
/** With fewer beads that have both sides, in all, the text counts as being in one language. */
const PAIRED_SHARE = 0.1

/**
 * The key terms of a bitext with their counterparts in it, best first: words, phrases, idioms and names, never a fragment of
 * a longer one. Yields its progress, 0 … 1.
 *
 * 1. Words of every bead, foreign names found by their sound and kept whole (`findNames`).
 * 2. Links between the words of a bead (`pairTerms`), phrase pairs consistent with them (`phrasePairs`).
 * 3. For each headword the counterpart it has most often; variants of a name united, fragments dropped (`candidates`).
 * 4. Ranked by `keyness`.
 *
 * A text in one language gets the terms the dictionary knows (`unpairedTerms`).
 */
export function* extractTerms(
  input: Bitext,
  dictionary: Dictionary,
  options: TermOptions = {},
): Generator<number, readonly Term[]> {
  const { learning = 'zh' } = options
  const linking = linkBitext(input, dictionary, options.pivots ?? null)
  let next = linking.next()
  for (; !next.done; next = linking.next()) yield 0.85 * next.value
  const beads = next.value
  const paired = beads.filter(({ zh, en }) => zh.length > 0 && en.length > 0).length
  if (paired < PAIRED_SHARE * beads.length) {
    return best(unpairedTerms(beads, input.texts, dictionary, learning), options)
  }
  const pairs: PlacedPair[] = []
  for (const [bead, words] of beads.entries()) {
    for (const pair of phrasePairs(words, words.links, input.texts, dictionary))
      pairs.push({ ...pair, bead })
    yield 0.85 + (0.07 * (bead + 1)) / beads.length
  }
  const all = chooseCounterparts(pairs, learning, dictionary)
  yield 0.93
  const places = placesOf(new Set(all.map((one) => one.key)), beads, input.texts, learning)
  yield 0.95
  const whole = withoutFragments(all, places, input.texts[learning].length)
  yield 0.96
  const pairsOfKey = byKey(pairs, learning)
  yield 0.97
  const counts = countWords(beads)
  const terms: Term[] = []
  for (const candidate of uniteVariants(whole, places)) {
    const keys = [candidate.key, ...candidate.variants]
    const found = keys.flatMap((key) => places.get(key) ?? [])
    const pairAt = new Map(
      keys.flatMap((key) => pairsOfKey.get(key) ?? []).map((pair) => [pair[learning].start, pair]),
    )
    const occurrences = outermost(found).map((place) =>
      occurrenceAt(place, pairAt, candidate, beads, learning),
    )
    terms.push(asTerm(candidate, occurrences, dictionary, learning, counts))
    if (terms.length % 64 === 0) yield 0.98
  }
  return best(terms, options)
}

/** How often every Chinese word stands in the text. */
function countWords(beads: readonly BeadWords[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { zh } of beads)
    for (const { text } of zh) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

function byKey(
  pairs: readonly PlacedPair[],
  learning: Side,
): ReadonlyMap<string, readonly PlacedPair[]> {
  const found = new Map<string, PlacedPair[]>()
  for (const pair of pairs) {
    const key = keyOf(pair, learning)
    const same = found.get(key)
    if (same) same.push(pair)
    else found.set(key, [pair])
  }
  return found
}

function best(
  terms: readonly Term[],
  { learning = 'zh', knownLevel }: TermOptions,
): readonly Term[] {
  const settings = { ...DEFAULT_LEARNER_SETTINGS, ...knownLevel }
  return terms
    .map((term) =>
      atOrBelow(term.level, learning, settings) ? { ...term, score: KNOWN * term.score } : term,
    )
    .sort((a, b) => b.score - a.score)
}

function asTerm(
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
  const score = keyness({
    strength: candidate.strength,
    count: occurrences.length,
    logFrequencies: listed
      ? [dictionary.logFrequency(zh) ?? -8]
      : words.map((word) => dictionary.logFrequency(word.text) ?? -8),
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
    reading: readingOf(listed ? [{ text: zh, name }] : words, dictionary),
    gloss: glossesOf(zh, dictionary).meanings,
    kind: kindOf({ zh, en, name, words: words.length }, learning, dictionary),
    level,
    score,
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
