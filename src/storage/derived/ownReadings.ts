import { wordingOf } from '../../domain/notes/wording.ts'
import type { Disk } from '../database.ts'
import { noteShown } from '../noteShown.ts'
import type { NoteRecord, OwnReading } from '../records.ts'
import type { Reading, Transaction } from '../schema.ts'
import type { Change } from '../tabs.ts'
import { opened, readDerived, sealed } from './derived.ts'

const KEY = 'ownReadings'
const VERSION = 2

/** By the id of the note. */
type Readings = ReadonlyMap<string, OwnReading>

const isOwn = (value: unknown): value is OwnReading => {
  if (typeof value !== 'object' || value === null) return false
  const { headword, instead, reading }: Partial<OwnReading> = value
  return [headword, instead, reading].every((part) => typeof part === 'string')
}

async function look(tx: Reading<'image'>): Promise<Readings | null> {
  const value = opened(await tx.objectStore('image').get(KEY), VERSION)
  return value instanceof Map && [...value.values()].every(isOwn) ? value : null
}

function ownReading(record: NoteRecord | undefined): OwnReading | null {
  const note = record && noteShown(record)
  if (note?.kind !== 'term' || note.deletedAt !== undefined) return null
  const { reading } = wordingOf(note)
  if (reading === '' || reading === note.reading) return null
  return { headword: note.headword, instead: note.reading, reading }
}

const keep = (tx: Transaction<'image'>, readings: Readings) =>
  tx.objectStore('image').put(sealed(VERSION, readings), KEY)

async function on(
  { notes, everything }: Change,
  tx: Transaction<'notes' | 'image'>,
): Promise<void> {
  if (!everything && notes.size === 0) return
  const before = everything ? null : await look(tx)
  if (before === null) return await tx.objectStore('image').delete(KEY)
  const readings = new Map(before)
  let isTouched = false
  for (const id of notes) {
    const own = ownReading(await tx.objectStore('notes').get(id))
    if (own !== null) readings.set(id, own)
    isTouched = own !== null || readings.delete(id) || isTouched
  }
  if (isTouched) await keep(tx, readings)
}

/** All readings the learner wrote, so that nobody has to read 20,000 notes for a few. */
export const ownReadingsRecord = {
  key: KEY,
  version: VERSION,
  sources: ['notes'],
  look,
  async make(tx: Reading<'notes'>): Promise<Readings> {
    const readings = new Map<string, OwnReading>()
    for (const record of await tx.objectStore('notes').getAll()) {
      const own = ownReading(record)
      if (own !== null) readings.set(record.id, own)
    }
    return readings
  },
  keep,
  on,
} as const

/** The readings the learner wrote; made from the notes when nobody asked before. */
export async function readOwnReadings(disk: Disk): Promise<readonly OwnReading[]> {
  return [
    ...(
      await readDerived(disk, { ...ownReadingsRecord, maker: async () => ownReadingsRecord })
    ).values(),
  ]
}
