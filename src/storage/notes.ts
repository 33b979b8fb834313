import type { Entry, Note, TermEdits } from '../domain/model.ts'
import { mergeNote } from '../domain/notes/merge.ts'
import { CARE_STORES, relieve } from './care.ts'
import { removeNotes, writeNotes } from './cardIndex.ts'
import { transact, type Disk } from './database.ts'
import type { Store, Transaction } from './schema.ts'
import { announce } from './tabs.ts'

const STORES: readonly Store[] = ['notes', 'image']

/** What adding notes did, so that it can be taken back. */
export interface NotesReceipt {
  /** Ids of notes that are new. */
  readonly created: readonly string[]
  /** Notes that were there already, as they were. */
  readonly before: readonly Note[]
}

/** Notes by id, in the order asked for; those that do not exist are left out. Deleted ones carry `deletedAt`. */
export async function readNotes(disk: Disk, ids: readonly string[]): Promise<readonly Note[]> {
  const records = await transact(disk, ['notes'], 'readonly', (tx) =>
    Promise.all(ids.map((id) => tx.objectStore('notes').get(id))),
  )
  return records.flatMap((record) => record?.note ?? [])
}

/** Living notes with a place in this article. */
export async function notesOfArticle(disk: Disk, article: string): Promise<readonly Note[]> {
  const records = await transact(disk, ['notes'], 'readonly', (tx) =>
    tx.objectStore('notes').index('article').getAll(article),
  )
  return records.map(({ note }) => note).filter(({ deletedAt }) => deletedAt === undefined)
}

/** Adds notes to those on the disk: one that is there already gains contexts. Within a transaction over `notes`, `image`. */
export async function uniteNotes(
  tx: Transaction,
  incoming: readonly Note[],
): Promise<NotesReceipt> {
  const distinct = new Map<string, Note>()
  for (const note of incoming) {
    const same = distinct.get(note.id)
    distinct.set(note.id, same === undefined ? note : mergeNote(same, note))
  }
  const notes = [...distinct.values()]
  const known = await Promise.all(notes.map(({ id }) => tx.objectStore('notes').get(id)))
  const merged = notes.map((note, i) => {
    const there = known[i]?.note
    return there === undefined ? note : mergeNote(there, note)
  })
  await writeNotes(tx, merged)
  return {
    created: notes.filter((_note, i) => known[i] === undefined).map(({ id }) => id),
    before: known.flatMap((record) => record?.note ?? []),
  }
}

/** Takes back what {@link uniteNotes} did, within a transaction over `notes` and `image`. */
export async function separateNotes(tx: Transaction, receipt: NotesReceipt): Promise<void> {
  await writeNotes(tx, receipt.before)
  await removeNotes(tx, receipt.created)
}

/** What {@link addNotes} did. */
export interface AddReceipt extends NotesReceipt {
  /** Entries this added to the log: cards that had lost their text are free again. */
  readonly entries: readonly Entry[]
}

/** Adds notes: a term met before gains a context, not a card. */
export async function addNotes(disk: Disk, notes: readonly Note[]): Promise<AddReceipt> {
  const receipt = await transact(disk, CARE_STORES, 'readwrite', async (tx) => {
    const united = await uniteNotes(tx, notes)
    const entries = await relieve(
      tx,
      disk,
      united.before.map(({ id }) => id),
    )
    return { ...united, entries }
  })
  announce(disk, { kind: 'notes', ids: notes.map(({ id }) => id) })
  announce(disk, { kind: 'entries', entries: receipt.entries })
  return receipt
}

/** Takes an {@link addNotes} back. Reviews given in between stay in the log. */
export async function undoNotes(disk: Disk, receipt: NotesReceipt): Promise<void> {
  await transact(disk, STORES, 'readwrite', (tx) => separateNotes(tx, receipt))
  const ids = [...receipt.created, ...receipt.before.map(({ id }) => id)]
  announce(disk, { kind: 'notes', ids })
}

/** A note changed by `change`; what it was before, null when there is none. Within a transaction over `notes`, `image`. */
async function rewriteNote(
  tx: Transaction,
  id: string,
  change: (note: Note) => Note,
): Promise<Note | null> {
  const record = await tx.objectStore('notes').get(id)
  if (record === undefined) return null
  await writeNotes(tx, [change(record.note)])
  return record.note
}

async function changeNote(
  disk: Disk,
  id: string,
  change: (note: Note) => Note,
): Promise<Note | null> {
  const before = await transact(disk, STORES, 'readwrite', (tx) => rewriteNote(tx, id, change))
  announce(disk, { kind: 'notes', ids: [id] })
  return before
}

/** Writes the learner's own words over a term note; the note as it was, for {@link putNote}. */
export async function editNote(disk: Disk, id: string, edits: TermEdits): Promise<Note | null> {
  return await changeNote(disk, id, (note) =>
    note.kind === 'term' ? { ...note, edits: { ...note.edits, ...edits } } : note,
  )
}

/** Puts a note back as it was: the undo of an edit. */
export async function putNote(disk: Disk, note: Note): Promise<void> {
  await changeNote(disk, note.id, () => note)
}

/** Deletes a note: its cards are asked no more, its reviews stay in the log, its text needs no care. What it was before. */
export async function deleteNote(disk: Disk, id: string): Promise<Note | null> {
  const deletedAt = disk.now()
  const { before, entries } = await transact(disk, CARE_STORES, 'readwrite', async (tx) => ({
    before: await rewriteNote(tx, id, (note) => ({ ...note, deletedAt })),
    entries: await relieve(tx, disk, [id]),
  }))
  announce(disk, { kind: 'notes', ids: [id] })
  announce(disk, { kind: 'entries', entries })
  return before
}
