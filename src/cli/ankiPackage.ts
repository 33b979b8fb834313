import initSqlJs from 'sql.js'
import type { NoteHere } from '../domain/notes/noteHere.ts'
import { DEFAULT_SRS_SETTINGS } from '../domain/srs/settings.ts'
import { finish } from '../domain/tasks.ts'
import { writeAnkiPackage } from '../formats/write/anki/package.ts'

/** An Anki package of notes that nobody has learnt yet. */
export async function packageOfNew(notes: readonly NoteHere[], now: number): Promise<Uint8Array> {
  const input = {
    notes,
    entries: [],
    settings: DEFAULT_SRS_SETTINGS,
    now,
    utcOffset: -new Date(now).getTimezoneOffset(),
  }
  return finish(writeAnkiPackage(await initSqlJs(), input))
}
