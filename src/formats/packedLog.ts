import { type Entry } from '../domain/srs/entries.ts'
import { inLogOrder } from '../domain/srs/history.ts'
import { unpackEntries } from './packedEntries.ts'
import type { PackedEntries } from './packedEntries.ts'

/** A whole review log as it lies on the disk: sealed segments as columns, the rest as entries. What crosses threads. */
export interface PackedLog {
  readonly segments: readonly PackedEntries[]
  readonly pending: readonly Entry[]
}

/** The memory behind the columns, to be transferred instead of copied. */
export function buffersOf({ segments }: PackedLog): ArrayBuffer[] {
  return segments.flatMap((segment) =>
    Object.values(segment).flatMap((column: unknown) =>
      ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
    ),
  )
}

/** All entries in the log's order; yields its progress, 0 … 1, with every segment. */
export function* unpackLog({ segments, pending }: PackedLog): Generator<number, Entry[]> {
  const entries: Entry[] = []
  for (const [index, segment] of segments.entries()) {
    for (const entry of unpackEntries(segment)) entries.push(entry)
    yield (index + 1) / segments.length
  }
  for (const entry of pending) entries.push(entry)
  return entries.sort(inLogOrder)
}

/** The entries that are kept as they came beside the columns, in no order: all but most answers. Cheap. */
export function othersIn({ segments, pending }: PackedLog): Entry[] {
  return [...segments.flatMap(({ others }) => others), ...pending]
}

/** The entries of one card, with all voids and weights, which speak of no card by name. Only its segments are unpacked. */
export function entriesOf(log: PackedLog, card: string): Entry[] {
  const speaks = (entry: Entry) =>
    'card' in entry ? entry.card === card : entry.type === 'void' || entry.type === 'weights'
  const entries = log.segments.flatMap((segment) => {
    const named = `\n${segment.names}\n`.includes(`\n${card}\n`)
    return (named ? unpackEntries(segment) : segment.others).filter(speaks)
  })
  return [...entries, ...log.pending.filter(speaks)].sort(inLogOrder)
}
