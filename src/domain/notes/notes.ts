import {
  type Anchor,
  type Article,
  type Context,
  type Occurrence,
  otherSide,
  type SentenceNote,
  type Side,
  type Sides,
  type Term,
  type TermNote,
  type TextRange,
} from '../model.ts'
import { beadsAt } from '../bitext/bitext.ts'
import { mergeTerm } from './merge.ts'
import { noteIdOfSentence, noteIdOfTerm } from '../ids.ts'

/** Contexts that one article gives to one note; the article itself still knows every occurrence. */
const CONTEXTS_PER_ARTICLE = 4

function anchorIn(article: Article, texts: Sides<string>, side: Side, range: TextRange): Anchor {
  const { start, end } = range
  const quote = texts[side].slice(start, end)
  return { article: article.id, side, revision: article.revision[side], start, end, quote }
}

/** The stretch from the first to the last segment of some beads on a side; null when they have none there. */
function stretch(article: Article, side: Side, beads: Article['beads']): TextRange | null {
  const held = beads.flatMap((bead) => article.segments[side].slice(bead[side].from, bead[side].to))
  const first = held[0]
  const last = held[held.length - 1]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end }
}

function contextAt(
  article: Article,
  texts: Sides<string>,
  learning: Side,
  occurrence: Occurrence,
): Context | null {
  const range = occurrence[learning]
  if (range === null) return null
  const beads = beadsAt(article, learning, range)
  const anchored = (side: Side) =>
    occurrence[side] && anchorIn(article, texts, side, occurrence[side])
  const quoted = (side: Side) => {
    const pair = stretch(article, side, beads) ?? occurrence[side]
    return pair === null ? '' : texts[side].slice(pair.start, pair.end)
  }
  return {
    article: article.id,
    zh: anchored('zh'),
    en: anchored('en'),
    quote: { zh: quoted('zh'), en: quoted('en') },
  }
}

/** Terms are compared by what is learnt, so a counterpart at the start of a sentence keeps its capital. */
const headwordOf = (term: Term, learning: Side): string => term[learning].trim()

/**
 * The note of a term, with its first contexts, those with a counterpart first.
 *
 * @param texts both sides in the revisions the article speaks of
 */
export function termNote(
  article: Article,
  texts: Sides<string>,
  term: Term,
  learning: Side,
  createdAt: number,
): TermNote {
  const headword = headwordOf(term, learning)
  const reading = learning === 'zh' ? term.reading : (term.ipa ?? '')
  const other = otherSide(learning)
  const paired = term.occurrences.filter((occurrence) => occurrence[other] !== null)
  const alone = term.occurrences.filter((occurrence) => occurrence[other] === null)
  const contexts = [...paired, ...alone]
    .map((occurrence) => contextAt(article, texts, learning, occurrence))
    .filter((context) => context !== null)
    .slice(0, CONTEXTS_PER_ARTICLE)
  return {
    kind: 'term',
    id: noteIdOfTerm(learning, headword, reading, 0),
    learning,
    createdAt,
    headword,
    reading,
    sense: 0,
    gloss: term.gloss,
    counterparts: term[other].trim() === '' ? [] : [term[other].trim()],
    level: term.level,
    contexts,
  }
}

/** The note of a sentence or clause: a range on the side being learnt. */
export function sentenceNote(
  article: Article,
  texts: Sides<string>,
  range: TextRange,
  learning: Side,
  createdAt: number,
): SentenceNote {
  const anchor = anchorIn(article, texts, learning, range)
  const id = noteIdOfSentence(article.id, learning, range, anchor.revision)
  return { kind: 'sentence', id, learning, createdAt, anchor }
}

/** What an article offers to learn: its terms, best first, and the paired sentences in text order. */
export interface Offers {
  readonly terms: readonly TermNote[]
  readonly sentences: readonly SentenceNote[]
}

/** Notes for everything an article offers. Terms that come to the same note are one. */
export function offersOf(
  article: Article,
  texts: Sides<string>,
  learning: Side,
  createdAt: number,
): Offers {
  const terms = new Map<string, TermNote>()
  for (const term of article.terms) {
    if (headwordOf(term, learning) === '') continue
    const note = termNote(article, texts, term, learning, createdAt)
    const same = terms.get(note.id)
    terms.set(note.id, same === undefined ? note : mergeTerm(same, note))
  }
  const sentences = article.beads.flatMap((bead) => {
    const other = stretch(article, otherSide(learning), [bead])
    const range = stretch(article, learning, [bead])
    return range === null || other === null
      ? []
      : [sentenceNote(article, texts, range, learning, createdAt)]
  })
  return { terms: [...terms.values()], sentences }
}
