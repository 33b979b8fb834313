import { all } from '../../requests.ts'
import type { Reading, Transaction } from '../../schema.ts'
import type { Change } from '../../tabs.ts'
import { keysFrom, sealed } from '../derived.ts'
import { chunkIn, KEY, look, VERSION, type Chunks } from '../kept/cardIndex.ts'
import { chunkOf, rowOfRecord, rowsIn, type IndexRow } from './indexRows.ts'

/** Places in a chunk: small enough to write again when one note changes, large enough that 20,000 are few records. */
const CHUNK_NOTES = 500
/** Notes that are looked at at once; between them the page gets a turn. */
const MADE_A_TURN = 200

const chunkKey = (chunk: number): string => `${KEY}${String(chunk).padStart(6, '0')}`

/** The notes of chunks by the number of the chunk. */
type RowsByChunk = ReadonlyMap<number, readonly IndexRow[]>

/** Some of its rows exchanged, and others added behind. */
function withRows(rows: readonly IndexRow[], changed: readonly IndexRow[]): readonly IndexRow[] {
  const later = new Map(changed.map((row) => [row.id, row]))
  const kept = rows.map((row) => {
    const its = later.get(row.id)
    later.delete(row.id)
    return its === undefined ? row : { ...its, place: row.place }
  })
  return [...kept, ...later.values()]
}

const put = (tx: Transaction<'image'>, chunks: RowsByChunk) =>
  all(
    [...chunks].map(
      ([number, rows]) =>
        () =>
          tx.objectStore('image').put(sealed(VERSION, chunkOf(rows)), chunkKey(number)),
    ),
  )

async function make(tx: Reading<'notes'>): Promise<Chunks> {
  const found: IndexRow[] = []
  let range: IDBKeyRange | null = null
  for (;;) {
    const records = await tx.objectStore('notes').getAll(range, MADE_A_TURN)
    found.push(...records.map(rowOfRecord))
    const last = records.at(-1)
    if (last === undefined) break
    range = IDBKeyRange.lowerBound(last.id, true)
  }
  const chunks = byChunk(found.toSorted((a, b) => a.place - b.place))
  return new Map(
    [...chunks].map(([number, rows]) => {
      const ids = rows.map(({ id }) => id)
      return [number, { ...chunkOf(rows), ids, headwords: rows.map(({ headword }) => headword) }]
    }),
  )
}

async function keep(tx: Transaction<'image'>, chunks: Chunks): Promise<void> {
  await tx.objectStore('image').delete(keysFrom(KEY))
  await put(tx, new Map([...chunks].map(([number, chunk]) => [number, rowsIn(chunk)])))
}

/** Exchanges the rows of the notes that changed. */
async function on(
  { notes, everything }: Change,
  tx: Transaction<'notes' | 'image'>,
): Promise<void> {
  const image = tx.objectStore('image')
  if (everything) return await image.delete(keysFrom(KEY))
  if (notes.size === 0) return
  const found = await Promise.all([...notes].map((id) => tx.objectStore('notes').get(id)))
  const records = found.filter((record) => record !== undefined)
  const changed = new Map<number, readonly IndexRow[]>()
  if (records.length < notes.size) {
    // Some are gone, and with them where they stood.
    const numbers = (await image.getAllKeys(keysFrom(KEY))).map((key) =>
      Number(key.slice(KEY.length)),
    )
    const here = new Set(records.map(({ id }) => id))
    const gone = new Set([...notes].filter((id) => !here.has(id)))
    for (const number of numbers) {
      const chunk = chunkIn(await image.get(chunkKey(number)))
      if (chunk === null) return await image.delete(keysFrom(KEY))
      if (!chunk.ids.some((id) => gone.has(id))) continue
      changed.set(
        number,
        rowsIn(chunk).filter(({ id }) => !gone.has(id)),
      )
    }
  }
  for (const [number, rows] of byChunk(records.map(rowOfRecord))) {
    const part = changed.has(number) ? undefined : await image.get(chunkKey(number))
    const chunk = chunkIn(part)
    if (chunk === null && part !== undefined) return await image.delete(keysFrom(KEY))
    changed.set(number, withRows(changed.get(number) ?? (chunk ? rowsIn(chunk) : []), rows))
  }
  await put(tx, changed)
}

/** In parts of {@link CHUNK_NOTES} places, so that one note that changes rewrites little. */
export const cardIndexRecord = {
  key: KEY,
  version: VERSION,
  sources: ['notes'],
  look,
  make,
  keep,
  on,
} as const

function byChunk(rows: readonly IndexRow[]): RowsByChunk {
  const chunks = new Map<number, IndexRow[]>()
  for (const row of rows) {
    const number = Math.floor(row.place / CHUNK_NOTES)
    const chunk = chunks.get(number)
    if (chunk === undefined) chunks.set(number, [row])
    else chunk.push(row)
  }
  return chunks
}

/** The place after all others: places are given once, and few notes ever go. */
export async function nextPlace(tx: Reading<'notes' | 'image'>): Promise<number> {
  const [cursor, notes] = await Promise.all([
    tx.objectStore('image').openCursor(keysFrom(KEY), 'prev'),
    tx.objectStore('notes').count(),
  ])
  const last = cursor === null ? undefined : chunkIn(cursor.value)?.places.at(-1)
  return Math.max(notes, (last ?? -1) + 1)
}
