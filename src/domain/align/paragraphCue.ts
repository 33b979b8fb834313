import type { Sides } from '../model.ts'

/** Cost of a paragraph break inside a bead; a bead's end at both sides' breaks earns, at one side's costs. */
const BREAK_INSIDE = 5
const ENDS = 1
/** A segment without counterpart that is a paragraph of its own: a headline, a caption, a byline. */
const ALONE = 2

/** Where paragraphs end: `before[i]` breaks stand at the boundaries 1 … i. */
export type ParagraphBreaks = Sides<Int32Array>

/** @param paragraphs the paragraph each segment stands in, ascending */
export function paragraphBreaks(paragraphs: Sides<readonly number[]>): ParagraphBreaks {
  const count = (of: readonly number[]) => {
    const before = new Int32Array(of.length + 1)
    for (let i = 1; i <= of.length; i++)
      before[i] = before[i - 1]! + (i === of.length || of[i] !== of[i - 1] ? 1 : 0)
    return before
  }
  return { zh: count(paragraphs.zh), en: count(paragraphs.en) }
}

/**
 * What paragraphs say for a bead, in nats: −5 for each break inside it, +1 when it ends both sides' paragraphs, −1 when it
 * ends one only; +2 when it is a whole paragraph that the other side lacks. Not learnt: the training texts have no paragraphs.
 */
export function paragraphCue(
  breaks: ParagraphBreaks,
  zh: number,
  zhSize: number,
  en: number,
  enSize: number,
): number {
  const inside = within(breaks.zh, zh, zhSize) + within(breaks.en, en, enSize)
  if (enSize === 0) return isWhole(breaks.zh, zh) ? ALONE : 0
  if (zhSize === 0) return isWhole(breaks.en, en) ? ALONE : 0
  const zhEnds = endsAt(breaks.zh, zh + zhSize)
  const enEnds = endsAt(breaks.en, en + enSize)
  return -BREAK_INSIDE * inside + (zhEnds && enEnds ? ENDS : zhEnds || enEnds ? -ENDS : 0)
}

function within(before: Int32Array, first: number, size: number): number {
  return size < 2 ? 0 : before[first + size - 1]! - before[first]!
}

function isWhole(before: Int32Array, segment: number): boolean {
  return endsAt(before, segment) && endsAt(before, segment + 1)
}

function endsAt(before: Int32Array, boundary: number): boolean {
  return boundary === 0 || before[boundary]! > before[boundary - 1]!
}
