import { furtherRecord, uniteCare, type ArticleRecord } from '../domain/article/record.ts'
import type { Parsed } from '../domain/errors.ts'
import { readBackup, writeBackup, type Backup, type Setting } from '../formats/backup.ts'
import { textsOf, writeArticles } from './articles.ts'
import { attend, CARE_STORES } from './care.ts'
import { all, transact, type Disk } from './database.ts'
import { uniteNotes } from './notes.ts'
import { countAnswers, readLog, uniteEntries } from './reviewLog.ts'
import type { Store, Transaction } from './schema.ts'
import { DEVICE_KEYS, isKnownKey, readSetting, uniteKnown, writeSetting } from './settings.ts'
import { announce } from './tabs.ts'

const STORES: readonly Store[] = [...CARE_STORES, 'segments']

/** Everything on this disk that cannot be made again, apart from what belongs to the device. */
async function collect(disk: Disk): Promise<Backup> {
  const stores: readonly Store[] = ['articles', 'texts', 'notes', 'settings']
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
  const answers = backup.entries.filter(({ type }) => type === 'answer').length
  return {
    bytes: await writeBackup(backup),
    markSaved: () => writeSetting(disk, 'backup', { at: backup.createdAt, answers }),
  }
}

/** How many answers of a stored mark are in some backup. */
function savedAnswers(mark: unknown): number {
  const answers: unknown =
    typeof mark === 'object' && mark !== null ? Reflect.get(mark, 'answers') : undefined
  return typeof answers === 'number' ? answers : 0
}

/** Reviews given since the last backup. */
export async function unsavedReviews(disk: Disk): Promise<number> {
  const mark = await readSetting(disk, 'backup')
  return Math.max(0, (await countAnswers(disk)) - savedAnswers(mark))
}

/** What a restore added. */
export interface Restored {
  readonly articles: number
  readonly notes: number
  readonly entries: number
}

/** The texts and records to keep of two that are here and in the backup; how many are the backup's. */
async function uniteArticles(
  tx: Transaction,
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
  await writeArticles(tx, records)
  return { added: taken.size, caring: records.filter(({ care }) => care.length > 0) }
}

/** Looks again at what needs care: the texts that are here now may not be those that were judged. */
async function attendAgain(tx: Transaction, disk: Disk, records: readonly ArticleRecord[]) {
  for (const record of records) {
    const revisions = await tx.objectStore('texts').getAll(textsOf(record.id))
    const { care } = await attend(tx, disk, record, { article: record.article, revisions })
    await writeArticles(tx, [{ ...record, care }])
  }
}

/** On a device nobody has used yet the settings of the backup hold, elsewhere they only fill gaps. */
async function uniteSettings(tx: Transaction, settings: readonly Setting[], fresh: boolean) {
  const store = tx.objectStore('settings')
  const kept = new Set(await store.getAllKeys())
  const known = settings.filter(({ key }) => isKnownKey(key))
  const wanted = settings.filter(
    ({ key }) => !DEVICE_KEYS.has(key) && !isKnownKey(key) && (fresh || !kept.has(key)),
  )
  const write = (setting: Setting) => () => store.put(setting.value, setting.key)
  await all([...wanted.map(write), () => uniteKnown(tx, known)])
}

/** Whether nothing has been learnt or imported here yet. */
async function isFresh(tx: Transaction): Promise<boolean> {
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
  const restored = await transact(disk, STORES, 'readwrite', async (tx): Promise<Restored> => {
    await uniteSettings(tx, backup.settings, await isFresh(tx))
    const { added, caring } = await uniteArticles(tx, backup)
    const notes = await uniteNotes(tx, backup.notes)
    const entries = await uniteEntries(tx, disk, backup.entries)
    await attendAgain(tx, disk, caring)
    await markRestored(tx, backup.createdAt, entries.filter(({ type }) => type === 'answer').length)
    return { articles: added, notes: notes.created.length, entries: entries.length }
  })
  announce(disk, { kind: 'everything' })
  return { value: restored, issues }
}

/** What came out of a backup is in a backup: it asks for no new one. */
async function markRestored(tx: Transaction, at: number, answers: number): Promise<void> {
  const settings = tx.objectStore('settings')
  const saved = savedAnswers(await settings.get('backup'))
  await settings.put({ at, answers: saved + answers }, 'backup')
}
