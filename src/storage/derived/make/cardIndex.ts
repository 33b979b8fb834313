import type { Note } from '../../../domain/model.ts'
import { all } from '../../database.ts'
import { noteShown } from '../../noteShown.ts'
import type { IndexChunk, NoteRecord } from '../../records.ts'
import type { Reading, Transaction } from '../../schema.ts'
import type { Change } from '../../tabs.ts'
import {
  chunkIn,
  DELETED,
  ENGLISH,
  KEY,
  look,
  SENTENCE,
  VERSION,
  type Chunks,
} from '../kept/cardIndex.ts'
import { keysFrom, sealed } from '../derived.ts'

/** Places in a chunk: small enough to write again when one note changes, large enough that 20,000 are few records. */
const CHUNK_NOTES = 500
/** Notes that are looked at at once; between them the page gets a turn. */
const MADE_A_TURN = 200

const chunkKey = (chunk: number): string => `${KEY}${String(chunk).padStart(6, '0')}`

/** What is not shown anywhere counts as deleted. */
const flagsOf = (note: Note | null): number =>
  (note?.kind === 'sentence' ? SENTENCE : 0) |
  (note?.learning === 'en' ? ENGLISH : 0) |
  (note !== null && note.deletedAt === undefined ? 0 : DELETED)

const kindsOf = (note: Note | null): IndexChunk['kinds'][number] => note?.kinds ?? null
const headwordOf = (note: Note | null): string => (note?.kind === 'term' ? note.headword : '')

/** A note and its place in the order of all notes; null of what a bad disk has spoilt, or only a newer version knows. */
interface Placed extends Pick<NoteRecord, 'id' | 'place' | 'articles'> {
  readonly note: Note | null
}

const placedIn = (records: readonly NoteRecord[]): readonly Placed[] =>
  records.map(({ id, row, place, articles }) => ({
    id,
    note: noteShown({ row }),
    place: Number.isSafeInteger(place) ? place : 0,
    articles: Array.isArray(articles) ? articles : [],
  }))

function chunkOf(placed: readonly Placed[]): IndexChunk {
  const notes = placed.map(({ note }) => note)
  return {
    ids: placed.map(({ id }) => id),
    places: Uint32Array.from(placed, ({ place }) => place),
    headwords: notes.map(headwordOf),
    articles: placed.map(({ articles }) => articles.join('\n')),
    createdAt: Float64Array.from(notes, (note) => note?.createdAt ?? 0),
    flags: Uint16Array.from(notes, flagsOf),
    kinds: notes.map(kindsOf),
  }
}

/** A chunk with some of its rows exchanged and others added behind. */
function withNotes(chunk: IndexChunk | null, placed: readonly Placed[]): IndexChunk {
  if (chunk === null) return chunkOf(placed)
  const rowOf = new Map(chunk.ids.map((id, row) => [id, row]))
  const fresh = chunkOf(placed.filter(({ id }) => !rowOf.has(id)))
  const headwords = [...chunk.headwords, ...fresh.headwords]
  const articles = [...chunk.articles, ...fresh.articles]
  const createdAt = Float64Array.from([...chunk.createdAt, ...fresh.createdAt])
  const flags = Uint16Array.from([...chunk.flags, ...fresh.flags])
  const kinds = [...chunk.kinds, ...fresh.kinds]
  for (const { id, note, articles: its } of placed) {
    const row = rowOf.get(id)
    if (row === undefined) continue
    headwords[row] = headwordOf(note)
    articles[row] = its.join('\n')
    createdAt[row] = note?.createdAt ?? 0
    flags[row] = flagsOf(note)
    kinds[row] = kindsOf(note)
  }
  return {
    ids: [...chunk.ids, ...fresh.ids],
    places: Uint32Array.from([...chunk.places, ...fresh.places]),
    headwords,
    articles,
    createdAt,
    flags,
    kinds,
  }
}

async function make(tx: Reading<'notes'>): Promise<Chunks> {
  const all: Placed[] = []
  let range: IDBKeyRange | null = null
  for (;;) {
    const records = await tx.objectStore('notes').getAll(range, MADE_A_TURN)
    all.push(...placedIn(records))
    const last = records.at(-1)
    if (last === undefined) break
    range = IDBKeyRange.lowerBound(last.id, true)
  }
  const placed = all.toSorted((a, b) => a.place - b.place)
  return new Map([...byChunk(placed)].map(([number, placed]) => [number, chunkOf(placed)]))
}

async function keep(tx: Transaction<'image'>, chunks: Chunks): Promise<void> {
  const image = tx.objectStore('image')
  await all([
    () => image.delete(keysFrom(KEY)),
    ...[...chunks].map(
      ([number, chunk]) =>
        () =>
          image.put(sealed(VERSION, chunk), chunkKey(number)),
    ),
  ])
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
  const changed = new Map<number, IndexChunk>()
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
      if (chunk.ids.some((id) => gone.has(id))) changed.set(number, withoutNotes(chunk, gone))
    }
  }
  for (const [number, placed] of byChunk(placedIn(records))) {
    const part = changed.has(number) ? undefined : await image.get(chunkKey(number))
    const chunk = changed.get(number) ?? chunkIn(part)
    if (chunk === null && part !== undefined) return await image.delete(keysFrom(KEY))
    changed.set(number, withNotes(chunk, placed))
  }
  await all(
    [...changed].map(
      ([number, chunk]) =>
        () =>
          image.put(sealed(VERSION, chunk), chunkKey(number)),
    ),
  )
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

function byChunk<T extends Placed>(placed: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const chunks = new Map<number, T[]>()
  for (const one of placed) {
    const number = Math.floor(one.place / CHUNK_NOTES)
    const chunk = chunks.get(number)
    if (chunk === undefined) chunks.set(number, [one])
    else chunk.push(one)
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

function withoutNotes(chunk: IndexChunk, gone: ReadonlySet<string>): IndexChunk {
  const stays = (_value: unknown, row: number): boolean => !gone.has(chunk.ids[row]!)
  return {
    ids: chunk.ids.filter(stays),
    places: chunk.places.filter(stays),
    headwords: chunk.headwords.filter(stays),
    articles: chunk.articles.filter(stays),
    createdAt: chunk.createdAt.filter(stays),
    flags: chunk.flags.filter(stays),
    kinds: chunk.kinds.filter(stays),
  }
}
