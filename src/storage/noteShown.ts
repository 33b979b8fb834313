import type { Note } from '../domain/model.ts'
import { showNote } from '../domain/notes/showNote.ts'
import { deletedAt } from '../domain/records/writing.ts'
import type { NoteRecord } from './records.ts'
import { rowIn } from './rowIn.ts'

/**
 * A note as it is shown, with `deletedAt` when it is not; null when the record says nothing that this version knows.
 *
 * @param isShown whether an article is here and alive; without it every one counts
 */
export function noteShown(
  record: Pick<NoteRecord, 'row'>,
  isShown: (article: string) => boolean = () => true,
): Note | null {
  const row = rowIn(record)
  const shown = row && showNote(row, isShown)
  if (!shown || !row) return null
  return shown.state === 'alive' ? shown.note : { ...shown.note, deletedAt: deletedAt(row) ?? 0 }
}
