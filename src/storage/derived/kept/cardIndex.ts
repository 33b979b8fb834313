import type { IndexChunk } from '../../records.ts'
import type { Reading } from '../../schema.ts'
import { keysFrom, opened } from '../derived.ts'

/** Flags of a note. */
export const SENTENCE = 1
export const ENGLISH = 2
export const DELETED = 4

export const KEY = 'cards/'
export const VERSION = 4

/** A chunk as it is kept, when it is sound; else null. */
export function chunkIn(part: unknown): IndexChunk | null {
  const value = opened(part, VERSION)
  if (typeof value !== 'object' || value === null) return null
  const chunk: Partial<IndexChunk> = value
  const { ids, places, headwords, articles, createdAt, flags, kinds } = chunk
  if (!(places instanceof Uint32Array && createdAt instanceof Float64Array)) return null
  if (!(flags instanceof Uint16Array)) return null
  const rows = places.length
  const isWhole = [ids, headwords, articles, kinds].every(
    (column) => Array.isArray(column) && column.length === rows,
  )
  return isWhole && createdAt.length === rows && flags.length === rows
    ? (value as IndexChunk)
    : null
}

/** Chunks by their number. */
export type Chunks = ReadonlyMap<number, IndexChunk>

export async function look(tx: Reading<'notes' | 'image'>): Promise<Chunks | null> {
  const image = tx.objectStore('image')
  const [keys, parts, notes] = await Promise.all([
    image.getAllKeys(keysFrom(KEY)),
    image.getAll(keysFrom(KEY)),
    tx.objectStore('notes').count(),
  ])
  const chunks = new Map<number, IndexChunk>()
  let rows = 0
  for (const [i, key] of keys.entries()) {
    const chunk = chunkIn(parts[i])
    if (chunk === null) return null
    rows += chunk.ids.length
    chunks.set(Number(key.slice(KEY.length)), chunk)
  }
  return rows === notes ? chunks : null
}
