import { noteShown } from '../../src/storage/noteShown.ts'
import type { NoteRecord } from '../../src/storage/records.ts'

/** Ids of the articles a note names as where it was met; none when this version cannot show it. */
export function contextsOf(record: NoteRecord): readonly string[] {
  const note = noteShown(record)
  if (note === null) return []
  return note.kind === 'term' ? note.contexts.map(({ article }) => article) : [note.anchor.article]
}
