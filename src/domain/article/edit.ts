import type { Draft } from './draft.ts'
import { repairBead, type Repair } from '../bitext/repair.ts'
import { type Side, SIDES, type Sides, type Term, type TextEdit } from '../model.ts'
import { mapRange } from './revisions.ts'
import { childRevision, type SharedRevision } from './sharedRevision.ts'
import type { ArticleTexts } from './showArticle.ts'
import type { ArticleChange } from './writeArticle.ts'

/** What an edit makes of an article, and the revisions to store for it; notes and cards need no change at all. */
export interface ArticleEdit extends ArticleChange {
  readonly revisions: readonly SharedRevision[]
}

/** Candidates with their occurrences moved along; what is gone on both sides is dropped. */
export function moveTerms(
  terms: readonly Term[],
  side: Side,
  edits: readonly TextEdit[],
): readonly Term[] {
  return terms.flatMap((term) => {
    const occurrences = term.occurrences
      .map((occurrence) => ({
        ...occurrence,
        [side]: occurrence[side] && mapRange(occurrence[side], edits),
      }))
      .filter(({ zh, en }) => zh !== null || en !== null)
    return occurrences.length === 0 ? [] : [{ ...term, occurrences }]
  })
}

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
 * What a repair makes of an article that is shown: other beads, and where the learner typed, one more revision of that
 * side. Every card keeps its id and its reviews.
 */
export function repairArticle(
  { article, texts, tree }: ArticleTexts,
  at: number,
  repair: Repair,
): ArticleEdit {
  const { segments, beads, edits } = repairBead({ ...article, texts }, at, repair)
  const revisions = SIDES.flatMap((side) => {
    const current = tree.revisionOf(article.revision[side])
    return current === undefined || edits[side].length === 0
      ? []
      : [childRevision(current, edits[side])]
  })
  const idOf = (side: Side) =>
    revisions.find((made) => made.side === side)?.id ?? article.revision[side]
  return { revision: { zh: idOf('zh'), en: idOf('en') }, segments, beads, revisions }
}
