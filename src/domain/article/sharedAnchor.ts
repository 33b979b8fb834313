import type { Anchor, Side, Sides, TextRange } from '../model.ts'
import { inverseEdits, mapRange } from './revisions.ts'
import { likeness } from '../text/likeness.ts'
import type { RevisionTree } from './revisionTree.ts'
import type { SharedRevision } from './sharedRevision.ts'

/** Least share of a quote that must survive each step for the mapped range to be the same place, 0 … 1. */
const SAME_PLACE = 0.5

/** An anchor for a range of a revision. */
export function anchorIn(
  { article, side, id }: Pick<SharedRevision, 'article' | 'side' | 'id'>,
  text: string,
  { start, end }: TextRange,
): Anchor {
  return { article, side, revision: id, start, end, quote: text.slice(start, end) }
}

/** The one place where a quote stands; null when it stands nowhere, or in several places. */
function onlyPlaceOf(quote: string, text: string): TextRange | null {
  if (quote.trim() === '') return null
  const start = text.indexOf(quote)
  if (start < 0 || text.includes(quote, start + 1)) return null
  return { start, end: start + quote.length }
}

/** The range widened or narrowed to the whole quote, where that stands over it: an edit list may share out a full stop. */
function snapped(range: TextRange, quote: string, text: string): TextRange {
  if (text.slice(range.start, range.end) === quote) return range
  const start = text.indexOf(quote, Math.max(0, range.start - quote.length + 1))
  return start < 0 || start >= range.end ? range : { start, end: start + quote.length }
}

/** Where an anchor lies in a revision by the edits between; null when it is lost on the way. */
function follow(anchor: Anchor, tree: RevisionTree, to: string): TextRange | null {
  const steps = tree.path(anchor.revision, to)
  let range: TextRange = { start: anchor.start, end: anchor.end }
  let witness = tree.textOf(anchor.revision)?.slice(range.start, range.end)
  if (steps === null || witness !== anchor.quote) return null
  for (const { revision, edits } of steps) {
    const mapped = mapRange(range, edits)
    if (mapped === null) return null
    const stands = tree.textOf(revision)!.slice(mapped.start, mapped.end)
    if (likeness(witness, stands) < SAME_PLACE) return null
    range = mapped
    witness = stands
  }
  return snapped(range, anchor.quote, tree.textOf(to)!)
}

/**
 * Where an anchor lies in any revision of its side; null when it cannot be found and needs care.
 *
 * After each edit list on the way the stretch must still be half of what it was, so that many small corrections add up to
 * nothing while one replacement of everything is noticed.
 *
 * @param lost what to do when it is lost on the way: look for its quote, which must then stand in exactly one place, or
 *   give up. For the other side of a term's pair give up: there the same word elsewhere is another word.
 */
export function mapAnchor(
  anchor: Anchor,
  tree: RevisionTree,
  to: string,
  lost: 'findQuote' | 'giveUp' = 'findQuote',
): TextRange | null {
  const text = tree.textOf(to)
  if (text === null) return null
  return follow(anchor, tree, to) ?? (lost === 'findQuote' ? onlyPlaceOf(anchor.quote, text) : null)
}

/** {@link mapAnchor} for both sides of a pair: by its quote only on the side that is learnt. */
export function mapPair(
  pair: Sides<Anchor | null>,
  learning: Side,
  tree: RevisionTree,
  to: Sides<string>,
): Sides<TextRange | null> {
  const at = (side: Side) =>
    pair[side] && mapAnchor(pair[side], tree, to[side], side === learning ? 'findQuote' : 'giveUp')
  return { zh: at('zh'), en: at('en') }
}

/**
 * The place in the oldest revision in which these very letters stand: names a sentence alike on every device, whatever
 * was edited elsewhere.
 */
export function oldestPlace(anchor: Anchor, tree: RevisionTree): Anchor {
  let oldest = anchor
  for (;;) {
    const revision = tree.revisionOf(oldest.revision)
    if (revision === undefined || !('parent' in revision)) return oldest
    const mapped = mapRange(oldest, inverseEdits(revision.edits))
    const text = tree.textOf(revision.parent)
    if (mapped === null || text === null) return oldest
    const range = snapped(mapped, anchor.quote, text)
    if (text.slice(range.start, range.end) !== anchor.quote) return oldest
    oldest = { ...anchor, ...range, revision: revision.parent }
  }
}
