import type { Bead, Side, Span } from '../model.ts'

// What a learner repairs. Every function gives new beads that are monotone and cover the same segments as those it was given;
// a bead made by hand has confidence 1; all others are the same objects as before.

/**
 * Beads with bead `at` and the one after it as one.
 *
 * @throws RangeError when one of them does not exist
 */
export function mergeBeads(beads: readonly Bead[], at: number): readonly Bead[] {
  const first = beadAt(beads, at)
  const second = beadAt(beads, at + 1)
  const merged = made(span(first.zh.from, second.zh.to), span(first.en.from, second.en.to))
  return [...beads.slice(0, at), merged, ...beads.slice(at + 2)]
}

/**
 * Beads with bead `at` cut in two: its first `zhKept` Chinese and `enKept` English segments, and the rest.
 *
 * @throws RangeError when there is no such bead, it has fewer segments, or a half would have none
 */
export function splitBead(
  beads: readonly Bead[],
  at: number,
  zhKept: number,
  enKept: number,
): readonly Bead[] {
  const bead = beadAt(beads, at)
  const zhCut = bead.zh.from + zhKept
  const enCut = bead.en.from + enKept
  const first = made(span(bead.zh.from, zhCut), span(bead.en.from, enCut))
  const second = made(span(zhCut, bead.zh.to), span(enCut, bead.en.to))
  if (isEmpty(first) || isEmpty(second)) throw new RangeError('half a bead would have no segments')
  return [...beads.slice(0, at), first, second, ...beads.slice(at + 1)]
}

/**
 * Beads with the boundary between bead `at` and the next moved by some segments on one side: forwards (`by` > 0) bead `at`
 * takes them from the next, backwards it gives them away. A bead left without any segment is gone.
 *
 * @throws RangeError when there is no such boundary, or the bead that gives has fewer segments on that side
 */
export function shiftBoundary(
  beads: readonly Bead[],
  at: number,
  side: Side,
  by: number,
): readonly Bead[] {
  const first = beadAt(beads, at)
  const second = beadAt(beads, at + 1)
  const boundary = first[side].to + by
  const left = span(first[side].from, boundary)
  const right = span(boundary, second[side].to)
  const moved = [
    side === 'zh' ? made(left, first.en) : made(first.zh, left),
    side === 'zh' ? made(right, second.en) : made(second.zh, right),
  ]
  return [...beads.slice(0, at), ...moved.filter((bead) => !isEmpty(bead)), ...beads.slice(at + 2)]
}

/**
 * Beads with bead `at` taken apart: its Chinese segments alone, then its English ones alone. A bead with one side stays.
 *
 * @throws RangeError when there is no such bead
 */
export function unpairBead(beads: readonly Bead[], at: number): readonly Bead[] {
  const { zh, en } = beadAt(beads, at)
  if (zh.from === zh.to || en.from === en.to) return confirmBead(beads, at)
  const alone = [made(zh, span(en.from, en.from)), made(span(zh.to, zh.to), en)]
  return [...beads.slice(0, at), ...alone, ...beads.slice(at + 1)]
}

/**
 * Beads with bead `at` said to be right.
 *
 * @throws RangeError when there is no such bead
 */
export function confirmBead(beads: readonly Bead[], at: number): readonly Bead[] {
  const { zh, en } = beadAt(beads, at)
  return [...beads.slice(0, at), made(zh, en), ...beads.slice(at + 1)]
}

function beadAt(beads: readonly Bead[], at: number): Bead {
  const bead = beads[at]
  if (bead === undefined) throw new RangeError(`no bead ${at}`)
  return bead
}

function span(from: number, to: number): Span {
  if (!(from <= to)) throw new RangeError(`a bead cannot go from segment ${from} to ${to}`)
  return { from, to }
}

function made(zh: Span, en: Span): Bead {
  return { zh, en, confidence: 1 }
}

function isEmpty({ zh, en }: Bead): boolean {
  return zh.from === zh.to && en.from === en.to
}
