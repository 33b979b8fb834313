import type { Alignment, Bead, Segment, Side, Sides, Span, TextRange } from '../model.ts'

/** A pair less certain is doubtful: worth a look, and shown as such until somebody confirms it (from here on 97 % are right). */
export const SURE = 0.9

/**
 * A bead longer than this on a side, in UTF-16 units, is no sentence but a text without a stop, or a mistake: its words are
 * not compared with each other, which would take the square of its length.
 */
const LONGEST_BEAD = 5_000

/** Whether a bead is too long on a side to compare its words. */
export function isHuge({ zh, en }: Sides<TextRange | null>): boolean {
  return lengthOf(zh) > LONGEST_BEAD || lengthOf(en) > LONGEST_BEAD
}

const lengthOf = (range: TextRange | null): number => (range === null ? 0 : range.end - range.start)

/** Two texts and how they are aligned, stored or not yet. */
export interface Bitext extends Alignment {
  readonly texts: Sides<string>
}

/** Where a span of segments stands, from the first to the last; null when it is empty. */
export function rangeOf(segments: readonly Segment[], { from, to }: Span): TextRange | null {
  const first = segments[from]
  const last = segments[to - 1]
  return from >= to || first === undefined || last === undefined
    ? null
    : { start: first.start, end: last.end }
}

/** Where beads that follow each other stand on a side, from the first to the last; null when they have nothing there. */
export function rangeOfBeads(
  { segments }: Pick<Alignment, 'segments'>,
  beads: readonly Bead[],
  side: Side,
): TextRange | null {
  const ranges = beads.flatMap((bead) => rangeOf(segments[side], bead[side]) ?? [])
  const [first, last] = [ranges[0], ranges.at(-1)]
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end }
}

/** Where every bead stands on both sides. */
export function rangesOfBeads({ segments, beads }: Alignment): readonly Sides<TextRange | null>[] {
  return beads.map(({ zh, en }) => ({ zh: rangeOf(segments.zh, zh), en: rangeOf(segments.en, en) }))
}

/**
 * The text of one side of bead `at`; empty when it has none.
 *
 * @throws RangeError when there is no such bead
 */
export function textOf({ texts, segments, beads }: Bitext, at: number, side: Side): string {
  const bead = beads[at]
  if (bead === undefined) throw new RangeError(`no bead ${at}`)
  const range = rangeOf(segments[side], bead[side])
  return range === null ? '' : texts[side].slice(range.start, range.end)
}

/**
 * The beads that overlap a range on a side: what a card shows, wherever the boundaries have moved to.
 *
 * Segments stand in order and beads cover them once, so both are found by bisection.
 */
export function beadsAt(alignment: Alignment, side: Side, range: TextRange): readonly Bead[] {
  const segments = alignment.segments[side]
  const from = firstWhere(segments.length, (i) => segments[i]!.end > range.start)
  const to = firstWhere(segments.length, (i) => segments[i]!.start >= range.end)
  if (from >= to) return []
  const { beads } = alignment
  const first = firstWhere(beads.length, (i) => beads[i]![side].to > from)
  const last = firstWhere(beads.length, (i) => beads[i]![side].from >= to)
  return beads.slice(first, last).filter((bead) => bead[side].from < bead[side].to)
}

/** Smallest index for which `holds` is true, given that it stays true from there on; `length` when it never is. */
export function firstWhere(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
