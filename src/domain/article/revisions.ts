import {
  type Article,
  type Revision,
  type Side,
  type Sides,
  type TextEdit,
  type TextRange,
} from '../model.ts'

/** An article with all revisions of both its sides. */
export interface ArticleTexts {
  readonly article: Article
  readonly revisions: readonly Revision[]
}

/** The newest revision of a side, among all of an article's. */
export function newestOf(revisions: readonly Revision[], side: Side): Revision | undefined {
  return revisions
    .filter((revision) => revision.side === side)
    .reduce<Revision | undefined>(
      (newest, revision) => (newest && newest.number > revision.number ? newest : revision),
      undefined,
    )
}

/** Both texts as they stand now. */
export function currentTexts(revisions: readonly Revision[]): Sides<string> {
  return { zh: newestOf(revisions, 'zh')?.text ?? '', en: newestOf(revisions, 'en')?.text ?? '' }
}

/**
 * The text after the edits, one after the other: each edit's `at` counts in the text its predecessors left.
 *
 * @throws RangeError when an edit removes what is not there
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return edits.reduce((before, { at, removed, inserted }) => {
    if (at < 0 || before.slice(at, at + removed.length) !== removed)
      throw new RangeError(`no ${JSON.stringify(removed.slice(0, 20))} at ${at}`)
    return before.slice(0, at) + inserted + before.slice(at + removed.length)
  }, text)
}

/** The revision that follows: its text, and the edits that lead to it. */
export function nextRevision(previous: Revision, edits: readonly TextEdit[]): Revision {
  return {
    article: previous.article,
    side: previous.side,
    number: previous.number + 1,
    text: applyEdits(previous.text, edits),
    edits,
  }
}

/** Edits that take these back, in the order in which to apply them. */
export function inverseEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toReversed().map(({ at, removed, inserted }) => ({
    at,
    removed: inserted,
    inserted: removed,
  }))
}

/** Which neighbour a place sticks to when something is inserted exactly there. */
export type Bias = 'before' | 'after'

/**
 * Where an offset lies after one edit.
 *
 * Outside the replaced stretch it keeps its neighbours; at an edge of the stretch it stays at that edge; inside, or
 * where something is merely inserted, it goes to the end of the stretch named by `bias`.
 */
export function mapOffset(offset: number, edit: TextEdit, bias: Bias): number {
  const { at, removed, inserted } = edit
  const end = at + removed.length
  if (offset < at) return offset
  if (offset > end) return offset - removed.length + inserted.length
  const edge = removed === '' ? null : offset === at ? 'before' : offset === end ? 'after' : null
  return (edge ?? bias) === 'before' ? at : at + inserted.length
}

/**
 * Where a range lies after the edits; null when nothing of it is left.
 *
 * Both ends are biased inwards: what is written beside a range does not become part of it.
 */
export function mapRange(range: TextRange, edits: readonly TextEdit[]): TextRange | null {
  let { start, end } = range
  for (const edit of edits) {
    start = mapOffset(start, edit, 'after')
    end = mapOffset(end, edit, 'before')
    if (end <= start) return null
  }
  return { start, end }
}
