import type { Note, TermEdits } from '../domain/model.ts'
import { mergeNote } from '../domain/notes/merge.ts'
import { CARE_STORES, relieve } from './care.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { transact, type Disk } from './database.ts'
import type { Transaction } from './schema.ts'
import { removeNotes, writeNotes } from './writeNotes.ts'

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

/** Adds notes to those on the disk: one that is there already gains contexts. */
export async function uniteNotes(
  tx: Transaction<'notes' | 'image'>,
  change: ChangeSink,
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
  await writeNotes(tx, change, merged)
  return {
    created: notes.filter((_note, i) => known[i] === undefined).map(({ id }) => id),
    before: known.flatMap((record) => record?.note ?? []),
  }
}

/** Takes back what {@link uniteNotes} did. */
export async function separateNotes(
  tx: Transaction<'notes' | 'image'>,
  change: ChangeSink,
  receipt: NotesReceipt,
): Promise<void> {
  await writeNotes(tx, change, receipt.before)
  await removeNotes(tx, change, receipt.created)
}

/** Adds notes: a term met before gains a context, not a card. Undone, reviews given in between stay in the log. */
export async function addNotes(disk: Disk, notes: readonly Note[]): Promise<Written<NotesReceipt>> {
  return await write(disk, CARE_STORES, async (tx, change) => {
    const receipt = await uniteNotes(tx, change, notes)
    const met = receipt.before.map(({ id }) => id)
    await relieve(tx, change, disk, met)
    change.undo(() =>
      write(disk, ['notes', 'image'], (again, taken) => separateNotes(again, taken, receipt)),
    )
    return receipt
  })
}

/** A note changed by `work`; what it was before, null when there is none. */
async function rewriteNote(
  tx: Transaction<'notes' | 'image'>,
  change: ChangeSink,
  disk: Disk,
  id: string,
  work: (note: Note) => Note,
): Promise<Note | null> {
  const record = await tx.objectStore('notes').get(id)
  if (record === undefined) return null
  await writeNotes(tx, change, [work(record.note)])
  change.undo(() => putNote(disk, record.note))
  return record.note
}

/** Writes the learner's own words over a term note; the note as it was. */
export async function editNote(
  disk: Disk,
  id: string,
  edits: TermEdits,
): Promise<Written<Note | null>> {
  return await changeEdits(disk, id, (before) => ({ ...before, ...edits }))
}

/** Undone, what the learner wrote is as it was; everything else about the note stays as it is by then. */
async function changeEdits(
  disk: Disk,
  id: string,
  work: (edits: TermEdits | undefined) => TermEdits | undefined,
): Promise<Written<Note | null>> {
  return await write(disk, ['notes', 'image'], async (tx, change) => {
    const before = await rewriteNote(tx, change, disk, id, (note) => {
      if (note.kind !== 'term') return note
      const { edits, ...rest } = note
      const now = work(edits)
      return now === undefined ? rest : { ...rest, edits: now }
    })
    if (before?.kind === 'term') change.undo(() => changeEdits(disk, id, () => before.edits))
    return before
  })
}

/** Puts a note back as it was. */
export async function putNote(disk: Disk, note: Note): Promise<Written<Note | null>> {
  return await write(disk, ['notes', 'image'], (tx, change) =>
    rewriteNote(tx, change, disk, note.id, () => note),
  )
}

/** Deletes a note: its cards are asked no more, its reviews stay in the log, its text needs no care. What it was before. */
export async function deleteNote(disk: Disk, id: string): Promise<Written<Note | null>> {
  const deletedAt = disk.now()
  return await write(disk, CARE_STORES, async (tx, change) => {
    const before = await rewriteNote(tx, change, disk, id, (note) => ({ ...note, deletedAt }))
    await relieve(tx, change, disk, [id])
    return before
  })
}
