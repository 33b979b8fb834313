import type { CardKind, Direction, Note, Side } from '../domain/model.ts'
import { articlesOf, cardsOf } from '../domain/notes.ts'
import { all, transact, type Disk, type Write } from './database.ts'
import type { NoteRecord, Transaction } from './schema.ts'

/**
 * The card index: what a queue must know of every card, apart from the notes themselves, so that opening the app reads
 * a handful of records and not 20,000 notes. It is kept up to date in the transactions that write notes.
 */
export interface IndexedCard {
  readonly id: string
  readonly note: string
  readonly kind: CardKind
  readonly direction: Direction
  readonly noteKind: Note['kind']
  readonly learning: Side
  /** The article to count it under: the first it was met in; '' when only a quote is left. */
  readonly article: string
  readonly articles: readonly string[]
  /** What is learnt; '' for a sentence. */
  readonly headword: string
  readonly createdAt: number
}

/** Up to {@link CHUNK_NOTES} notes in the order they came, as columns: few objects, so quick to read. */
export interface IndexChunk {
  readonly kind: 'cards'
  readonly version: typeof VERSION
  readonly ids: readonly string[]
  readonly headwords: readonly string[]
  /** The articles of each note, joined by line feeds. */
  readonly articles: readonly string[]
  readonly createdAt: Float64Array
  readonly flags: Uint8Array
}

const VERSION = 1
/** Small enough to write again when one note changes, large enough that 20,000 are few records. */
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

function chunkOf(notes: readonly Note[]): IndexChunk {
  return {
    kind: 'cards',
    version: VERSION,
    ids: notes.map(({ id }) => id),
    headwords: notes.map((note) => (note.kind === 'term' ? note.headword : '')),
    articles: notes.map((note) => articlesOf(note).join('\n')),
    createdAt: Float64Array.from(notes, ({ createdAt }) => createdAt),
    flags: Uint8Array.from(notes, flagsOf),
  }
}

/** A chunk with some of its rows exchanged and others added behind. */
function withNotes(chunk: IndexChunk | null, notes: readonly Note[]): IndexChunk {
  if (chunk === null) return chunkOf(notes)
  const rowOf = new Map(chunk.ids.map((id, row) => [id, row]))
  const added = notes.filter(({ id }) => !rowOf.has(id))
  const fresh = chunkOf(added)
  const [ids, headwords, articles] = [
    [...chunk.ids, ...fresh.ids],
    [...chunk.headwords, ...fresh.headwords],
    [...chunk.articles, ...fresh.articles],
  ]
  const createdAt = Float64Array.from([...chunk.createdAt, ...fresh.createdAt])
  const flags = Uint8Array.from([...chunk.flags, ...fresh.flags])
  for (const note of notes) {
    const row = rowOf.get(note.id)
    if (row === undefined) continue
    articles[row] = articlesOf(note).join('\n')
    createdAt[row] = note.createdAt
    flags[row] = flagsOf(note)
  }
  return { kind: 'cards', version: VERSION, ids, headwords, articles, createdAt, flags }
}

function cardsIn(chunk: IndexChunk): readonly IndexedCard[] {
  return chunk.ids.flatMap((id, row) => {
    const flags = chunk.flags[row]!
    if ((flags & DELETED) !== 0) return []
    const noteKind = (flags & SENTENCE) === 0 ? 'term' : 'sentence'
    const learning: Side = (flags & ENGLISH) === 0 ? 'zh' : 'en'
    const joined = chunk.articles[row]!
    const articles = joined === '' ? [] : joined.split('\n')
    const shared = {
      noteKind,
      learning,
      article: articles[0] ?? '',
      articles,
      headword: chunk.headwords[row]!,
      createdAt: chunk.createdAt[row]!,
    } as const
    return cardsOf({ id, kind: noteKind, learning }).map((card) => ({ ...card, ...shared }))
  })
}

async function readChunks(
  tx: Transaction<'readonly' | 'readwrite'>,
): Promise<readonly IndexChunk[]> {
  const records = await tx.objectStore('image').getAll(CHUNK_KEYS())
  return records.filter((record) => record.kind === 'cards')
}

