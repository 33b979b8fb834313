import { keepQuietly } from './refusals.ts'
import type { Parsed } from '../domain/errors.ts'
import { isAlive } from '../domain/records/writing.ts'
import { inLogOrder } from '../domain/srs/history.ts'
import { readBackup, writeBackup, type Backup } from '../formats/backup.ts'
import { write } from './change.ts'
import { transact, type Disk } from './database.ts'
import { readTotals } from './derived/make/catalogue.ts'
import { readTide, savedMark } from './highWater.ts'
import { holdLog } from './logAtHand.ts'
import { readLog } from './readLog.ts'
import { restoreRows, ROW_STORES, type UnitedRows } from './restore.ts'
import { uniteEntries } from './reviewLog.ts'
import { allRows } from './rows.ts'
import { isWhole } from './pendingLog.ts'
import type { Reading } from './schema.ts'
import { writeSetting } from './settings.ts'
import { takeTurns, type Watching } from './takeTurns.ts'
import { readUnknown } from './unknownRecords.ts'

export type { Gone } from './restore.ts'
export { acceptLoss, missingReviews } from './highWater.ts'

const STORES = [...ROW_STORES, 'log', 'segments'] as const
/** What tells how many reviews there are, and how many of them are saved. */
const TIDE_STORES = ['log', 'segments', 'image', 'settings'] as const

/** Everything on this disk that cannot be made again, apart from what belongs to the device. */
async function collect(disk: Disk, turn: () => Promise<void>): Promise<Backup> {
  const stores = ['articles', 'revisions', 'notes', 'preferences', 'unknown'] as const
  const rest = await transact(disk, stores, 'readonly', async (tx) => {
    const [articles, revisions, notes, settings, unknown] = await Promise.all([
      allRows(tx, 'articles'),
      tx.objectStore('revisions').getAll(),
      allRows(tx, 'notes'),
      allRows(tx, 'preferences'),
      readUnknown(tx),
    ])
    return { articles, revisions, notes, settings, unknown }
  })
  return { createdAt: disk.now(), ...rest, entries: await readLog(disk, turn) }
}

export interface SavedBackup {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** When it was made, ms. */
  readonly at: number
  /** How much is in it; of articles and notes those that were not deleted. */
  readonly held: { readonly articles: number; readonly notes: number; readonly reviews: number }
  /** To be called when the learner has the file: its reviews count as saved from then on. */
  readonly markSaved: () => Promise<void>
}

/**
 * The backup file with everything in it, and how to say that it has arrived.
 *
 * @throws AbortError when `signal` says that nobody wants it any more
 */
export async function saveBackup(disk: Disk, signal?: AbortSignal): Promise<SavedBackup> {
  const meanwhile = takeTurns(signal && { signal })
  // Before anything is read: a review that is given meanwhile may be missing, and must not count as saved.
  const { high } = await transact(disk, TIDE_STORES, 'readonly', readTide)
  const backup = await collect(disk, () => meanwhile(0))
  return {
    bytes: await writeBackup(backup, meanwhile),
    at: backup.createdAt,
    held: {
      articles: backup.articles.filter(isAlive).length,
      notes: backup.notes.filter(isAlive).length,
      reviews: backup.entries.filter(({ type }) => type === 'answer').length,
    },
    markSaved: async () => {
      // The file is there; where there is no room to remember it, it is only suggested again.
      await keepQuietly(() => writeSetting(disk, 'backup', { at: backup.createdAt, answers: high }))
    },
  }
}

/** Reviews given since the last backup: of all that this device has had, so that lost ones hide no new ones. */
async function unsavedWithin(tx: Reading<(typeof TIDE_STORES)[number]>): Promise<number> {
  const [{ high }, stored] = await Promise.all([
    readTide(tx),
    tx.objectStore('settings').get('backup'),
  ])
  return Math.max(0, high - savedMark(stored).answers)
}

/** Reviews given since the last backup. */
export async function unsavedReviews(disk: Disk): Promise<number> {
  return await transact(disk, TIDE_STORES, 'readonly', unsavedWithin)
}

/** What a restore added, and what it left deleted. */
export interface Restored extends UnitedRows {
  readonly entries: number
}

/**
 * Merges a backup into this disk as another device would be merged: rows by their stamps, the log by id. All of it or, when
 * the file or the disk is bad, or it is cancelled, nothing.
 *
 * @throws AppError `diskFull`; AbortError
 */
export async function restoreBackup(
  disk: Disk,
  bytes: Uint8Array<ArrayBuffer>,
  watching: Watching = {},
): Promise<Parsed<Restored | null>> {
  const { value: backup, issues } = await readBackup(bytes, takeTurns(watching))
  if (backup === null) return { value: null, issues }
  const check = () => watching.signal?.throwIfAborted()
  let letGo = () => {}
  const work = write(disk, STORES, async (tx, change): Promise<Restored> => {
    change.everything()
    const isNew = (await readTotals(tx)).digest.count === 0
    const unsaved = await unsavedWithin(tx)
    const takeRows = () => restoreRows(tx, change, disk, backup, check)
    const takeLog = () => uniteEntries(tx, change, disk, backup.entries, check)
    // On a new device side by side: while the disk takes in the notes, segments are packed.
    const [rows, entries] = isNew
      ? await Promise.all([takeRows(), takeLog()])
      : [await takeRows(), await takeLog()]
    // On a new device this is the log, which is replayed next.
    if (isNew)
      letGo = holdLog(disk, {
        // As it would be read: what is not whole is passed over.
        entries: entries.filter(isWhole).toSorted(inLogOrder),
        digest: (await readTotals(tx)).digest,
      })
    // What came out of a backup is in a backup: it asks for no new one.
    const { high } = await readTide(tx)
    await tx
      .objectStore('settings')
      .put({ at: backup.createdAt, answers: high - unsaved }, 'backup')
    check()
    return { ...rows, entries: entries.length }
  })
  try {
    const { result } = await work
    return { value: result, issues }
  } catch (error) {
    letGo()
    // To the disk a cancelling is a refusal like any other.
    check()
    throw error
  }
}
