import { type SegmentRecord, type SegmentSummary } from './records.ts'
import { AppError } from '../domain/errors.ts'
import type { AnswerDraft, Entry, EntryDraft } from '../domain/model.ts'
import { digestOf } from '../domain/srs/digest.ts'
import { inLogOrder, isUnderstood } from '../domain/srs/history.ts'
import { packedIds, packEntries, unpackEntries } from '../formats/packedEntries.ts'
import { all, transact, type Disk, type Write } from './database.ts'
import type { Store, Transaction } from './schema.ts'
import { announce } from './tabs.ts'

/** The review log on this disk: pending entries one by one, the rest in sealed segments. */

/** Entries in a full segment: what sync sends, and what one read brings. */
export const SEGMENT_SIZE = 500

const STORES: readonly Store[] = ['log', 'settings', 'segments', 'outbox']

/**
 * What this tab knows of the sealed part: which segments its state was made from, and, of those that were sealed since,
 * each card's latest entry.
 */
interface Known {
  readonly segments: Set<string>
  readonly latest: Map<string, Entry>
}
const knownBy = new WeakMap<Disk, Known>()

/** Remembers that this tab's state was made from these segments. */
export function knowSegments(disk: Disk, segments: Iterable<string>): void {
  knownBy.set(disk, { segments: new Set(segments), latest: new Map() })
}

async function readUnknownSegments(tx: Transaction, disk: Disk): Promise<Known> {
  const store = tx.objectStore('segments')
  const known = knownBy.get(disk)
  if (known !== undefined && (await store.count()) === known.segments.size) return known
  const keys = await store.getAllKeys()
  if (known === undefined) {
    const first = { segments: new Set(keys), latest: new Map<string, Entry>() }
    knownBy.set(disk, first)
    return first
  }
  const unknown = keys.filter((key) => !known.segments.has(key))
  for (const record of await Promise.all(unknown.map((key) => store.get(key)))) {
    if (record === undefined) continue
    for (const entry of unpackEntries(record.entries)) {
      if (!('card' in entry) || !isUnderstood(entry)) continue
      const before = known.latest.get(entry.card)
      if (before === undefined || inLogOrder(before, entry) < 0) known.latest.set(entry.card, entry)
    }
    known.segments.add(record.id)
  }
  return known
}

/** The card's latest entry that counts, as far as it is not behind this tab's own state; null when nothing is new. */
async function latestOf(tx: Transaction, disk: Disk, card: string): Promise<string | null> {
  const log = tx.objectStore('log')
  const [pending, { latest }] = await Promise.all([
    log.index('card').getAll(card),
    readUnknownSegments(tx, disk),
  ])
  const sealed = latest.get(card)
  const candidates = [...pending.filter(isUnderstood), ...(sealed === undefined ? [] : [sealed])]
  for (const { id } of candidates.toSorted(inLogOrder).toReversed())
    if ((await log.index('entry').count(id)) === 0) return id
  return null
}

/** Ids are ULIDs of the entries' moments: what is behind `previous` in the log's order is larger. */
async function checkUnanswered(tx: Transaction, disk: Disk, answer: AnswerDraft): Promise<void> {
  const latest = await latestOf(tx, disk, answer.card)
  if (latest !== null && latest > (answer.previous ?? '')) throw new AppError('alreadyAnswered')
}

/** The moment of this device's last entry, ms; 0 before the first. */
async function readClock(tx: Transaction): Promise<number> {
  const clock = await tx.objectStore('settings').get('clock')
  return typeof clock === 'number' ? clock : 0
}

/**
 * Writes entries within a transaction over the stores `log`, `settings` and `outbox`; what comes back has ids and
 * moments, each later than this device's entry before it.
 *
 * @param lastAt the moment of that entry, ms, where it is known already
 */
export async function writeEntries(
  tx: Transaction,
  disk: Disk,
  drafts: readonly EntryDraft[],
  lastAt?: number,
): Promise<readonly Entry[]> {
  if (drafts.length === 0) return []
  let at = lastAt ?? (await readClock(tx))
  const entries = drafts.map((draft): Entry => {
    at = Math.max(disk.now(), at + 1)
    return { ...draft, id: disk.newEntryId(at), at, device: disk.device }
  })
  const writes: Write[] = [() => tx.objectStore('settings').put(at, 'clock')]
  for (const entry of entries) {
    writes.push(() => tx.objectStore('log').add(entry))
    if (disk.syncing)
      writes.push(() => tx.objectStore('outbox').put({ kind: 'entry', id: entry.id }))
  }
  await all(writes)
  return entries
}

/**
 * The entries as they now stand in the log, strictly on the disk: all of them, or none.
 *
 * @throws AppError `alreadyAnswered` when a card has an entry that its answer's `previous` does not know: another tab was
 *   faster; `diskFull` when there is no room. Nothing is written then.
 */
