import { articlesIn } from '../domain/notes/showNote.ts'
import { mergeRows, type Merged } from '../domain/records/merged.ts'
import { isAlive } from '../domain/records/writing.ts'
import type { ChangeSink } from './change.ts'
import { batchesOf, putAll } from './requests.ts'
import { nextPlace } from './derived/make/cardIndex.ts'
import type { NoteRecord } from './records.ts'
import { rowIn } from './rowIn.ts'
import type { Reading, Transaction } from './schema.ts'

/** Articles, notes and shared settings as rows that merge, whatever else lies beside them. */
export type RowStore = 'articles' | 'notes' | 'preferences'

/** Rows by id, null for what is not here. */
export async function readRows<Name extends RowStore>(
  tx: Reading<Name>,
  name: Name,
  ids: readonly string[],
): Promise<readonly (Merged | null)[]> {
  const store = tx.objectStore(name)
  // A backup usually comes to a new device.
  if ((await store.count()) === 0) return ids.map(() => null)
  const found: (Merged | null)[] = []
  for (const batch of batchesOf(ids)) {
    const stored = await Promise.all(batch.map((id): Promise<unknown> => store.get(id)))
    found.push(...stored.map(rowIn))
  }
  return found
}

/** Every row of a store; notes in the order in which they came. */
export async function allRows<Name extends RowStore>(
  tx: Reading<Name>,
  name: Name,
): Promise<readonly Merged[]> {
  const stored: readonly unknown[] = await tx.objectStore(name).getAll()
  const placeOf = (record: unknown): number =>
    typeof record === 'object' && record !== null && 'place' in record ? Number(record.place) : 0
  return stored.toSorted((a, b) => placeOf(a) - placeOf(b)).flatMap((record) => rowIn(record) ?? [])
}

/** Writes rows of articles. */
export async function putArticleRows(
  tx: Transaction<'articles'>,
  change: ChangeSink,
  rows: readonly Merged[],
): Promise<void> {
  await putAll(tx, 'articles', rows, (row) => ({ id: row.id, row }))
  change.articles(...rows.map(({ id }) => id))
}

/** Writes rows of notes; new ones come after all others, in the order given. */
export async function putNoteRows(
  tx: Transaction<'notes' | 'image'>,
  change: ChangeSink,
  rows: readonly Merged[],
): Promise<void> {
  if (rows.length === 0) return
  const store = tx.objectStore('notes')
  const [isNew, first] = await Promise.all([
    store.count().then((count) => count === 0),
    nextPlace(tx),
  ])
  const known = new Map<string, number>()
  if (!isNew)
    for (const batch of batchesOf(rows))
      for (const there of await Promise.all(batch.map(({ id }) => store.get(id))))
        if (there !== undefined) known.set(there.id, there.place)
  let next = first
  await putAll(tx, 'notes', rows, (row): NoteRecord => {
    const place = known.get(row.id) ?? next++
    return { id: row.id, row, articles: articlesIn(row), place }
  })
  change.notes(...rows.map(({ id }) => id))
}

/** What there is once rows from a file or another device are merged into those that are here. */
export interface United {
  /** Rows that are new here, or gained something; the others need no writing. */
  readonly changed: readonly Merged[]
  /** How many of them are new here. */
  readonly created: number
  /** Records that are alive there, and were deleted here since. */
  readonly gone: readonly Merged[]
}

/** One row an id. */
function distinct(rows: readonly Merged[]): readonly Merged[] {
  const all = new Map<string, Merged>()
  for (const row of rows) {
    const same = all.get(row.id)
    all.set(row.id, same === undefined ? row : mergeRows(same, row))
  }
  return [...all.values()]
}

/** Merges rows with those of the same ids that are here. */
export async function uniteRows<Name extends RowStore>(
  tx: Reading<Name>,
  name: Name,
  rows: readonly Merged[],
): Promise<United> {
  const theirs = distinct(rows)
  const ours = await readRows(
    tx,
    name,
    theirs.map(({ id }) => id),
  )
  const pairs = theirs.map((row, i) => {
    const here = ours[i] ?? null
    return { row, here, merged: here === null ? row : mergeRows(here, row) }
  })
  return {
    changed: pairs.flatMap(({ here, merged }) => (merged === here ? [] : [merged])),
    created: pairs.filter(({ here }) => here === null).length,
    gone: pairs.flatMap(({ row, merged }) => (isAlive(row) && !isAlive(merged) ? [merged] : [])),
  }
}
