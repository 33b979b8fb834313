import type { Segment, Side, Sides, TextEdit } from '../model.ts'
import { rangeOf, type Bitext } from './bitext.ts'
import { confirmBead, mergeBeads, shiftBoundary, splitBead, unpairBead } from './editBeads.ts'

/** What a learner does to a bead. */
export type Repair =
  | { readonly do: 'merge' | 'unpair' | 'confirm' }
  /** −1 gives the side's first segment to the bead before, 1 its last one to the bead after. */
  | { readonly do: 'shift'; readonly side: Side; readonly by: 1 | -1 }
  /** Offsets into the bead's text of each side, after which it is cut; 0 where the side is empty. */
  | { readonly do: 'split'; readonly cut: Sides<number> }
  | { readonly do: 'edit'; readonly side: Side; readonly text: string }

/** The bitext after a repair, and what it did to the text of each side (nothing, unless the learner typed). */
export interface Repaired extends Bitext {
  readonly edits: Sides<readonly TextEdit[]>
}

const NO_EDITS: Sides<readonly TextEdit[]> = { zh: [], en: [] }

/** What a learner can give away from one side of a bead: a side keeps at least one segment unless it joins another. */
export function canGive(bitext: Bitext, at: number, side: Side): { up: boolean; down: boolean } {
  const bead = bitext.beads[at]
  const has = bead !== undefined && bead[side].to > bead[side].from
  return { up: has && at > 0, down: has && at < bitext.beads.length - 1 }
}

/**
 * Applies one repair to the bead at index `at`. Beads stay monotone and cover every segment once; only `edit` changes a
 * text, and only between the first and the last segment of the bead.
 *
 * @throws RangeError when there is no such bead or cut
 */
export function repairBead(bitext: Bitext, at: number, repair: Repair): Repaired {
  const { beads } = bitext
  switch (repair.do) {
    case 'merge':
      return { ...bitext, beads: mergeBeads(beads, at), edits: NO_EDITS }
    case 'unpair':
      return { ...bitext, beads: unpairBead(beads, at), edits: NO_EDITS }
    case 'confirm':
      return { ...bitext, beads: confirmBead(beads, at), edits: NO_EDITS }
    case 'shift':
      return {
        ...bitext,
        beads:
          repair.by < 0
            ? shiftBoundary(beads, at - 1, repair.side, 1)
            : shiftBoundary(beads, at, repair.side, -1),
        edits: NO_EDITS,
      }
    case 'split':
      return split(bitext, at, repair.cut)
    case 'edit':
      return edit(bitext, at, repair.side, repair.text)
  }
}

/** Cuts a bead in two, and the segment a cut falls into with it. */
function split(bitext: Bitext, at: number, cut: Sides<number>): Repaired {
  const zh = cutSegments(bitext, at, 'zh', cut.zh)
  const en = cutSegments(bitext, at, 'en', cut.en)
  const grown = bitext.beads.map((bead, i) => ({
    ...bead,
    zh: grow(bead.zh, i, at, zh.added),
    en: grow(bead.en, i, at, en.added),
  }))
  return {
    ...bitext,
    segments: { zh: zh.segments, en: en.segments },
    beads: splitBead(grown, at, zh.keeps, en.keeps),
    edits: NO_EDITS,
  }
}

function grow(span: { from: number; to: number }, i: number, at: number, added: number) {
  return { from: span.from + (i > at ? added : 0), to: span.to + (i >= at ? added : 0) }
}

/** The side's segments with a boundary at the cut, and how many of the bead's segments stay before it. */
function cutSegments(bitext: Bitext, at: number, side: Side, cut: number) {
  const segments = bitext.segments[side]
  const bead = bitext.beads[at]
  if (bead === undefined) throw new RangeError(`no bead ${at}`)
  const { from, to } = bead[side]
  const first = segments[from]
  if (from === to || first === undefined) return { segments, added: 0, keeps: 0 }
  const offset = first.start + cut
  for (let i = from; i < to; i++) {
    const segment = segments[i]
    if (segment === undefined || offset > segment.end) continue
    if (offset === segment.end || offset <= segment.start) {
      return { segments, added: 0, keeps: offset === segment.end ? i - from + 1 : i - from }
    }
    const halves = [
      trimmed(bitext.texts[side], { ...segment, end: offset }),
      trimmed(bitext.texts[side], { ...segment, start: offset }),
    ]
    return {
      segments: [...segments.slice(0, i), ...halves, ...segments.slice(i + 1)],
      added: 1,
      keeps: i - from + 1,
    }
  }
  return { segments, added: 0, keeps: to - from }
}

function trimmed(text: string, segment: Segment): Segment {
  const raw = text.slice(segment.start, segment.end)
  const start = segment.start + (raw.length - raw.trimStart().length)
  return { ...segment, start, end: start + raw.trim().length }
}

/** Replaces the bead's text on one side; its segments become one, the rest moves along. */
function edit(bitext: Bitext, at: number, side: Side, typed: string): Repaired {
  const bead = bitext.beads[at]
  const segments = bitext.segments[side]
  const first = bead && segments[bead[side].from]
  const range = bead && rangeOf(segments, bead[side])
  if (bead === undefined || first === undefined || !range) {
    throw new RangeError(`bead ${at} has no ${side} text`)
  }
  // A line break would start a paragraph that the alignment does not know of.
  const text = typed.replace(/\s*\n\s*/g, ' ').trim()
  const removed = bitext.texts[side].slice(range.start, range.end)
  if (text === removed || text === '') return { ...bitext, edits: NO_EDITS }
  const by = text.length - removed.length
  const joined = bead[side].to - bead[side].from - 1
  const whole: Segment = { ...first, end: range.start + text.length }
  const after = segments
    .slice(bead[side].to)
    .map((s) => ({ ...s, start: s.start + by, end: s.end + by }))
  return {
    texts: {
      ...bitext.texts,
      [side]: bitext.texts[side].slice(0, range.start) + text + bitext.texts[side].slice(range.end),
    },
    segments: {
      ...bitext.segments,
      [side]: [...segments.slice(0, bead[side].from), whole, ...after],
    },
    beads: bitext.beads.map((one, i) => ({ ...one, [side]: grow(one[side], i, at, -joined) })),
    edits: { ...NO_EDITS, [side]: [{ at: range.start, removed, inserted: text }] },
  }
}
