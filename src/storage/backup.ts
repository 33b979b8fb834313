import { furtherRecord, uniteCare, type ArticleRecord } from '../domain/article/record.ts'
import type { Parsed } from '../domain/errors.ts'
import { readBackup, writeBackup, type Backup, type Setting } from '../formats/backup.ts'
import { textsOf, writeArticles } from './articles.ts'
import { attend, CARE_STORES, type CareTransaction } from './care.ts'
import { write, type ChangeSink } from './change.ts'
import { all, transact, type Disk } from './database.ts'
import { readTide, savedMark } from './highWater.ts'
import { uniteNotes } from './notes.ts'
import { readLog } from './readLog.ts'
import { uniteEntries } from './reviewLog.ts'
import type { Reading, Transaction } from './schema.ts'
import { DEVICE_KEYS } from './settingKeys.ts'
import { isKnownKey, uniteKnown, writeSetting } from './settings.ts'

export { acceptLoss, missingReviews } from './highWater.ts'

const STORES = [...CARE_STORES, 'segments'] as const
/** What tells how many reviews there are, and how many of them are saved. */
const TIDE_STORES = ['log', 'segments', 'image', 'settings'] as const

/** Everything on this disk that cannot be made again, apart from what belongs to the device. */
async function collect(disk: Disk): Promise<Backup> {
  const stores = ['articles', 'texts', 'notes', 'settings'] as const
  const rest = await transact(disk, stores, 'readonly', async (tx) => {
    const [articles, revisions, notes, keys, values] = await Promise.all([
      tx.objectStore('articles').getAll(),
      tx.objectStore('texts').getAll(),
      tx.objectStore('notes').getAll(),
      tx.objectStore('settings').getAllKeys(),
      tx.objectStore('settings').getAll(),
    ])
    const settings = keys
      .map((key, i): Setting => ({ key, value: values[i] }))
      .filter(({ key }) => !DEVICE_KEYS.has(key))
    // In the order of the card index, so that a restore keeps it.
    const ordered = notes.toSorted((a, b) => a.place - b.place)
    return { articles, revisions, notes: ordered.map(({ note }) => note), settings }
  })
  return { createdAt: disk.now(), ...rest, entries: await readLog(disk) }
}

export interface SavedBackup {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** To be called when the learner has the file: its reviews count as saved from then on. */
  readonly markSaved: () => Promise<void>
}

/** The backup file with everything in it, and how to say that it has arrived. */
export async function saveBackup(disk: Disk): Promise<SavedBackup> {
  const backup = await collect(disk)
  const { high } = await transact(disk, TIDE_STORES, 'readonly', readTide)
  return {
    bytes: await writeBackup(backup),
    markSaved: () => writeSetting(disk, 'backup', { at: backup.createdAt, answers: high }),
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

/** What a restore added. */
export interface Restored {
  readonly articles: number
  readonly notes: number
  readonly entries: number
}

/** The texts and records to keep of two that are here and in the backup; how many are the backup's. */
async function uniteArticles(
  tx: Transaction<'articles' | 'texts'>,
  change: ChangeSink,
  backup: Backup,
): Promise<{ readonly added: number; readonly caring: readonly ArticleRecord[] }> {
  const store = tx.objectStore('articles')
  const ours = await Promise.all(backup.articles.map(({ id }) => store.get(id)))
  const taken = new Set<string>()
  const records = backup.articles.map((theirs, i): ArticleRecord => {
    const here = ours[i]
    const kept = here === undefined ? theirs : furtherRecord(here, theirs)
    if (kept === theirs) taken.add(theirs.id)
    return { ...kept, care: uniteCare(here?.care ?? [], theirs.care) }
  })
  const revisions = backup.revisions.filter(({ article }) => taken.has(article))
  await all([
    ...[...taken].map((id) => () => tx.objectStore('texts').delete(textsOf(id))),
    ...revisions.map((revision) => () => tx.objectStore('texts').put(revision)),
  ])
  await writeArticles(tx, change, records)
  return { added: taken.size, caring: records.filter(({ care }) => care.length > 0) }
}

/** Looks again at what needs care: the texts that are here now may not be those that were judged. */
async function attendAgain(
  tx: CareTransaction,
  change: ChangeSink,
  disk: Disk,
  records: readonly ArticleRecord[],
): Promise<void> {
  for (const record of records) {
    const revisions = await tx.objectStore('texts').getAll(textsOf(record.id))
    const care = await attend(tx, change, disk, record, { article: record.article, revisions })
    await writeArticles(tx, change, [{ ...record, care }])
  }
}

/** On a device nobody has used yet the settings of the backup hold, elsewhere they only fill gaps. */
async function uniteSettings(
  tx: Transaction<'settings'>,
  change: ChangeSink,
  settings: readonly Setting[],
  fresh: boolean,
): Promise<void> {
  const store = tx.objectStore('settings')
  const kept = new Set(await store.getAllKeys())
  const known = settings.filter(({ key }) => isKnownKey(key))
  const wanted = settings.filter(
    ({ key }) => !DEVICE_KEYS.has(key) && !isKnownKey(key) && (fresh || !kept.has(key)),
  )
  const write = (setting: Setting) => () => store.put(setting.value, setting.key)
  await all([...wanted.map(write), () => uniteKnown(tx, change, known)])
  change.settings(...wanted.map(({ key }) => key))
}

/** Whether nothing has been learnt or imported here yet. */
async function isFresh(tx: Reading<'articles' | 'notes' | 'log' | 'segments'>): Promise<boolean> {
  const stores = ['articles', 'notes', 'log', 'segments'] as const
  const first = await Promise.all(
    stores.map((store) => tx.objectStore(store).getKey(IDBKeyRange.lowerBound(''))),
  )
  return first.every((key) => key === undefined)
}

/**
 * Merges a backup into this disk by id: reviews are united, notes gain contexts, of two versions of an article the one
 * further on stays. All of it or, when the file or the disk is bad, nothing.
 *
 * @throws AppError `diskFull`
 */
export async function restoreBackup(
  disk: Disk,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Parsed<Restored | null>> {
  const { value: backup, issues } = await readBackup(bytes)
  if (backup === null) return { value: null, issues }
  const { result } = await write(disk, STORES, async (tx, change): Promise<Restored> => {
    change.everything()
    const unsaved = await unsavedWithin(tx)
    await uniteSettings(tx, change, backup.settings, await isFresh(tx))
    const { added, caring } = await uniteArticles(tx, change, backup)
    const notes = await uniteNotes(tx, change, backup.notes)
    const entries = await uniteEntries(tx, change, disk, backup.entries)
    await attendAgain(tx, change, disk, caring)
    // What came out of a backup is in a backup: it asks for no new one.
    const { high } = await readTide(tx)
    await tx
      .objectStore('settings')
      .put({ at: backup.createdAt, answers: high - unsaved }, 'backup')
    return { articles: added, notes: notes.created.length, entries: entries.length }
  })
  return { value: result, issues }
}
