import type { Draft } from './draft.ts'
import { repairBead, type Repair } from '../bitext/repair.ts'
import {
  type Article,
  type Revision,
  type Side,
  SIDES,
  type Sides,
  type Term,
  type TextEdit,
} from '../model.ts'
import { diffTexts } from '../text/diff.ts'
import { currentTexts, inverseEdits, mapRange, newestOf, nextRevision } from './revisions.ts'

/** An article after a change, and the revisions to append for it; notes and cards need no change at all. */
export interface ArticleEdit {
  readonly article: Article
  readonly revisions: readonly Revision[]
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

/** Revisions that lead each side from where it stands to the wanted text; none where it stands there already. */
function revisionsTo(revisions: readonly Revision[], wanted: Sides<string>): readonly Revision[] {
  return SIDES.flatMap((side) => {
    const current = newestOf(revisions, side)
    if (current === undefined) throw new RangeError(`no text of side ${side}`)
    return current.text === wanted[side]
      ? []
      : [nextRevision(current, diffTexts(current.text, wanted[side]))]
  })
}

function numbersAfter(article: Article, appended: readonly Revision[]): Sides<number> {
  return {
    zh: newestOf(appended, 'zh')?.number ?? article.revision.zh,
    en: newestOf(appended, 'en')?.number ?? article.revision.en,
  }
}

/**
 * The stored article brought to what a newer deck file says: its texts become one more revision of each side, found
 * by comparing, so that anchors follow; identity, date of arrival and all memory stay.
 *
 * @param texts both sides as the deck has them, which `incoming` speaks of
 */
export function updateArticle(
  stored: Article,
  revisions: readonly Revision[],
  incoming: Article,
  texts: Sides<string>,
): ArticleEdit {
  const appended = revisionsTo(revisions, texts)
  const { deletedAt: _gone, ...kept } = stored
  return {
    article: {
      ...kept,
      ...incoming,
      id: stored.id,
      addedAt: stored.addedAt,
      revision: numbersAfter(stored, appended),
    },
    revisions: appended,
  }
}

/**
 * The edit that undoes an edit: a text never changes, so the way back is one more revision.
 *
 * @param before the article as it was
 * @param done what was made of it; nothing may have been done on top of it
 */
export function revertEdit(before: Article, done: ArticleEdit): ArticleEdit {
  const appended = done.revisions.map((revision) =>
    nextRevision(revision, inverseEdits(revision.edits)),
  )
  return {
    article: { ...before, revision: numbersAfter(done.article, appended) },
    revisions: appended,
  }
}
