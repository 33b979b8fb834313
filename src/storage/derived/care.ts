import type { Care } from '../../domain/model.ts'
import { careOf } from '../../domain/notes/care.ts'
import { suspensionsOf } from '../../domain/notes/showNote.ts'
import { transact, type Disk } from '../database.ts'
import { noteShown } from '../noteShown.ts'
import { rowIn } from '../rowIn.ts'
import type { Reading, Transaction } from '../schema.ts'
import { showWithin } from '../shownArticle.ts'
import type { Change } from '../tabs.ts'
import { keepQuietly, opened, sealed } from './derived.ts'
import { readHeads, shownIn } from './libraryHeads.ts'

const KEY = 'care'
const VERSION = 1
const SOURCES = ['articles', 'revisions', 'notes'] as const
type Source = (typeof SOURCES)[number]

/** What one article can tell of its notes. */
interface Judged {
  /** Notes that have a place in it, but cannot be shown there. */
  readonly unwell: readonly (readonly [note: string, why: Care])[]
  /** Notes whose cards the version before suspended because of their text. */
  readonly suspended: readonly string[]
}

/** By article; one that is missing was not looked at since it changed. */
type Parts = ReadonlyMap<string, Judged>

const isCare = (value: unknown): value is Care => value === 'lost' || value === 'unpaired'
const isText = (value: unknown): value is string => typeof value === 'string'

function isJudged(value: unknown): value is Judged {
  if (typeof value !== 'object' || value === null) return false
  const { unwell, suspended }: Partial<Judged> = value
  return (
    Array.isArray(unwell) &&
    unwell.every((one: unknown) => Array.isArray(one) && isText(one[0]) && isCare(one[1])) &&
    Array.isArray(suspended) &&
    suspended.every(isText)
  )
}

async function look(tx: Reading<'image'>): Promise<Parts> {
  const value = opened(await tx.objectStore('image').get(KEY), VERSION)
  const isSound =
    value instanceof Map && [...value].every(([id, one]) => isText(id) && isJudged(one))
  return isSound ? (value as Parts) : new Map()
}

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

/** What needs care, and what is free again. */
export interface CareList {
  /** Notes that can be shown in none of their articles. Their cards are not asked. */
  readonly unwell: ReadonlyMap<string, Care>
  /** Notes that are well again, with cards that the version before suspended. */
  readonly free: readonly string[]
}

async function listOf(
  tx: Reading<'notes'>,
  parts: Parts,
  isShown: (article: string) => boolean,
): Promise<CareList> {
  const unwellIn = new Map([...parts].map(([id, { unwell }]) => [id, new Map(unwell)]))
  const unwell = new Map<string, Care>()
  for (const [note, why] of [...parts.values()].flatMap((part) => part.unwell)) {
    const places = (await tx.objectStore('notes').get(note))?.articles ?? []
    const isLost = places.filter(isShown).every((id) => unwellIn.get(id)?.has(note))
    if (isLost) unwell.set(note, why)
  }
  const suspended = new Set([...parts.values()].flatMap((part) => part.suspended))
  return { unwell, free: [...suspended].filter((note) => !unwell.has(note)) }
}

/** What needs care now. */
export async function readCare(disk: Disk): Promise<CareList> {
  const stores = [...SOURCES, 'image'] as const
  const within = async (tx: Reading<(typeof stores)[number]>) => {
    const [heads, before] = await Promise.all([readHeads(tx), look(tx)])
    const isShown = shownIn(heads)
    const shown = heads.map(({ id }) => id).filter(isShown)
    const parts = await make(tx, shown, before)
    const isNew = parts.size !== before.size || shown.some((id) => !before.has(id))
    return { parts, isNew, list: await listOf(tx, parts, isShown) }
  }
  const { list, isNew } = await transact(disk, stores, 'readonly', within)
  if (!isNew) return list
  const kept = await keepQuietly(() =>
    transact(disk, stores, 'readwrite', async (tx) => {
      const again = await within(tx)
      await keep(tx, again.parts)
      return again.list
    }),
  )
  return kept ?? list
}
