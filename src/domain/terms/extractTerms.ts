import type { Bitext } from '../bitext/bitext.ts'
import type { Task } from '../tasks.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { atOrBelow, type KnownLevel } from '../dictionary/levels.ts'
import type { Side, Term } from '../model.ts'
import { asTerm } from './asTerm.ts'
import type { BeadWords } from './beadWords.ts'
import { chooseCounterparts, keyOf, withoutFragments, type PlacedPair } from './candidates.ts'
import type { LinkedBead } from './linkedBead.ts'
import { uniteVariants } from './names/nameVariants.ts'
import { occurrenceAt, outermost } from './occurrences.ts'
import { phrasePairs } from './phrases/phrasePairs.ts'
import { placesOf } from './whereabouts.ts'
import { unpairedTerms } from './unpairedTerms.ts'

/** Whom the terms are for, and what helps to find them. */
export interface TermOptions {
  /** The language being learnt: headwords are its words, the ranking goes by its levels. Default zh. */
  readonly learning?: Side
  /** What the learner declared: words at or below it rank lower. */
  readonly knownLevel?: KnownLevel
}

/** What the learner's level covers is worth this share. */
const KNOWN = 0.4
/** With fewer beads that have both sides, in all, the text counts as being in one language. */
const PAIRED_SHARE = 0.1
/** A yield after so many terms. */
const AT_ONCE = 16

/**
 * The key terms of a bitext with their counterparts in it, best first: words, phrases, idioms and names, never a fragment of
 * a longer one. Yields its progress, 0 … 1, every few milliseconds.
 *
 * 1. words: of every bead on both sides, foreign names and titles kept whole (`beadWordsOf`, `findNames`, `findTitles`)
 * 2. links: between the words of a bead, the strongest pair first (`scoredPairs`, `compete`)
 * 3. completion: the rest of a name, of a gloss, of an idiom (`completeLinks`, `linkIdioms`)
 * 4. leftovers: what is free on both sides when the bead, then the document, is linked (`linkResidue`, `withUnsaid`)
 * 5. phrases: stretches of both sides whose links stay inside, and that look like terms (`phrasePairs`)
 * 6. filter: for each headword the counterpart it has most often (`chooseCounterparts`), no fragments (`withoutFragments`), the
 *    variants of a name united (`uniteVariants`)
 * 7. terms: with reading, gloss, level and every place where they stand (`occurrenceAt`, `asTerm`)
 * 8. rank: by what they are worth learning from this text (`keyness`), what the learner knows last
 *
 * A text in one language gets the words the dictionary knows (`unpairedTerms`).
 *
 * @param beads of this bitext, linked: steps 1 to 4, by `linkBitext`
 */
export function* extractTerms(
  beads: readonly LinkedBead[],
  input: Bitext,
  dictionary: Dictionary,
  options: TermOptions = {},
): Task<readonly Term[]> {
  const { learning = 'zh' } = options
  const paired = beads.filter(({ zh, en }) => zh.length > 0 && en.length > 0).length
  if (paired < PAIRED_SHARE * beads.length) {
    return best(yield* unpairedTerms(beads, input.texts, dictionary, learning), options)
  }
  const pairs: PlacedPair[] = []
  for (const [bead, words] of beads.entries()) {
    for (const pair of phrasePairs(words, words.links, input.texts, dictionary))
      // To who learns English, phrases of the language come from its own dictionary: `learnersTerms`.
      if (learning === 'zh' || !pair.clause) pairs.push({ ...pair, bead })
    yield (0.47 * (bead + 1)) / beads.length
  }
  const all = chooseCounterparts(pairs, learning, dictionary)
  yield 0.53
  const places = placesOf(new Set(all.map((one) => one.key)), beads, learning)
  yield 0.67
  const whole = withoutFragments(
    all,
    places,
    input.texts[learning].length,
    (key) => learning === 'zh' && dictionary.has(key),
  )
  yield 0.73
  const pairsOfKey = byKey(pairs, learning)
  yield 0.8
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
    if (terms.length % AT_ONCE === 0) yield 0.87
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
  return terms
    .map((term) =>
      knownLevel && atOrBelow(term.level, learning, knownLevel)
        ? { ...term, score: KNOWN * term.score }
        : term,
    )
    .sort((a, b) => b.score - a.score)
}
