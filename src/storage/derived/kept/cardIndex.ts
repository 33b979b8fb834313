import { OF_SPOT } from '../../../domain/cards/queueNotes.ts'
import type { IndexChunk } from '../../records.ts'
import type { Reading } from '../../schema.ts'
import { keysFrom, opened } from '../derived.ts'

/** Flags of a note. */
export const SENTENCE = 1
export const ENGLISH = 2
export const DELETED = 4

export const KEY = 'cards/'
export const VERSION = 5

/** A chunk with its texts taken apart: a row a note. */
export interface IndexColumns extends Omit<IndexChunk, 'ids' | 'headwords'> {
  readonly ids: readonly string[]
  readonly headwords: readonly string[]
}

/** How many articles a list names. */
export const lengthOfList = (joined: string): number =>
  joined === '' ? 0 : joined.split('\n').length

/** A chunk as it is kept, when it is sound; else null. */
export function chunkIn(part: unknown): IndexColumns | null {
  const value = opened(part, VERSION)
  if (typeof value !== 'object' || value === null) return null
  const chunk: Partial<IndexChunk> = value
  const { ids, places, headwords, lists, listOf, spots, createdAt, flags, kinds } = chunk
  if (typeof ids !== 'string' || typeof headwords !== 'string') return null
  if (!(places instanceof Uint32Array && spots instanceof Uint32Array)) return null
  if (!(flags instanceof Uint16Array && listOf instanceof Uint16Array)) return null
  if (!(createdAt instanceof Float64Array && kinds instanceof Map && Array.isArray(lists)))
    return null
  const rows = places.length
  const columns = rows === 0 ? NOTHING : { ids: ids.split('\n'), headwords: headwords.split('\n') }
  const lengths = lists.map(lengthOfList)
  const met = listOf.reduce((sum, list) => sum + (lengths[list] ?? Number.NaN), 0)
  const isWhole =
    [columns.ids, columns.headwords, listOf, createdAt, flags].every(
      ({ length }) => length === rows,
    ) && met * OF_SPOT === spots.length
  return isWhole ? { ...columns, places, lists, listOf, spots, createdAt, flags, kinds } : null
}
const NOTHING = { ids: [], headwords: [] }

/** Chunks by their number. */
export type Chunks = ReadonlyMap<number, IndexColumns>

export async function look(tx: Reading<'notes' | 'image'>): Promise<Chunks | null> {
  const image = tx.objectStore('image')
  const [keys, parts, notes] = await Promise.all([
    image.getAllKeys(keysFrom(KEY)),
    image.getAll(keysFrom(KEY)),
    tx.objectStore('notes').count(),
  ])
  const chunks = new Map<number, IndexColumns>()
  let rows = 0
  for (const [i, key] of keys.entries()) {
    const chunk = chunkIn(parts[i])
    if (chunk === null) return null
    rows += chunk.ids.length
    chunks.set(Number(key.slice(KEY.length)), chunk)
  }
  return rows === notes ? chunks : null
}
