import type { Note } from '../model.ts'
import type { Place } from './places.ts'

/** A note and where it stands now; null when its article is gone or its text is lost. */
export interface NoteHere {
  readonly note: Note
  readonly place: Place | null
}

/** Each note once, the first time it comes. */
export function notesLearnt(notes: readonly NoteHere[]): readonly NoteHere[] {
  const seen = new Set<string>()
  return notes.filter(({ note }) => {
    if (seen.has(note.id)) return false
    seen.add(note.id)
    return true
  })
}
