import type { Note } from '../domain/model.ts'
import { articlesOf } from '../domain/notes/merge.ts'
import type { ChangeSink } from './change.ts'
import { all } from './database.ts'
import { nextPlace } from './derived/cardIndex.ts'
import type { NoteRecord } from './records.ts'
import type { Transaction } from './schema.ts'

/** Writes notes; new ones keep their order. */
export async function writeNotes(
  tx: Transaction<'notes' | 'image'>,
  change: ChangeSink,
  notes: readonly Note[],
): Promise<void> {
  if (notes.length === 0) return
  const store = tx.objectStore('notes')
  const known = await Promise.all(notes.map(({ id }) => store.get(id)))
  let next = await nextPlace(tx)
  const records = notes.map((note, i): NoteRecord => {
    const place = known[i]?.place ?? next++
    return { id: note.id, note, articles: articlesOf(note), place }
  })
  await all(records.map((record) => () => store.put(record)))
  change.notes(...notes.map(({ id }) => id))
}

/** Removes notes for good, as if they had never been. */
export async function removeNotes(
  tx: Transaction<'notes'>,
  change: ChangeSink,
  ids: readonly string[],
): Promise<void> {
  await all(ids.map((id) => () => tx.objectStore('notes').delete(id)))
  change.notes(...ids)
}
