import type { TextEdit, TextRange } from '../model.ts'

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
