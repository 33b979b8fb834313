import { type NoteRecord, type IndexChunk, INDEX_VERSION } from './records.ts'
import type { IndexedNote } from '../domain/cards/queueNotes.ts'
import type { Note } from '../domain/model.ts'
import { articlesOf } from '../domain/notes/merge.ts'
import { all, transact, type Disk, type Write } from './database.ts'
import { OWN_READINGS_KEY, withOwnReadings } from './ownReadings.ts'
import type { Transaction } from './schema.ts'

/** Places in a chunk: small enough to write again when one note changes, large enough that 20,000 are few records. */
const CHUNK_NOTES = 500
const SENTENCE = 1
const ENGLISH = 2
const DELETED = 4

const chunkKey = (chunk: number): string => `cards/${String(chunk).padStart(6, '0')}`
const CHUNK_KEYS = () => IDBKeyRange.bound('cards/', 'cards/\uffff')

const flagsOf = (note: Note): number =>
  (note.kind === 'sentence' ? SENTENCE : 0) |
  (note.learning === 'en' ? ENGLISH : 0) |
  (note.deletedAt === undefined ? 0 : DELETED)

const kindsOf = (note: Note): IndexChunk['kinds'][number] => note.kinds ?? null

/** A note and its place in the order of all notes. */
type Placed = Pick<NoteRecord, 'note' | 'place'>

function chunkOf(placed: readonly Placed[]): IndexChunk {
  const notes = placed.map(({ note }) => note)
  return {
    kind: 'cards',
    version: INDEX_VERSION,
    ids: notes.map(({ id }) => id),
    places: Uint32Array.from(placed, ({ place }) => place),
    headwords: notes.map((note) => (note.kind === 'term' ? note.headword : '')),
    articles: notes.map((note) => articlesOf(note).join('\n')),
    createdAt: Float64Array.from(notes, ({ createdAt }) => createdAt),
    flags: Uint8Array.from(notes, flagsOf),
    kinds: notes.map(kindsOf),
  }
}

/** A chunk with some of its rows exchanged and others added behind. */
function withNotes(chunk: IndexChunk | null, placed: readonly Placed[]): IndexChunk {
  if (chunk === null) return chunkOf(placed)
  const rowOf = new Map(chunk.ids.map((id, row) => [id, row]))
  const fresh = chunkOf(placed.filter(({ note }) => !rowOf.has(note.id)))
  const articles = [...chunk.articles, ...fresh.articles]
  const createdAt = Float64Array.from([...chunk.createdAt, ...fresh.createdAt])
  const flags = Uint8Array.from([...chunk.flags, ...fresh.flags])
  const kinds = [...chunk.kinds, ...fresh.kinds]
  for (const { note } of placed) {
    const row = rowOf.get(note.id)
    if (row === undefined) continue
    articles[row] = articlesOf(note).join('\n')
    createdAt[row] = note.createdAt
    flags[row] = flagsOf(note)
    kinds[row] = kindsOf(note)
  }
  return {
    kind: 'cards',
    version: INDEX_VERSION,
    ids: [...chunk.ids, ...fresh.ids],
    places: Uint32Array.from([...chunk.places, ...fresh.places]),
    headwords: [...chunk.headwords, ...fresh.headwords],
    articles,
    createdAt,
    flags,
    kinds,
  }
}

/** Written for speed: at every start of the app it goes through the whole library. */
function addNotes(notes: IndexedNote[], chunk: IndexChunk): void {
  let joined: string | null = null
  let articles: readonly string[] = []
  chunk.ids.forEach((id, row) => {
    const flags = chunk.flags[row]!
    if ((flags & DELETED) !== 0) return
    // Notes of one article stand together, and share its list.
    if (chunk.articles[row] !== joined) {
      joined = chunk.articles[row]!
      articles = joined === '' ? [] : joined.split('\n')
    }
    const kinds = chunk.kinds[row] ?? null
    const note: IndexedNote = {
      id,
      kind: (flags & SENTENCE) === 0 ? 'term' : 'sentence',
      learning: (flags & ENGLISH) === 0 ? 'zh' : 'en',
      article: articles[0] ?? '',
      articles,
      headword: chunk.headwords[row]!,
      createdAt: chunk.createdAt[row]!,
    }
    notes.push(kinds === null ? note : { ...note, kinds })
  })
}

async function readChunks(
  tx: Transaction<'readonly' | 'readwrite'>,
): Promise<readonly IndexChunk[]> {
  const records = await tx.objectStore('image').getAll(CHUNK_KEYS())
  return records.filter((record) => record.kind === 'cards')
}

