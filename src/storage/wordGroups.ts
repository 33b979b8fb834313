import { hskOf } from '../domain/dictionary/levels.ts'
import type { Level, Side } from '../domain/model.ts'
import { transact, type Disk } from './database.ts'
import { noteShown } from './noteShown.ts'

/** The level a word counts under: `1` … `7` of HSK 3.0, `A1` … `C2`, or `none` for what the lists do not have. */
export function groupOf(level: Level, learning: Side): string {
  const at = learning === 'zh' ? hskOf(level) : level.cefr
  return at === undefined ? 'none' : String(at)
}

/** Level of every living term note of a language, by note. Reads all notes: for statistics. */
export async function wordGroups(disk: Disk, learning: Side): Promise<ReadonlyMap<string, string>> {
  const records = await transact(disk, ['notes'], 'readonly', (tx) =>
    tx.objectStore('notes').getAll(),
  )
  const groups = new Map<string, string>()
  for (const record of records) {
    const note = noteShown(record)
    if (note?.kind === 'term' && note.learning === learning && note.deletedAt === undefined)
      groups.set(note.id, groupOf(note.level, learning))
  }
  return groups
}
