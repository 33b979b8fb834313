import { keepQuietly } from './refusals.ts'
import { type EntryDraft } from '../domain/srs/entries.ts'
import { releasedFacts } from '../domain/notes/noteRow.ts'
import { suspensionsOf } from '../domain/notes/showNote.ts'
import { withFacts } from '../domain/records/merged.ts'
import { write } from './change.ts'
import type { Disk } from './database.ts'
import { readCare } from './derived/care.ts'
import { writeEntries } from './reviewLog.ts'
import { putNoteRows, readRows } from './rows.ts'

/**
 * Takes back what the version before logged of cards whose text was lost, where it is found again; how many entries. For
 * idle moments, and after an edit: what the disk refuses is done the next time.
 */
export async function releaseFound(disk: Disk): Promise<number> {
  const { free } = await readCare(disk)
  if (free.length === 0) return 0
  const released = await keepQuietly(() => release(disk, free))
  return released ?? 0
}

async function release(disk: Disk, free: readonly string[]): Promise<number> {
  const { result } = await write(
    disk,
    ['notes', 'image', 'log', 'segments', 'settings'],
    async (tx, change) => {
      const rows = (await readRows(tx, 'notes', free)).flatMap((row) => row ?? [])
      const voids = rows
        .flatMap(suspensionsOf)
        .map((entry): EntryDraft => ({ type: 'void', entry }))
      await writeEntries(tx, change, disk, voids)
      const released = rows.map((row) => withFacts(row, releasedFacts(suspensionsOf(row))))
      await putNoteRows(tx, change, released)
      return voids.length
    },
  )
  return result
}
