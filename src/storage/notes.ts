import type { Note } from '../domain/model.ts'
import {
  editNote as withEdits,
  hideMet,
  metAnew,
  pickNote,
  rowOfNote,
  type EditsSent,
} from '../domain/notes/noteRow.ts'
import { fieldOf, mergeRows, type Merged } from '../domain/records/merged.ts'
import {
  deleteRow,
  isAlive,
  reviveRow,
  type Written as WrittenRow,
} from '../domain/records/writing.ts'
import type { Now } from '../domain/records/stamp.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { withClock, type DeviceClock } from './clock.ts'
import { transact, type Disk } from './database.ts'
import { shownIn } from './derived/libraryHeads.ts'
import { readHeads } from './derived/make/libraryHeads.ts'
import { noteShown } from './noteShown.ts'
import type { NoteRecord } from './records.ts'
import { putNoteRows, readRows } from './rows.ts'
import type { Reading, Transaction } from './schema.ts'

/** What adding notes did, so that it can be taken back. */
export interface NotesReceipt {
  /** Ids of notes that are new, or were deleted. */
  readonly created: readonly string[]
  /** Of the others, the names of the contexts and counterparts that they gained. */
  readonly gained: ReadonlyMap<string, readonly string[]>
}

/** Reading notes takes knowing which articles are shown. */
const READ = ['notes', 'articles', 'revisions', 'image'] as const
/** The dictionary that comes with the app has no number that grows. */
const NO_RELEASE = 0

/** Tells by its id whether an article is shown, as of now. */
export type IsShown = (article: string) => boolean

/** Which articles are shown now: for whoever reads notes one after the other. */
export async function readShown(disk: Disk): Promise<IsShown> {
  const stores = ['articles', 'revisions', 'image'] as const
  return shownIn(await transact(disk, stores, 'readonly', readHeads))
}

async function readWithin(
  tx: Reading<(typeof READ)[number]>,
  find: () => Promise<readonly (NoteRecord | undefined)[]>,
): Promise<readonly Note[]> {
  const [records, heads] = await Promise.all([find(), readHeads(tx)])
  const isShown = shownIn(heads)
  return records.flatMap((record) => (record && noteShown(record, isShown)) ?? [])
}

/** A note, where it is known which articles are shown; null when it does not exist. One not shown carries `deletedAt`. */
export async function readNote(disk: Disk, id: string, isShown: IsShown): Promise<Note | null> {
  const record = await transact(disk, ['notes'], 'readonly', (tx) =>
    tx.objectStore('notes').get(id),
  )
  return record === undefined ? null : noteShown(record, isShown)
}

/** Notes by id, in the order asked for; those that do not exist are left out. Those that are not shown carry `deletedAt`. */
export async function readNotes(disk: Disk, ids: readonly string[]): Promise<readonly Note[]> {
  return await transact(disk, READ, 'readonly', (tx) =>
    readWithin(tx, () => Promise.all(ids.map((id) => tx.objectStore('notes').get(id)))),
  )
}

/** Living notes with a place in this article. */
export async function notesOfArticle(disk: Disk, article: string): Promise<readonly Note[]> {
  const notes = await transact(disk, READ, 'readonly', (tx) =>
    readWithin(tx, () => tx.objectStore('notes').index('article').getAll(article)),
  )
  return notes.filter(({ deletedAt }) => deletedAt === undefined)
}

