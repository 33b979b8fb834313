import type { Draft } from './article/build.ts'
import { repairBead, type Repair } from './bitext/repair.ts'
import { newestOf } from './notes/anchors.ts'
import type { Article, Revision, Side, Sides, Term, TextEdit } from './model.ts'
import { currentTexts } from './notes/places.ts'
import { moveTerms, type ArticleEdit } from './article/edit.ts'
import { nextRevision } from './article/revisions.ts'

const SIDES: readonly Side[] = ['zh', 'en']

const moved = (terms: readonly Term[], edits: Sides<readonly TextEdit[]>): readonly Term[] =>
  SIDES.reduce(
    (kept, side) => (edits[side].length === 0 ? kept : moveTerms(kept, side, edits[side])),
    terms,
  )

/** A draft after one repair: nothing is stored yet, so its text simply changes. */
export function repairDraft(draft: Draft, at: number, repair: Repair): Draft {
  const { texts, segments, beads, edits } = repairBead(draft, at, repair)
  return { ...draft, texts, segments, beads, terms: moved(draft.terms, edits) }
}

/**
 * What a repair makes of a stored article: other beads, and where the learner typed, one more revision of that side.
 * Every card keeps its id and its reviews.
 *
 * @param revisions all revisions of the article
 */
export function repairArticle(
  article: Article,
  revisions: readonly Revision[],
  at: number,
  repair: Repair,
): ArticleEdit {
  const { segments, beads, edits } = repairBead(
    { texts: currentTexts(revisions), segments: article.segments, beads: article.beads },
    at,
    repair,
  )
  const appended = SIDES.flatMap((side) => {
    const current = newestOf(revisions, side)
    return current === undefined || edits[side].length === 0
      ? []
      : [nextRevision(current, edits[side])]
  })
  const number = (side: Side) => newestOf(appended, side)?.number ?? article.revision[side]
  return {
    article: {
      ...article,
      revision: { zh: number('zh'), en: number('en') },
      segments,
      beads,
      terms: moved(article.terms, edits),
    },
    revisions: appended,
  }
}
