import { hashOf } from '../ids.ts'
import type { Alignment, Bead, Segment, Side } from '../model.ts'
import { canonical } from '../records/canonical.ts'

/**
 * Versions of an article share what did not change: an alignment is cut into chunks of beads, each a fact named by its
 * content, and a version lists their names. Where a chunk ends follows from the beads in it and positions are relative,
 * so an edit changes the one or two chunks it lies in, and a version of a book costs a few kilobytes.
 */
export interface Chunked {
  readonly names: readonly string[]
  /** The chunks by name. */
  readonly chunks: Readonly<Record<string, unknown>>
}

/** Beads of a chunk: on average this many, at most four times as many. */
const USUAL = 32
const MOST = 4 * USUAL

const SIDES = ['zh', 'en'] as const

/** What positions are relative to: the end and the paragraph of the segment before. */
interface Position {
  readonly end: number
  readonly paragraph: number
  /** Segments so far. */
  readonly count: number
}
const START: Position = { end: 0, paragraph: 0, count: 0 }

/** Whether the beads take all segments in turn, so that only their number need be said. */
function isCovering({ segments, beads }: Alignment): boolean {
  return SIDES.every((side) => {
    let at = 0
    const inTurn = beads.every((bead) => {
      const { from, to } = bead[side]
      const follows = from === at && to >= from
      at = to
      return follows
    })
    return inTurn && at === segments[side].length
  })
}

/** A segment as three numbers: the gap before it, its length, how many paragraphs after the last one. */
const triple = ({ start, end, paragraph }: Segment, before: Segment | undefined) => [
  start - (before?.end ?? 0),
  end - start,
  paragraph - (before?.paragraph ?? 0),
]

/** A bead as numbers: confidence, how many segments of zh, of en, then the segments. */
function packBead({ segments }: Alignment, bead: Bead): readonly number[] {
  const held = (side: Side) => {
    const all = segments[side]
    const { from, to } = bead[side]
    return all.slice(from, to).flatMap((segment, i) => triple(segment, all[from + i - 1]))
  }
  const counts = SIDES.map((side) => bead[side].to - bead[side].from)
  return [bead.confidence, ...counts, ...held('zh'), ...held('en')]
}

/** Whether a chunk ends after this bead: a matter of chance that follows from the bead alone (FNV-1a over its numbers). */
function endsChunk([, ...numbers]: readonly number[]): boolean {
  const mixed = numbers.reduce((mixed, number) => Math.imul(mixed ^ number, 0x01000193), 0x811c9dc5)
  return ((mixed >>> 16) & 0xffff) % USUAL === 0
}

const named = (parts: readonly unknown[]): Chunked => {
  const entries = parts.map((part) => [hashOf([canonical(part)]), part] as const)
  return { names: entries.map(([name]) => name), chunks: Object.fromEntries(entries) }
}

/** An alignment in chunks; {@link joinChunks} gives it back. One whose beads leave segments out is kept as it is. */
export function cutChunks(alignment: Alignment): Chunked {
  const { segments, beads } = alignment
  if (!isCovering(alignment)) return named([{ segments, beads }])
  const chunks: (readonly number[])[][] = [[]]
  for (const bead of beads) {
    const last = chunks[chunks.length - 1]!
    const packed = packBead(alignment, bead)
    last.push(packed)
    if (endsChunk(packed) || last.length >= MOST) chunks.push([])
  }
  return named(chunks.filter((chunk) => chunk.length > 0).map((chunk) => chunk.flat()))
}

function* unpack(numbers: readonly number[], at: Record<Side, Position>) {
  let next = 0
  const read = () => numbers[next++] ?? 0
  while (next < numbers.length) {
    const confidence = read()
    const counts = { zh: read(), en: read() }
    const held = { zh: new Array<Segment>(), en: new Array<Segment>() }
    const spans = { zh: { from: 0, to: 0 }, en: { from: 0, to: 0 } }
    for (const side of SIDES) {
      const from = at[side].count
      for (let i = 0; i < counts[side]; i++) {
        const start = at[side].end + read()
        const end = start + read()
        const paragraph = at[side].paragraph + read()
        held[side].push({ start, end, paragraph })
        at[side] = { end, paragraph, count: at[side].count + 1 }
      }
      spans[side] = { from, to: at[side].count }
    }
    yield { bead: { ...spans, confidence }, held }
  }
}

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'number')

/** Our own other form; it was written by {@link cutChunks}. */
const isWhole = (value: unknown): value is Alignment =>
  typeof value === 'object' && value !== null && 'segments' in value && 'beads' in value

/** The alignment that these chunks, in this order, make up; null when one is missing or none of ours. */
export function joinChunks(chunks: readonly unknown[]): Alignment | null {
  const [first] = chunks
  if (chunks.length === 1 && isWhole(first)) return { segments: first.segments, beads: first.beads }
  if (!chunks.every(isNumbers)) return null
  const at = { zh: START, en: START }
  const segments = { zh: new Array<Segment>(), en: new Array<Segment>() }
  const beads: Bead[] = []
  for (const chunk of chunks)
    for (const { bead, held } of unpack(chunk, at)) {
      beads.push(bead)
      for (const side of SIDES) segments[side].push(...held[side])
    }
  return { segments, beads }
}
