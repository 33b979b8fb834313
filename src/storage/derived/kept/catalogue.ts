import type { SegmentSummary } from '../../records.ts'
import type { Reading } from '../../schema.ts'
import { opened } from '../derived.ts'

export const KEY = 'catalogue'
export const VERSION = 2

function isCatalogue(value: unknown): value is readonly SegmentSummary[] {
  const isSummary = (one: Partial<SegmentSummary> | null) =>
    typeof one?.id === 'string' &&
    Number.isFinite(one.answers) &&
    [one.digest?.count, one.digest?.high, one.digest?.low].every(Number.isFinite)
  return Array.isArray(value) && value.every(isSummary)
}

/** What is kept of what is in the sealed segments; null when it speaks of other segments than there are. */
export async function look(
  tx: Reading<'segments' | 'image'>,
): Promise<readonly SegmentSummary[] | null> {
  const [part, keys] = await Promise.all([
    tx.objectStore('image').get(KEY),
    tx.objectStore('segments').getAllKeys(),
  ])
  const value = opened(part, VERSION)
  const catalogue = isCatalogue(value) ? value : []
  if (catalogue.length !== keys.length) return null
  const listed = new Set(catalogue.map(({ id }) => id))
  return keys.every((key) => listed.has(key)) ? catalogue : null
}
