import { type OwnReading, type OwnReadings } from './records.ts'
import type { Note } from '../domain/model.ts'
import { wordingOf } from '../domain/notes/wording.ts'
import { transact, type Disk } from './database.ts'
import type { Transaction } from './schema.ts'

const KEY = 'ownReadings'

/** The readings the learner wrote; made from the notes when nobody asked before. */
export async function readOwnReadings(disk: Disk): Promise<readonly OwnReading[]> {
  const kept = await transact(disk, ['image'], 'readonly', (tx) => tx.objectStore('image').get(KEY))
  if (kept?.kind === 'ownReadings') return [...kept.readings.values()]
  return await transact(disk, ['image', 'notes'], 'readwrite', async (tx) => {
    const records = await tx.objectStore('notes').getAll()
    const readings = changed(
      new Map(),
      records.map(({ note }) => note),
    )
    await tx.objectStore('image').put({ kind: 'ownReadings', readings }, KEY)
    return [...readings.values()]
  })
}

/**
 * What the record is after notes are written; null when it stays as it is, or is not there yet. Within a transaction over
 * `image`.
 */
export async function withOwnReadings(
  tx: Transaction,
  written: readonly Note[],
): Promise<OwnReadings | null> {
  const kept = await tx.objectStore('image').get(KEY)
  if (kept?.kind !== 'ownReadings') return null
  const isTouched = written.some((note) => ownReading(note) !== null || kept.readings.has(note.id))
  return isTouched ? { kind: 'ownReadings', readings: changed(kept.readings, written) } : null
}

export const OWN_READINGS_KEY = KEY

function changed(
  before: OwnReadings['readings'],
  written: readonly Note[],
): ReadonlyMap<string, OwnReading> {
  const readings = new Map(before)
  for (const note of written) {
    const own = ownReading(note)
    if (own === null) readings.delete(note.id)
    else readings.set(note.id, own)
  }
  return readings
}

function ownReading(note: Note): OwnReading | null {
  if (note.kind !== 'term' || note.deletedAt !== undefined) return null
  const { reading } = wordingOf(note)
  if (reading === '' || reading === note.reading) return null
  return { headword: note.headword, instead: note.reading, reading }
}
