import { headOf } from '../domain/article/articleRow.ts'
import type { Sides } from '../domain/model.ts'
import { showNote } from '../domain/notes/showNote.ts'
import { readRow, type Merged } from '../domain/records/merged.ts'
import { OTHER_SETTINGS } from '../domain/records/settings.ts'
import { deleteRow, reviveRow } from '../domain/records/writing.ts'
import type { Backup } from '../formats/backup.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { withClock, type DeviceClock } from './clock.ts'
import type { Disk } from './database.ts'
import { batchesOf, putAll } from './requests.ts'
import { putArticleRows, putNoteRows, readRows, uniteRows } from './rows.ts'
import type { Transaction } from './schema.ts'
import { DEVICE_KEYS } from './settingKeys.ts'
import { uniteUnknown } from './unknownRecords.ts'

/** What was deleted here after the backup was made: it stays deleted, and can be brought back. */
export type Gone =
  | { readonly kind: 'article'; readonly id: string; readonly title: Sides<string> }
  | { readonly kind: 'note'; readonly id: string; readonly text: string }

/** What a restore found of rows. */
export interface UnitedRows {
  /** Articles and notes that are new here. */
  readonly articles: number
  readonly notes: number
  readonly gone: readonly Gone[]
}

export const ROW_STORES = [
  'articles',
  'revisions',
  'notes',
  'preferences',
  'unknown',
  'settings',
  'image',
] as const
type RowTransaction = Transaction<(typeof ROW_STORES)[number]>

/** A row of settings without what a device keeps for itself, which no backup should have. */
function shared(row: Merged): Merged {
  if (row.id !== OTHER_SETTINGS) return row
  const fields = Object.entries(row.fields).filter(([key]) => !DEVICE_KEYS.has(key))
  return { ...row, fields: Object.fromEntries(fields) }
}

const goneArticle = (row: Merged): Gone => ({
  kind: 'article',
  id: row.id,
  title: headOf(row).title,
})

/** Of a note that this version does not know nothing can be said. */
function goneNote(row: Merged): readonly Gone[] {
  const note = showNote(row, () => true)?.note
  if (note === undefined) return []
  const text = note.kind === 'term' ? note.headword : note.anchor.quote
  return [{ kind: 'note', id: row.id, text }]
}

/** Rows whose stamps are looked at at once: a few milliseconds' work. */
const WITNESSED_A_TURN = 2_000

/** Stamps in rows of newer kinds count like any other. */
async function witnessAll(
  tx: RowTransaction,
  clock: DeviceClock,
  { articles, notes, settings, unknown }: Backup,
): Promise<void> {
  const foreign = unknown.flatMap((record) => Object.values(record)).map(readRow)
  for (const batch of batchesOf(
    [...articles, ...notes, ...settings, ...foreign],
    WITNESSED_A_TURN,
  )) {
    for (const row of batch) if (row !== null) clock.witness(row)
    // A transaction waits for nothing but its own requests: a small one gives the page its turn.
    await tx.objectStore('settings').count()
  }
}

/**
 * Merges the rows and revisions of a backup into those that are here: the same in whatever order and however often. No
 * revision is ever removed, and what was deleted here since stays deleted.
 *
 * @param check called between the steps: throws when nobody wants the rest any more
 */
export async function restoreRows(
  tx: RowTransaction,
  change: ChangeSink,
  disk: Pick<Disk, 'device' | 'now'>,
  backup: Backup,
  check: () => void = () => undefined,
): Promise<UnitedRows> {
  return await withClock(tx, disk, async (clock) => {
    await witnessAll(tx, clock, backup)
    const settings = await uniteRows(tx, 'preferences', backup.settings.map(shared))
    const articles = await uniteRows(tx, 'articles', backup.articles)
    const notes = await uniteRows(tx, 'notes', backup.notes)
    check()
    await putAll(tx, 'preferences', settings.changed, (row) => row)
    await putAll(tx, 'revisions', backup.revisions, (revision) => revision)
    await putArticleRows(tx, change, articles.changed)
    await putNoteRows(tx, change, notes.changed)
    check()
    await uniteUnknown(tx, backup.unknown)
    change.settings(...settings.changed.map(({ id }) => id))
    return {
      articles: articles.created,
      notes: notes.created,
      gone: [...articles.gone.map(goneArticle), ...notes.gone.flatMap(goneNote)],
    }
  })
}

/** Changes the row of something a restore found deleted. */
async function changeGone(
  disk: Disk,
  { kind, id }: Gone,
  work: typeof reviveRow,
  undo: () => Promise<unknown>,
): Promise<Written<void>> {
  return await write(disk, ['articles', 'notes', 'settings', 'image'], async (tx, change) => {
    const [row] = await readRows(tx, kind === 'article' ? 'articles' : 'notes', [id])
    if (!row) return
    await withClock(tx, disk, async (clock) => {
      const changed = clock.keep(work(row, clock.now)).row
      if (kind === 'article') await putArticleRows(tx, change, [changed])
      else await putNoteRows(tx, change, [changed])
    })
    change.undo(undo)
  })
}

/** Brings back what was deleted after the backup was made, on every device. */
export const bringBack = (disk: Disk, gone: Gone): Promise<Written<void>> =>
  changeGone(disk, gone, reviveRow, () => deleteAgain(disk, gone))

const deleteAgain = (disk: Disk, gone: Gone): Promise<Written<void>> =>
  changeGone(disk, gone, deleteRow, () => bringBack(disk, gone))
