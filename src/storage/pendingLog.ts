import { type Entry } from '../domain/srs/entries.ts'
import type { Reading } from './schema.ts'

const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''

/** Whether an entry is whole enough to be replayed. Kinds that a newer version writes are. */
export function isWhole(entry: unknown): entry is Entry {
  if (typeof entry !== 'object' || entry === null) return false
  // Not copied: a replay asks this of every entry there is.
  const { id, at, type, card, rating, studyDay, entry: target } = entry as Record<string, unknown>
  if (!isText(id) || !isText(type) || !Number.isFinite(at)) return false
  if (type === 'void') return isText(target)
  if (type === 'answer') return isText(card) && isText(rating) && Number.isInteger(studyDay)
  return type === 'weights' || isText(card)
}

/** Entries that are not sealed yet, in the order of their ids. */
export async function readPending(tx: Reading<'log'>): Promise<readonly Entry[]> {
  return (await tx.objectStore('log').getAll()).filter(isWhole)
}
