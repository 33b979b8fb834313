import { type AnswerDraft, type Entry, type EntryDraft } from '../domain/srs/entries.ts'
import { AppError } from '../domain/errors.ts'
import { mergeFact } from '../domain/records/merged.ts'
import { inLogOrder, isUnderstood } from '../domain/srs/history.ts'
import { clockOver, FAR_MS, seeEntry, stampEntry, voidedBy } from '../domain/srs/logClock.ts'
import { packEntries, unpackEntries } from '../formats/packedEntries.ts'
import { write, type ChangeSink } from './change.ts'
import { transact, type Disk } from './database.ts'
import { all, place, putAll } from './requests.ts'
import { readTotals } from './derived/make/catalogue.ts'
import { raiseMark, raiseMarkTo } from './highWater.ts'
import { readLogHead, type LogHead } from './logHead.ts'
import { keepLogClock, readLogClock } from './logClock.ts'
import { isWhole, readPending } from './pendingLog.ts'
import { placesInLog } from './placesInLog.ts'
import { entriesIn, readEveryEntry, readSealedVoids, readUnknownSegments } from './readLog.ts'
import type { SegmentRecord } from './records.ts'
import type { Reading, Transaction } from './schema.ts'
import { SEGMENT_SIZE, writeSegments } from './sealing.ts'

export { readLog } from './readLog.ts'
export { SEGMENT_SIZE, sealPending } from './sealing.ts'

/** The review log on this disk: pending entries one by one, the rest in sealed segments. */

/** Entries that are compared at once with those that are here: a few milliseconds' work. */
const COMPARED_A_TURN = 1_000

/**
 * Refuses an answer whose card has an entry that counts and that it does not know. Ids are ULIDs of the entries' moments:
 * what is behind `previous` in the log's order is larger.
 */
async function checkUnanswered(
  tx: Reading<'log' | 'segments'>,
  disk: Disk,
  answer: AnswerDraft,
): Promise<void> {
  const log = tx.objectStore('log')
  const [pending, { entries }] = await Promise.all([
    log.index('card').getAll(answer.card),
    readUnknownSegments(tx, disk),
  ])
  const candidates = [...pending.filter(isWhole), ...(entries.get(answer.card) ?? [])]
  const unknown = candidates.filter((one) => isUnderstood(one) && one.id > (answer.previous ?? ''))
  const voids = await Promise.all(unknown.map(({ id }) => log.index('entry').count(id)))
  const standing = unknown.filter((_, i) => voids[i] === 0)
  if (standing.length === 0) return
  // Rare: somebody was faster, or what takes it back was restored and lies in a segment.
  const sealedVoids = await readSealedVoids(tx)
  if (standing.some(({ id }) => !sealedVoids.has(id))) throw new AppError('alreadyAnswered')
}

/** Puts entries into the log, and what the disk keeps of the log after them. Whether they are there, the transaction says. */
export async function addEntries(
  tx: Transaction<'log' | 'settings'>,
  change: ChangeSink,
  entries: readonly Entry[],
  { clock, mark }: LogHead,
): Promise<void> {
  await place([
    () => keepLogClock(tx, clock),
    ...entries.map((entry) => () => tx.objectStore('log').add(entry)),
    () => raiseMark(tx, mark, entries),
  ])
  change.entries(entries)
}

/**
 * Writes entries; what comes back has ids and moments, each later than all that was seen here of its card.
 *
 * @param read the log's head, where it is read already
 */
export async function writeEntries(
  tx: Transaction<'log' | 'segments' | 'settings'>,
  change: ChangeSink,
  disk: Disk,
  drafts: readonly EntryDraft[],
  read?: LogHead,
): Promise<readonly Entry[]> {
  if (drafts.length === 0) return []
  const now = disk.now()
  const head = read ?? (await readLogHead(tx, now))
  const entries = drafts.map((draft): Entry => {
    const stamp = stampEntry(head.clock, draft, now)
    return { ...draft, id: disk.newEntryId(stamp.at), ...stamp, device: disk.device }
  })
  await addEntries(tx, change, entries, head)
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
  const { result } = await write(
    disk,
    ['log', 'settings', 'segments'],
    async (tx, change) => {
      const answers = drafts.filter((draft) => draft.type === 'answer')
      const checks = answers.map((answer) => checkUnanswered(tx, disk, answer))
      const [read] = await Promise.all([readLogHead(tx, disk.now()), ...checks])
      return await writeEntries(tx, change, disk, drafts, read)
    },
    'strict',
  )
  return result
}

/**
 * Puts entries in the place of others of the same ids. Of two with one id, which only a damaged copy or a cloned profile
 * makes, every device keeps the same one; what was derived from the other is thrown away.
 */
async function replaceEntries(
  tx: Transaction<'log' | 'segments' | 'image'>,
  disk: Disk,
  segments: readonly SegmentRecord[],
  pending: readonly Entry[],
  kept: ReadonlyMap<string, Entry>,
): Promise<void> {
  const replaced = (entries: readonly Entry[]) =>
    entries.map((entry) => kept.get(entry.id) ?? entry)
  const touches = (entries: readonly Entry[]) => entries.some(({ id }) => kept.has(id))
  const sealed = segments.flatMap((segment) => {
    const entries = entriesIn(segment)
    if (entries === null || !touches(entries)) return []
    // All of them, those that cannot be read included.
    return [{ id: segment.id, entries: unpackEntries(segment.entries) }]
  })
  await all([
    // Segments never change: others take their place.
    ...sealed.flatMap(({ id, entries }) => [
      () => tx.objectStore('segments').delete(id),
      () =>
        tx
          .objectStore('segments')
          .add({ id: disk.newId(), entries: packEntries(replaced(entries)) }),
    ]),
    ...pending
      .filter(({ id }) => kept.has(id))
      .map(
        ({ id }) =>
          () =>
            tx.objectStore('log').put(kept.get(id)!),
      ),
    () => tx.objectStore('image').clear(),
  ])
}

