import type {
  Alignment,
  Article,
  Bead,
  Revision,
  Segment,
  Side,
  Sides,
  Span,
  Term,
  TextEdit,
} from '../model.ts'
import { newestOf } from '../notes/anchors.ts'
import { diffTexts } from '../text/diff.ts'
import { inverseEdits, mapRange, nextRevision } from './revisions.ts'

/** An article after a change, and the revisions to append for it; notes and cards need no change at all. */
export interface ArticleEdit {
  readonly article: Article
  readonly revisions: readonly Revision[]
}

/** `beads`: other boundaries over the same text. `segment`: one segment's text corrected. */
export type ArticleChange =
  | { readonly kind: 'beads'; readonly alignment: Alignment }
  | {
      readonly kind: 'segment'
      readonly side: Side
      readonly segment: number
      readonly text: string
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

/** A span after segment `index` vanished. */
const shrink = ({ from, to }: Span, index: number): Span => ({
  from: from > index ? from - 1 : from,
  to: to > index ? to - 1 : to,
})

function withoutSegment(beads: readonly Bead[], side: Side, index: number): readonly Bead[] {
  return beads
    .map((bead) => ({ ...bead, [side]: shrink(bead[side], index) }))
    .filter(({ zh, en }) => zh.from < zh.to || en.from < en.to)
}

/**
 * The segments after one was rewritten: it grows or shrinks, the ones behind it move, an empty one vanishes.
 * What is written at its ends belongs to it, which a plain edit list could not tell.
 */
function rewriteSegment(
  segments: readonly Segment[],
  index: number,
  length: number,
): readonly Segment[] {
  const shift = length - (segments[index]!.end - segments[index]!.start)
  return segments
    .map((segment, i) => {
      if (i < index) return segment
      const start = i === index ? segment.start : segment.start + shift
      return { ...segment, start, end: segment.end + shift }
    })
    .filter(({ start, end }) => end > start)
}

function editSegment(
  article: Article,
  revisions: readonly Revision[],
  side: Side,
  index: number,
  text: string,
): ArticleEdit {
  const current = newestOf(revisions, side)
  const segment = article.segments[side][index]
  if (current === undefined || segment === undefined) throw new RangeError(`no segment ${index}`)
  const before = current.text.slice(segment.start, segment.end)
  if (before === text) return { article, revisions: [] }
  const edits = diffTexts(before, text).map((e) => ({ ...e, at: e.at + segment.start }))
  const next = nextRevision(current, edits)
  const segments = rewriteSegment(article.segments[side], index, text.length)
  return {
    article: {
      ...article,
      revision: { ...article.revision, [side]: next.number },
      segments: { ...article.segments, [side]: segments },
      beads: text === '' ? withoutSegment(article.beads, side, index) : article.beads,
      terms: moveTerms(article.terms, side, edits),
    },
    revisions: [next],
  }
}

/**
 * The article after a bead was moved, merged, split or unpaired, or after a typo was fixed.
 *
 * Notes name a revision and are found through the edits that follow it, so every card keeps its id and its reviews;
 * `careOf` says which of them now need care.
 *
 * @param revisions all revisions of the article
 * @throws RangeError when the segment does not exist
 */
export function remapArticle(
  article: Article,
  revisions: readonly Revision[],
  change: ArticleChange,
): ArticleEdit {
  if (change.kind === 'segment')
    return editSegment(article, revisions, change.side, change.segment, change.text)
  return { article: { ...article, ...change.alignment }, revisions: [] }
}

const BOTH: readonly Side[] = ['zh', 'en']

/** Revisions that lead each side from where it stands to the wanted text; none where it stands there already. */
function revisionsTo(revisions: readonly Revision[], wanted: Sides<string>): readonly Revision[] {
  return BOTH.flatMap((side) => {
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
