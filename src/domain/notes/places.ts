import type { ArticleTexts } from '../article/showArticle.ts'
import { mapPair } from '../article/sharedAnchor.ts'
import { beadsAt } from '../bitext/bitext.ts'
import {
  type Article,
  type Note,
  otherSide,
  type Side,
  type Sides,
  type TextRange,
} from '../model.ts'
import { pairsIn } from './showNote.ts'

/** Where a note stands now: its article, its texts, and its range on each side in the revisions that are shown. */
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

/** Every place of a note in one article that can still be found, a context after the other. */
export function findIn(note: Note, { article, texts, tree }: ArticleTexts): readonly Found[] {
  const { learning } = note
  return pairsIn(note, article.id).flatMap((pair) => {
    const place: Place = { article, texts, ...mapPair(pair, learning, tree, article.revision) }
    const range = place[learning]
    return range === null ? [] : [{ place, paired: isPaired(article, learning, range) }]
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