/**
 * Every note that is not deleted, in the order they came, as the index has it: what a queue must know, kept apart from the
 * notes themselves and up to date in the transactions that write them. So opening the app reads a handful of records and not
 * 20,000 notes.
 */
export async function noteIndex(disk: Disk): Promise<readonly IndexedNote[]> {
  const [chunks, note] = await transact(disk, ['image', 'notes'], 'readonly', (tx) =>
    Promise.all([readChunks(tx), tx.objectStore('notes').openKeyCursor()]),
  )
  const missing = chunks.length === 0 && note !== null
  const sound = !missing && chunks.every(({ version }) => version === INDEX_VERSION)
  const notes: IndexedNote[] = []
  for (const chunk of sound ? chunks : await rebuildCardIndex(disk)) addNotes(notes, chunk)
  return notes
}

/** Makes the index from the notes, when it is missing or from another version. */
export async function rebuildCardIndex(disk: Disk): Promise<readonly IndexChunk[]> {
  return await transact(disk, ['image', 'notes'], 'readwrite', async (tx) => {
    const records = await tx.objectStore('notes').getAll()
    records.sort((a, b) => a.place - b.place)
    const chunks = [...byChunk(records)].map(([number, placed]) => ({
      number,
      chunk: chunkOf(placed),
    }))
    const image = tx.objectStore('image')
    await all([
      () => image.delete(CHUNK_KEYS()),
      ...chunks.map(
        ({ number, chunk }) =>
          () =>
            image.put(chunk, chunkKey(number)),
      ),
    ])
    return chunks.map(({ chunk }) => chunk)
  })
}

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

/** Writes notes and their rows of the index, within a transaction over `notes` and `image`. New notes keep their order. */
export async function writeNotes(tx: Transaction, notes: readonly Note[]): Promise<void> {
  if (notes.length === 0) return
  const store = tx.objectStore('notes')
  const image = tx.objectStore('image')
  const known = await Promise.all(notes.map(({ id }) => store.get(id)))
  let next = await nextPlace(tx)
  const records = notes.map((note, i): NoteRecord => {
    const place = known[i]?.place ?? next++
    return { id: note.id, note, articles: articlesOf(note), place }
  })
  const writes: Write[] = records.map((record) => () => store.put(record))
  for (const [number, changed] of byChunk(records)) {
    const before = await image.get(chunkKey(number))
    const chunk = withNotes(before?.kind === 'cards' ? before : null, changed)
    writes.push(() => image.put(chunk, chunkKey(number)))
  }
  const readings = await withOwnReadings(tx, notes)
  if (readings !== null) writes.push(() => image.put(readings, OWN_READINGS_KEY))
  await all(writes)
}

/** The place after all others. */
async function nextPlace(tx: Transaction): Promise<number> {
  const cursor = await tx.objectStore('image').openCursor(CHUNK_KEYS(), 'prev')
  if (cursor === null || cursor.value.kind !== 'cards') return 0
  const first = Number(String(cursor.key).slice('cards/'.length)) * CHUNK_NOTES
  return (cursor.value.places.at(-1) ?? first - 1) + 1
}

/** Removes notes for good, and their rows, within a transaction over `notes` and `image`. */
export async function removeNotes(tx: Transaction, ids: readonly string[]): Promise<void> {
  const image = tx.objectStore('image')
  const records = await Promise.all(ids.map((id) => tx.objectStore('notes').get(id)))
  const gone = new Set(ids)
  const writes: Write[] = ids.map((id) => () => tx.objectStore('notes').delete(id))
  for (const number of byChunk(records.filter((record) => record !== undefined)).keys()) {
    const chunk = await image.get(chunkKey(number))
    if (chunk?.kind === 'cards')
      writes.push(() => image.put(withoutNotes(chunk, gone), chunkKey(number)))
  }
  await all(writes)
}

function withoutNotes(chunk: IndexChunk, gone: ReadonlySet<string>): IndexChunk {
  const stays = (_value: unknown, row: number): boolean => !gone.has(chunk.ids[row]!)
  return {
    kind: 'cards',
    version: INDEX_VERSION,
    ids: chunk.ids.filter(stays),
    places: chunk.places.filter(stays),
    headwords: chunk.headwords.filter(stays),
    articles: chunk.articles.filter(stays),
    createdAt: chunk.createdAt.filter(stays),
    flags: chunk.flags.filter(stays),
    kinds: chunk.kinds.filter(stays),
  }
}
