import { rangeOf, type Bitext } from '../bitext/bitext.ts'
import { wordsIn, type CountedWord } from '../words/coverage.ts'
import { atOrBelow } from '../dictionary/levels.ts'
import { orderFor } from './englishWorth.ts'
import { listedBeads } from './listedBeads.ts'
import { type Cefr, otherSide, type Side, type Sides, type Term, type TextRange } from '../model.ts'

/** What an import offers to learn from. */
export interface Offer extends Bitext {
  /** Best first. */
  readonly terms: readonly Term[]
}

type KnowledgeOf = (word: CountedWord) => 'known' | 'learning' | 'new'

const FEWEST_TERMS = 12
const MOST_TERMS = 16
/** A longer text gets more: a term for so many beads. */
const BEADS_PER_TERM = 4
/** A term worth less than this share of the best one is not ticked. */
const LEAST_SHARE = 0.3

/** The terms in the order of what they are worth to this learner: of English by how far their level is from theirs. */
function inOrder(
  offer: Offer,
  learning: Side,
  level: Cefr | null,
): readonly (readonly [number, Term])[] {
  if (learning === 'zh') return [...offer.terms.entries()]
  return orderFor(offer.terms, level).map(([at, score]) => [at, { ...offer.terms[at]!, score }])
}

/**
 * Indices of the terms worth learning, best first, however many: no names (they have a group of their own), nothing the
 * learner knows or is learning already, nothing without a counterpart when others have one.
 */
export function rankTerms(
  offer: Offer,
  learning: Side,
  words: readonly CountedWord[],
  knowledge: KnowledgeOf,
  cefr: Cefr | null = null,
): readonly number[] {
  return rankedTerms(offer, learning, words, knowledge, cefr).map(([index]) => index)
}

function rankedTerms(
  offer: Offer,
  learning: Side,
  words: readonly CountedWord[],
  knowledge: KnowledgeOf,
  cefr: Cefr | null,
): readonly (readonly [number, Term])[] {
  const isLinked = ({ occurrences }: Term) =>
    occurrences.some(({ zh, en }) => zh !== null && en !== null)
  const paired = offer.terms.some(isLinked)
  return inOrder(offer, learning, cefr).filter(([, term]) => {
    if (term.kind === 'name' || (paired && !isLinked(term))) return false
    if (!isListedPhrase(term, learning)) return !isMet(term, learning, words, knowledge)
    return term.level.cefr === cefr || !atOrBelow(term.level, 'en', { hsk: null, cefr })
  })
}

/** Indices of the terms to tick by default: of {@link rankTerms} about {@link FEWEST_TERMS} to {@link MOST_TERMS}. */
export function suggestTerms(
  offer: Offer,
  learning: Side,
  words: readonly CountedWord[],
  knowledge: KnowledgeOf,
  cefr: Cefr | null = null,
): readonly number[] {
  const wanted = Math.min(
    MOST_TERMS,
    Math.max(FEWEST_TERMS, Math.round(offer.beads.length / BEADS_PER_TERM)),
  )
  const ticked: number[] = []
  let best = 0
  for (const [index, term] of rankedTerms(offer, learning, words, knowledge, cefr)) {
    if (ticked.length >= wanted) break
    best = Math.max(best, term.score)
    if (term.score < LEAST_SHARE * best) break
    ticked.push(index)
  }
  return ticked
}

/** A phrase of English with a level of its own: its words say little about it. */
const isListedPhrase = ({ kind, level, headword }: Term, learning: Side): boolean =>
  learning === 'en' && kind === 'phrase' && headword !== undefined && level.cefr !== undefined

/** Whether every counted word of the term's first occurrence is known, or one of its own is being learnt. */
function isMet(
  term: Term,
  learning: Side,
  words: readonly CountedWord[],
  knowledge: KnowledgeOf,
): boolean {
  const range =
    term.occurrences.find((occurrence) => occurrence[learning] !== null)?.[learning] ?? null
  if (range === null) return false
  const own = wordsIn(words, range)
  if (own.length === 0) return false
  if (own.length === 1) return own.every((word) => knowledge(word) !== 'new')
  // A phrase of known words is still worth learning, unless all of it is easy and met only once.
  return (
    term.kind === 'phrase' &&
    term.occurrences.length === 1 &&
    own.every((word) => knowledge(word) === 'known')
  )
}

const MOST_SENTENCES = 24
/** Length in units of the side learnt from which on a sentence is long for a card: hanzi, letters. */
const LONG: Sides<number> = { zh: 45, en: 160 }
/** A bead less certain than this is not offered. */
const LEAST_CONFIDENCE = 0.5

/**
 * Indices of the beads worth learning as sentences, best first: they hold ticked terms, few other unknown words, are
 * neither long nor doubtful, no mere word of a list, and each adds terms that those before it do not have.
 */
export function suggestSentences(
  offer: Offer,
  learning: Side,
  words: readonly CountedWord[],
  knowledge: KnowledgeOf,
  cefr: Cefr | null = null,
): readonly number[] {
  const targets = suggestTerms(offer, learning, words, knowledge, cefr).flatMap(
    (index) => offer.terms[index] ?? [],
  )
  const listed = listedBeads(offer, learning)
  const beads = offer.beads.flatMap((bead, index) => {
    if (listed.has(index)) return []
    const range = rangeOf(offer.segments[learning], bead[learning])
    const other = rangeOf(offer.segments[otherSide(learning)], bead[otherSide(learning)])
    if (range === null || other === null || bead.confidence < LEAST_CONFIDENCE) return []
    const held = targets.filter((term) =>
      term.occurrences.some(
        (occurrence) => occurrence[learning] !== null && inside(occurrence[learning], range),
      ),
    )
    const own = wordsIn(words, range)
    const unknown = own.filter((word) => knowledge(word) === 'new').length
    const length = range.end - range.start
    const ease = 1 / (1 + Math.max(0, unknown - held.length) / 6)
    const shape = Math.min(1, LONG[learning] / length) * Math.min(1, (4 * length) / LONG[learning])
    return [{ index, held, factor: ease * shape * bead.confidence }]
  })
  const seen = new Set<Term>()
  const ranked: number[] = []
  while (ranked.length < MOST_SENTENCES && beads.length > 0) {
    const value = ({ held, factor }: (typeof beads)[number]) =>
      factor * (0.1 + held.reduce((sum, term) => sum + (seen.has(term) ? 0.25 : 1), 0))
    let best = 0
    for (let i = 1; i < beads.length; i++) if (value(beads[i]!) > value(beads[best]!)) best = i
    const [next] = beads.splice(best, 1)
    if (next === undefined) break
    for (const term of next.held) seen.add(term)
    ranked.push(next.index)
  }
  return ranked
}

function inside(inner: TextRange, outer: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
