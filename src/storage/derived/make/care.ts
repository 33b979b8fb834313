import { keepQuietly } from '../../refusals.ts'
import type { Care } from '../../../domain/model.ts'
import { careOf } from '../../../domain/notes/care.ts'
import { suspensionsOf } from '../../../domain/notes/showNote.ts'
import { transact, type Disk } from '../../database.ts'
import { noteShown } from '../../noteShown.ts'
import { rowIn } from '../../rowIn.ts'
import type { Reading, Transaction } from '../../schema.ts'
import { showWithin } from '../../shownArticle.ts'
import type { Change } from '../../tabs.ts'
import { KEY, listOf, look, VERSION, type CareList, type Judged, type Parts } from '../kept/care.ts'
import { sealed } from '../derived.ts'
import { shownIn } from '../kept/libraryHeads.ts'
import { readHeads } from './libraryHeads.ts'

const SOURCES = ['articles', 'revisions', 'notes'] as const
type Source = (typeof SOURCES)[number]

const keep = (tx: Transaction<'image'>, parts: Parts) =>
  tx.objectStore('image').put(sealed(VERSION, parts), KEY)

async function judge(tx: Reading<Source>, article: string): Promise<Judged> {
  const [source, records] = await Promise.all([
    showWithin(tx, article),
    tx.objectStore('notes').index('article').getAll(article),
  ])
  const unwell: [string, Care][] = []
  const suspended: string[] = []
  for (const record of records) {
    const note = noteShown(record)
    if (note === null || note.deletedAt !== undefined || source === null) continue
    const why = careOf(note, source)
    if (why !== null) unwell.push([note.id, why])
    const row = rowIn(record)
    if (row !== null && suspensionsOf(row).length > 0) suspended.push(note.id)
  }
  return { unwell, suspended }
}

/** Looks at the articles that were not looked at since they changed. */
async function make(tx: Reading<Source>, shown: readonly string[], before: Parts): Promise<Parts> {
  const parts = new Map<string, Judged>()
  for (const id of shown) parts.set(id, before.get(id) ?? (await judge(tx, id)))
  return parts
}

async function on(
  { articles, notes, everything }: Change,
  tx: Transaction<Source | 'image'>,
): Promise<void> {
  if (everything) return await tx.objectStore('image').delete(KEY)
  if (articles.size + notes.size === 0) return
  const before = await look(tx)
  if (before.size === 0) return
  const records = await Promise.all([...notes].map((id) => tx.objectStore('notes').get(id)))
  const touched = new Set([...articles, ...records.flatMap((record) => record?.articles ?? [])])
  await keep(tx, new Map([...before].filter(([id]) => !touched.has(id))))
}

/**
 * Which notes cannot be shown as they were learnt, article by article. An article that changed, or has a note that did, is
 * looked at again when somebody asks: one bead that is moved then costs no more than that.
 */
export const careRecord = { key: KEY, version: VERSION, sources: SOURCES, make, on } as const

/** What needs care now, after looking at every article that was not looked at since it changed. */
export async function judgeCare(disk: Disk): Promise<CareList> {
  const stores = [...SOURCES, 'image'] as const
  const judged = async (tx: Reading<(typeof stores)[number]>) => {
    const [heads, before] = await Promise.all([readHeads(tx), look(tx)])
    const isShown = shownIn(heads)
    const shown = heads.map(({ id }) => id).filter(isShown)
    const parts = await make(tx, shown, before)
    return { parts, list: await listOf(tx, parts, isShown) }
  }
  const kept = await keepQuietly(() =>
    transact(disk, stores, 'readwrite', async (tx) => {
      const { parts, list } = await judged(tx)
      await keep(tx, parts)
      return list
    }),
  )
  return kept ?? (await transact(disk, stores, 'readonly', judged)).list
}
