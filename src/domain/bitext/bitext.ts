import type { Article, Bead, Side, TextRange } from '../model.ts'

/**
 * The beads that overlap a range on a side: what a card shows, wherever the boundaries have moved to.
 *
 * Segments stand in order and beads cover them once, so both are found by bisection.
 */
export function beadsAt(
  article: Pick<Article, 'segments' | 'beads'>,
  side: Side,
  range: TextRange,
): readonly Bead[] {
  const segments = article.segments[side]
  const from = firstWhere(segments.length, (i) => segments[i]!.end > range.start)
  const to = firstWhere(segments.length, (i) => segments[i]!.start >= range.end)
  if (from >= to) return []
  const { beads } = article
  const first = firstWhere(beads.length, (i) => beads[i]![side].to > from)
  const last = firstWhere(beads.length, (i) => beads[i]![side].from >= to)
  return beads.slice(first, last).filter((bead) => bead[side].from < bead[side].to)
}

/** Smallest index for which `holds` is true, given that it stays true from there on; `length` when it never is. */
function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