/** Every card of every note that is not deleted, in the order the notes came. Cheap: no note is read. */
export async function cardIndex(disk: Disk): Promise<readonly IndexedCard[]> {
  const [chunks, note] = await transact(disk, ['image', 'notes'], 'readonly', (tx) =>
    Promise.all([readChunks(tx), tx.objectStore('notes').openKeyCursor()]),
  )
  const missing = chunks.length === 0 && note !== null
  const sound = !missing && chunks.every(({ version }) => version === VERSION)
  return (sound ? chunks : await rebuildCardIndex(disk)).flatMap(cardsIn)
}

/** Makes the index from the notes, when it is missing or from another version. */
export async function rebuildCardIndex(disk: Disk): Promise<readonly IndexChunk[]> {
  return await transact(disk, ['image', 'notes'], 'readwrite', async (tx) => {
    const records = await tx.objectStore('notes').getAll()
    records.sort((a, b) => a.chunk - b.chunk || a.note.createdAt - b.note.createdAt)
    const image = tx.objectStore('image')
    const writes: Write[] = [() => image.delete(CHUNK_KEYS())]
    const chunks: IndexChunk[] = []
    for (let from = 0; from < records.length; from += CHUNK_NOTES) {
      const part = records.slice(from, from + CHUNK_NOTES)
      const chunk = chunkOf(part.map(({ note }) => note))
      const number = chunks.length
      writes.push(() => image.put(chunk, chunkKey(number)))
      for (const record of part)
        if (record.chunk !== number)
          writes.push(() => tx.objectStore('notes').put({ ...record, chunk: number }))
      chunks.push(chunk)
    }
    await all(writes)
    return chunks
  })
}

/**
 * Writes notes and their rows of the index, within a transaction over `notes` and `image`. New notes keep their order.
 *
 * @param articles what the record is indexed under, besides the articles of its contexts
 */
export async function writeNotes(tx: Transaction, notes: readonly Note[]): Promise<void> {
  if (notes.length === 0) return
  const store = tx.objectStore('notes')
  const image = tx.objectStore('image')
  const known = await Promise.all(notes.map(({ id }) => store.get(id)))
  let last = await lastChunk(tx)

  const byChunk = new Map<number, Note[]>()
  const writes: Write[] = []
  notes.forEach((note, i) => {
    let chunk = known[i]?.chunk
    if (chunk === undefined) {
      if (last.count >= CHUNK_NOTES) last = { number: last.number + 1, count: 0 }
      last = { ...last, count: last.count + 1 }
      chunk = last.number
    }
    byChunk.set(chunk, [...(byChunk.get(chunk) ?? []), note])
    const record = recordOf(note, chunk)
    writes.push(() => store.put(record))
  })
  for (const [number, changed] of byChunk) {
    const before = await image.get(chunkKey(number))
    const chunk = withNotes(before?.kind === 'cards' ? before : null, changed)
    writes.push(() => image.put(chunk, chunkKey(number)))
  }
  await all(writes)
}

async function lastChunk(tx: Transaction): Promise<{ number: number; count: number }> {
  const cursor = await tx.objectStore('image').openCursor(CHUNK_KEYS(), 'prev')
  if (cursor === null || cursor.value.kind !== 'cards') return { number: 0, count: 0 }
  return {
    number: Number(String(cursor.key).slice('cards/'.length)),
    count: cursor.value.ids.length,
  }
}

/** Removes notes for good, and their rows, within a transaction over `notes` and `image`. */
export async function removeNotes(tx: Transaction, ids: readonly string[]): Promise<void> {
  const image = tx.objectStore('image')
  const records = await Promise.all(ids.map((id) => tx.objectStore('notes').get(id)))
  const gone = new Set(ids)
  const writes: Write[] = ids.map((id) => () => tx.objectStore('notes').delete(id))
  for (const number of new Set(records.flatMap((record) => record?.chunk ?? []))) {
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
    version: VERSION,
    ids: chunk.ids.filter(stays),
    headwords: chunk.headwords.filter(stays),
    articles: chunk.articles.filter(stays),
    createdAt: chunk.createdAt.filter(stays),
    flags: chunk.flags.filter(stays),
  }
}

function recordOf(note: Note, chunk: number): NoteRecord {
  return { id: note.id, note, articles: articlesOf(note), chunk }
}