/** Adds notes to those on the disk: one that is there already gains contexts, one that was deleted comes back. */
export async function uniteNotes(
  tx: Transaction<'notes' | 'image'>,
  change: ChangeSink,
  clock: DeviceClock,
  incoming: readonly Note[],
): Promise<NotesReceipt> {
  const ids = [...new Set(incoming.map(({ id }) => id))]
  const known = await readRows(tx, 'notes', ids)
  const before = new Map(ids.map((id, i) => [id, known[i] ?? null]))
  const created = new Set<string>()
  const gained = new Map<string, readonly string[]>()
  const rows = new Map<string, Merged>()
  for (const note of incoming) {
    const row = rows.get(note.id) ?? before.get(note.id) ?? null
    const isThere = row !== null && isAlive(row)
    const met = row === null ? [] : metAnew(row, note)
    const isAsItWas = isThere && mergeRows(row, rowOfNote(note, NO_RELEASE)) === row
    if (isAsItWas && met.length === 0) continue
    if (!isThere) created.add(note.id)
    else if (!created.has(note.id)) gained.set(note.id, [...(gained.get(note.id) ?? []), ...met])
    rows.set(note.id, clock.keep(pickNote(row, note, NO_RELEASE, clock.now)).row)
  }
  await putNoteRows(tx, change, [...rows.values()])
  return { created: [...created], gained }
}

/** Takes back what {@link uniteNotes} did: what is new goes, and of what was met again the places it gained. */
export async function separateNotes(
  tx: Transaction<'notes' | 'image'>,
  change: ChangeSink,
  clock: DeviceClock,
  { created, gained }: NotesReceipt,
): Promise<void> {
  const rows = await readRows(tx, 'notes', [...created, ...gained.keys()])
  const taken = rows.flatMap((row) => {
    if (row === null) return []
    const met = gained.get(row.id)
    const { now } = clock
    return [clock.keep(met === undefined ? deleteRow(row, now) : hideMet(row, met, now)).row]
  })
  await putNoteRows(tx, change, taken)
}

const WRITE = ['notes', 'image', 'settings'] as const

/** Adds notes: a term met before gains a context, not a card. Undone, reviews given in between stay in the log. */
export async function addNotes(disk: Disk, notes: readonly Note[]): Promise<Written<NotesReceipt>> {
  return await write(disk, WRITE, (tx, change) =>
    withClock(tx, disk, async (clock) => {
      const receipt = await uniteNotes(tx, change, clock, notes)
      change.undo(() =>
        write(disk, WRITE, (again, taken) =>
          withClock(again, disk, (later) => separateNotes(again, taken, later, receipt)),
        ),
      )
      return receipt
    }),
  )
}

/** Changes a note's row; the row as it was, null when there is none. */
async function changeNote(
  tx: Transaction<(typeof WRITE)[number]>,
  change: ChangeSink,
  disk: Disk,
  id: string,
  work: (row: Merged, now: Now) => WrittenRow,
): Promise<Merged | null> {
  const [row = null] = await readRows(tx, 'notes', [id])
  if (row === null) return null
  await withClock(tx, disk, async (clock) => {
    await putNoteRows(tx, change, [clock.keep(work(row, clock.now)).row])
  })
  return row
}

/** What the learner had written where these edits go; null where nothing. */
const formerEdits = (row: Merged, edits: EditsSent): EditsSent =>
  Object.fromEntries(Object.keys(edits).map((name) => [name, fieldOf(row, name) ?? null]))

/** Writes the learner's own words over a term note; null takes an edit back. */
export async function editNote(disk: Disk, id: string, edits: EditsSent): Promise<Written<void>> {
  return await write(disk, WRITE, async (tx, change) => {
    const before = await changeNote(tx, change, disk, id, (row, now) => withEdits(row, edits, now))
    if (before !== null) change.undo(() => editNote(disk, id, formerEdits(before, edits)))
  })
}

/** Deletes a note: its cards are asked no more, its reviews stay in the log. */
export async function deleteNote(disk: Disk, id: string): Promise<Written<void>> {
  return await write(disk, WRITE, async (tx, change) => {
    const before = await changeNote(tx, change, disk, id, deleteRow)
    if (before !== null) change.undo(() => reviveNote(disk, id))
  })
}

const reviveNote = (disk: Disk, id: string): Promise<Written<unknown>> =>
  write(disk, WRITE, (tx, change) => changeNote(tx, change, disk, id, reviveRow))
