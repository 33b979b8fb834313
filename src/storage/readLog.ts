import { keepQuietly } from './refusals.ts'
import { type Entry } from '../domain/srs/entries.ts'
import { inLogOrder } from '../domain/srs/history.ts'
import { isUncut, unpackEntries } from '../formats/packedEntries.ts'
import type { PackedLog } from '../formats/packedLog.ts'
import { transact, type Disk } from './database.ts'
import { knowSegments, segmentsKnown, type KnownSegments } from './knownSegments.ts'
import { isWhole, readPending } from './pendingLog.ts'
import type { SegmentRecord } from './records.ts'
import type { Reading } from './schema.ts'

/**
 * The review log as it can be read. What a bad disk has made of a record is passed over: one bad entry, or one bad segment,
 * must not keep the other reviews from the learner. Nothing is deleted.
 */

/** The entries of a segment; null when it cannot be read. */
export function entriesIn(segment: SegmentRecord): readonly Entry[] | null {
  if (!isUncut(segment.entries)) return null
  try {
    return unpackEntries(segment.entries).filter(isWhole)
  } catch {
    return null
  }
}

/** Entries that were voided by an entry that is sealed by now. Long: reads every segment, though it unpacks none. */
export async function readSealedVoids(tx: Reading<'segments'>): Promise<ReadonlySet<string>> {
  const others = (await readSealed(tx)).flatMap(({ entries }) => entries?.others ?? [])
  return new Set(
    others.filter(isWhole).flatMap((entry) => (entry.type === 'void' ? [entry.entry] : [])),
  )
}

/** Every segment, those that cannot be read included. */
export async function readSealed(tx: Reading<'segments'>): Promise<readonly SegmentRecord[]> {
  return await tx.objectStore('segments').getAll()
}

/** Every entry, in no order, within a transaction. Long, so one segment after the other: between them the page gets its turns. */
export async function readEveryEntry(tx: Reading<'log' | 'segments'>): Promise<readonly Entry[]> {
  const segments = tx.objectStore('segments')
  const found = [...(await readPending(tx))]
  for (const key of await segments.getAllKeys()) {
    const segment = await segments.get(key)
    for (const entry of segment === undefined ? [] : (entriesIn(segment) ?? [])) found.push(entry)
  }
  return found
}

const readBoth = (disk: Disk) =>
  transact(disk, ['log', 'segments'], 'readonly', (tx) =>
    Promise.all([readSealed(tx), readPending(tx)]),
  )

/**
 * Every entry of the log, in the log's order. Long: for a replay, a backup, statistics.
 *
 * @param turn awaited after each segment, so that others get a turn
 */
export async function readLog(
  disk: Disk,
  turn: () => Promise<void> = async () => undefined,
): Promise<readonly Entry[]> {
  const [segments, pending] = await readBoth(disk)
  const found: (readonly Entry[] | null)[] = []
  for (const segment of segments) {
    found.push(entriesIn(segment))
    await turn()
  }
  if (found.includes(null)) await tellOfDamage(disk)
  return [...found.flatMap((entries) => entries ?? []), ...pending].sort(inLogOrder)
}

/** The whole log without unpacking it, in one look at the disk: to be transferred to the memory thread. */
export async function readPackedLog(disk: Disk): Promise<PackedLog> {
  const [segments, pending] = await readBoth(disk)
  return { segments: segments.map(({ entries }) => entries).filter((one) => isUncut(one)), pending }
}

const told = new WeakSet<Disk>()

/** Says it once, and has the segments counted anew: what cannot be read is then missed. */
async function tellOfDamage(disk: Disk): Promise<void> {
  if (told.has(disk)) return
  told.add(disk)
  await keepQuietly(() =>
    transact(disk, ['image'], 'readwrite', (tx) => tx.objectStore('image').delete('catalogue')),
  )
  disk.trouble('logDamaged')
}

/** What this tab knows of the sealed part, with what was sealed in the meantime. */
export async function readUnknownSegments(
  tx: Reading<'segments'>,
  disk: Disk,
): Promise<KnownSegments> {
  const store = tx.objectStore('segments')
  const known = segmentsKnown(disk)
  if (known !== undefined && (await store.count()) === known.segments.size) return known
  const keys = await store.getAllKeys()
  if (known === undefined) return knowSegments(disk, keys)
  const unknown = keys.filter((key) => !known.segments.has(key))
  for (const record of await Promise.all(unknown.map((key) => store.get(key)))) {
    if (record === undefined) continue
    for (const entry of entriesIn(record) ?? []) {
      if (!('card' in entry)) continue
      known.entries.set(entry.card, [...(known.entries.get(entry.card) ?? []), entry])
    }
    known.segments.add(record.id)
  }
  return known
}
