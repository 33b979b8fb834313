import { currentTexts, type ArticleTexts } from '../article/revisions.ts'
import {
  type Anchor,
  type Article,
  type Note,
  otherSide,
  type Side,
  type Sides,
  type TextRange,
} from '../model.ts'
import { locate } from './anchors.ts'
import { beadsAt } from '../bitext/bitext.ts'
import { isQuoteOnly } from './merge.ts'

/** Where a note stands now: its article, its texts, and its range on each side in their current revision. */
export interface Place extends Sides<TextRange | null> {
  readonly article: Article
  readonly texts: Sides<string>
}

/** Whether some bead that overlaps the range has text on the other side. */
function isPaired(article: Article, side: Side, range: TextRange): boolean {
  const other = otherSide(side)
  return beadsAt(article, side, range).some((bead) => bead[other].from < bead[other].to)
}

/** A place of a note, and whether something there translates it. */
export interface Found {
  readonly place: Place
  readonly paired: boolean
}

/** A note's anchors in this article, one pair a context. */
export function anchorsIn(note: Note, article: string): readonly Sides<Anchor | null>[] {
  if (note.kind === 'term')
    return note.contexts.filter((context) => context.article === article && !isQuoteOnly(context))
  if (note.anchor.article !== article) return []
  return [note.anchor.side === 'zh' ? { zh: note.anchor, en: null } : { zh: null, en: note.anchor }]
}

/** Every place of a note in one article that can still be found, a context after the other. */
export function findIn(note: Note, { article, revisions }: ArticleTexts): readonly Found[] {
  const texts = currentTexts(revisions)
  return anchorsIn(note, article.id).flatMap((anchors) => {
    const at = (side: Side) => anchors[side] && locate(anchors[side], revisions)
    const place: Place = { article, texts, zh: at('zh'), en: at('en') }
    const range = place[note.learning]
    return range === null ? [] : [{ place, paired: isPaired(article, note.learning, range) }]
  })
}

/**
 * Where a note stands in one article: every place that can still be found, those with a translation first.
 * Empty when nothing was found.
 */
export function placesOf(note: Note, source: ArticleTexts): readonly Place[] {
  const found = findIn(note, source)
  return [...found.filter(({ paired }) => paired), ...found.filter(({ paired }) => !paired)].map(
    ({ place }) => place,
  )
}