/** Takes back all but the first of several copies of one entry: two devices had mended its date before they met. */
async function voidCopies(
  tx: Transaction<'log' | 'segments' | 'settings'>,
  change: ChangeSink,
  disk: Disk,
  entries: readonly Entry[],
): Promise<void> {
  const copies = entries.filter(({ redates }) => redates !== undefined)
  if (copies.length === 0) return
  const voided = voidedBy(entries)
  const kept = new Set<string>()
  const drafts = copies
    .filter(({ id }) => !voided.has(id))
    .toSorted(inLogOrder)
    .flatMap(({ id, redates = '' }): EntryDraft | [] => {
      if (kept.has(redates)) return { type: 'void', entry: id }
      kept.add(redates)
      return []
    })
  await writeEntries(tx, change, disk, drafts)
}

/** The segments in which some of the entries lie, as those of the same id do. */
async function segmentsOf(
  tx: Reading<'segments'>,
  disk: Disk,
  entries: readonly Entry[],
): Promise<readonly SegmentRecord[]> {
  const places = await placesInLog(tx, disk)
  const keys = new Set(entries.flatMap(({ id }) => places.get(id) ?? []))
  const segments: SegmentRecord[] = []
  // One after the other, too: what is unpacked at once blocks the page as long.
  for (const key of keys) {
    const segment = await tx.objectStore('segments').get(key)
    if (segment !== undefined) segments.push(segment)
  }
  return segments
}

/** The log's clock and copies after new entries: as a rule these alone decide; what is far ahead, all entries do. */
async function settle(
  tx: Transaction<'log' | 'segments' | 'settings'>,
  change: ChangeSink,
  disk: Disk,
  added: readonly Entry[],
): Promise<void> {
  const now = disk.now()
  const clock = await readLogClock(tx, now)
  const isSimple =
    clock.ahead.size === 0 &&
    added.every((entry) => entry.redates === undefined && entry.at <= now + FAR_MS)
  if (isSimple) {
    for (const entry of added) seeEntry(clock, entry, now)
    return await keepLogClock(tx, clock)
  }
  const whole = await readEveryEntry(tx)
  await keepLogClock(tx, clockOver(whole, now))
  await voidCopies(tx, change, disk, whole)
}

/**
 * Those of the entries that were not in the log before; they are now. Union by id, and of two of one id the one that stays
 * everywhere: for backups and other devices.
 *
 * @param check called between the steps: throws when nobody wants the rest any more
 * @param waits whether a few are sealed later, with others: one segment a meeting of devices would be thousands a year
 */
export async function uniteEntries(
  tx: Transaction<'log' | 'segments' | 'image' | 'settings'>,
  change: ChangeSink,
  disk: Disk,
  entries: readonly Entry[],
  check: () => void = () => undefined,
  waits = false,
): Promise<readonly Entry[]> {
  const pending = await readPending(tx)
  const segments = await segmentsOf(tx, disk, entries)
  const here = new Map<string, Entry>()
  for (const segment of segments)
    for (const entry of entriesIn(segment) ?? []) here.set(entry.id, entry)
  for (const entry of pending) here.set(entry.id, entry)
  const fresh = new Map<string, Entry>()
  const others = new Map<string, Entry>()
  for (const [i, entry] of entries.entries()) {
    // A transaction waits for nothing but its own requests: a small one gives the page its turn.
    if (i % COMPARED_A_TURN === COMPARED_A_TURN - 1) await tx.objectStore('segments').count()
    const known = here.get(entry.id)
    const into = known === undefined ? fresh : others
    const same = into.get(entry.id) ?? known
    if (same === undefined || mergeFact(same, entry) !== same) into.set(entry.id, entry)
  }
  if (others.size > 0) {
    await replaceEntries(tx, disk, segments, pending, others)
    change.everything()
  }
  const added = [...fresh.values()]
  if (added.length > 0) {
    if (waits && added.length < SEGMENT_SIZE) await putAll(tx, 'log', added, (entry) => entry)
    else await writeSegments(tx, disk, added.toSorted(inLogOrder), check)
    await raiseMarkTo(tx, await readTotals(tx))
  }
  change.entries(added)
  await settle(tx, change, disk, [...added, ...others.values()])
  return added
}

/** The same in a change of its own. */
export async function takeEntries(
  disk: Disk,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  const stores = ['log', 'segments', 'image', 'settings'] as const
  const { result } = await write(disk, stores, (tx, change) =>
    uniteEntries(tx, change, disk, entries),
  )
  return result
}

/** How many answers the log has, voided ones included. */
export async function countAnswers(disk: Disk): Promise<number> {
  const { answers } = await transact(disk, ['log', 'segments', 'image'], 'readonly', readTotals)
  return answers
}