export async function appendEntries(
  disk: Disk,
  drafts: readonly EntryDraft[],
): Promise<readonly Entry[]> {
  const entries = await transact(
    disk,
    STORES,
    'readwrite',
    async (tx) => {
      const answers = drafts.filter((draft) => draft.type === 'answer')
      const checks = answers.map((answer) => checkUnanswered(tx, disk, answer))
      const [lastAt] = await Promise.all([readClock(tx), ...checks])
      return await writeEntries(tx, disk, drafts, lastAt)
    },
    'strict',
  )
  announce(disk, { kind: 'entries', entries })
  return entries
}

const isAnswer = ({ type }: Entry): boolean => type === 'answer'

function summaryOf({ id, entries }: SegmentRecord): SegmentSummary {
  const answers = entries.at.length + entries.others.filter(isAnswer).length
  return { id, digest: digestOf(packedIds(entries).map((packed) => ({ id: packed }))), answers }
}

/** What is in the sealed segments; counted anew when the catalogue is missing or speaks of others. */
export async function readCatalogue(
  tx: Transaction<'readonly' | 'readwrite'>,
): Promise<readonly SegmentSummary[]> {
  const [record, keys] = await Promise.all([
    tx.objectStore('image').get('catalogue'),
    tx.objectStore('segments').getAllKeys(),
  ])
  if (record?.kind === 'catalogue') {
    const listed = new Set(record.segments.map(({ id }) => id))
    if (listed.size === keys.length && keys.every((key) => listed.has(key))) return record.segments
  }
  return (await tx.objectStore('segments').getAll()).map(summaryOf)
}

/** Writes entries as segments and lists them, within a transaction over `segments` and `image`. */
export async function writeSegments(
  tx: Transaction,
  disk: Disk,
  entries: readonly Entry[],
): Promise<void> {
  const catalogue = await readCatalogue(tx)
  const records: SegmentRecord[] = []
  for (let from = 0; from < entries.length; from += SEGMENT_SIZE) {
    const part = entries.slice(from, from + SEGMENT_SIZE)
    records.push({ id: disk.newId(), entries: packEntries(part) })
  }
  const segments = [...catalogue, ...records.map(summaryOf)]
  await all([
    ...records.map((record) => () => tx.objectStore('segments').add(record)),
    () => tx.objectStore('image').put({ kind: 'catalogue', segments }, 'catalogue'),
  ])
}

/**
 * Moves pending entries into immutable segments, as many full ones as there are; how many were made.
 * For idle moments: an answer never waits for it. One tab at a time; entries are always in exactly one place.
 */
export async function sealPending(disk: Disk): Promise<number> {
  return await disk.locks(`${disk.name}-seal`, () =>
    transact(disk, ['log', 'segments', 'image'], 'readwrite', async (tx) => {
      const log = tx.objectStore('log')
      const full = Math.floor((await log.count()) / SEGMENT_SIZE)
      if (full === 0) return 0
      const entries = await log.getAll(null, full * SEGMENT_SIZE)
      const upTo = IDBKeyRange.upperBound(entries[entries.length - 1]!.id)
      await all([() => writeSegments(tx, disk, entries), () => log.delete(upTo)])
      return full
    }),
  )
}

/** Every entry, in no particular order, and the segments they came from. */
export async function readSealed(
  tx: Transaction<'readonly' | 'readwrite'>,
): Promise<readonly SegmentRecord[]> {
  return await tx.objectStore('segments').getAll()
}

/** Every entry of the log, in the log's order. Long: for a replay, a backup, statistics. */
export async function readLog(disk: Disk): Promise<readonly Entry[]> {
  const [segments, pending] = await transact(disk, ['log', 'segments'], 'readonly', (tx) =>
    Promise.all([readSealed(tx), tx.objectStore('log').getAll()]),
  )
  const entries = segments.flatMap((segment) => unpackEntries(segment.entries))
  return [...entries, ...pending].sort(inLogOrder)
}

/**
 * Those of the entries that were not in the log before; they are now. Union by id: for backups and other devices.
 * Within a transaction over `log`, `segments` and `image`.
 */
export async function uniteEntries(
  tx: Transaction,
  disk: Disk,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const [segments, pending] = await Promise.all([
    readSealed(tx),
    tx.objectStore('log').getAllKeys(),
  ])
  const ids = new Set(pending)
  for (const segment of segments) for (const id of packedIds(segment.entries)) ids.add(id)
  const fresh = entries.filter(({ id }) => !ids.has(id) && ids.add(id).has(id))
  if (fresh.length > 0) await writeSegments(tx, disk, fresh.toSorted(inLogOrder))
  return fresh
}

/** How many answers the log has, voided ones included. */
export async function countAnswers(disk: Disk): Promise<number> {
  return await transact(disk, ['log', 'segments', 'image'], 'readonly', async (tx) => {
    const [catalogue, pending] = await Promise.all([
      readCatalogue(tx),
      tx.objectStore('log').getAll(),
    ])
    return catalogue.reduce((sum, { answers }) => sum + answers, pending.filter(isAnswer).length)
  })
}
