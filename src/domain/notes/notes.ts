import { anchorIn } from '../article/sharedAnchor.ts'
import { revisionTree, type RevisionTree } from '../article/revisionTree.ts'
import { headwordOf } from '../terms/english/headwordOf.ts'
import { beadsAt, rangeOfBeads } from '../bitext/bitext.ts'
import { noteIdOfTerm } from '../ids.ts'
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
import { sentenceIdOf } from './noteRow.ts'

/** As much of an article as a note is made from. */
export type NoteSource = Pick<Article, 'id' | 'revision' | 'segments' | 'beads'>

/** Contexts that one article gives to one note; the article itself still knows every occurrence. */
const CONTEXTS_PER_ARTICLE = 4

const anchorOf = (
  { id: article, revision }: NoteSource,
  texts: Sides<string>,
  side: Side,
  range: TextRange,
): Anchor => anchorIn({ article, side, id: revision[side] }, texts[side], range)

function contextAt(
  article: NoteSource,
  texts: Sides<string>,
  learning: Side,
  occurrence: Occurrence,
): Context | null {
  const range = occurrence[learning]
  if (range === null) return null
  const beads = beadsAt(article, learning, range)
  const anchored = (side: Side) =>
    occurrence[side] && anchorOf(article, texts, side, occurrence[side])
  const quoted = (side: Side) => {
    const pair = rangeOfBeads(article, beads, side) ?? occurrence[side]
    return pair === null ? '' : texts[side].slice(pair.start, pair.end)
  }
  return {
    article: article.id,
    zh: anchored('zh'),
    en: anchored('en'),
    quote: { zh: quoted('zh'), en: quoted('en') },
  }
}

/**
 * The note of a term, with its first contexts, those with a counterpart first.
 *
 * @param texts both sides in the revisions the article speaks of
 */
export function termNote(
  article: NoteSource,
  texts: Sides<string>,
  term: Term,
  learning: Side,
  createdAt: number,
): TermNote {
  // Terms are compared by what is learnt, so a counterpart at the start of a sentence keeps its capital.
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

/**
 * The note of a sentence or clause: a range on the side being learnt.
 *
 * @param tree the article's revisions; those of a text that has just come are their own oldest ones
 */
export function sentenceNote(
  article: NoteSource,
  texts: Sides<string>,
  range: TextRange,
  learning: Side,
  createdAt: number,
  tree: RevisionTree = revisionTree([]),
): SentenceNote {
  const anchor = anchorOf(article, texts, learning, range)
  return { kind: 'sentence', id: sentenceIdOf(anchor, tree), learning, createdAt, anchor }
}
