import { SURE } from '../../domain/bitext/bitext.ts'
import type { ArticleRecord } from '../../domain/article/record.ts'
import { all, type Disk } from '../database.ts'
import type { ArticleHead } from '../records.ts'
import type { Reading, Transaction } from '../schema.ts'
import type { Change } from '../tabs.ts'
import { lookOrMake, opened, readDerived, sealed } from './derived.ts'

const KEY = 'library'
const VERSION = 2

function headOf({ article, care }: ArticleRecord): ArticleHead {
  const { segments: _segments, beads, terms: _terms, settledDoubts: _settled, ...head } = article
  const paired = beads.filter(({ zh, en }) => zh.from < zh.to && en.from < en.to)
  const doubtful = paired.filter(({ confidence }) => confidence < SURE).length
  return { ...head, beads: beads.length, paired: paired.length, doubtful, needCare: care.length }
}

const isHead = (one: Partial<ArticleHead> | null): boolean =>
  typeof one?.id === 'string' &&
  typeof one.title?.zh === 'string' &&
  typeof one.title.en === 'string' &&
  [one.addedAt, one.beads, one.paired, one.doubtful, one.needCare].every(Number.isFinite)

const areHeads = (value: unknown): value is readonly ArticleHead[] =>
  Array.isArray(value) && value.every(isHead)

async function kept(tx: Reading<'image'>): Promise<readonly ArticleHead[] | null> {
  const value = opened(await tx.objectStore('image').get(KEY), VERSION)
  return areHeads(value) ? value : null
}

async function look(tx: Reading<'articles' | 'image'>): Promise<readonly ArticleHead[] | null> {
  const [heads, count] = await Promise.all([kept(tx), tx.objectStore('articles').count()])
  return heads?.length === count ? heads : null
}

const keep = (tx: Transaction<'image'>, heads: readonly ArticleHead[]) =>
  tx.objectStore('image').put(sealed(VERSION, heads), KEY)

async function on(
  { articles, everything }: Change,
  tx: Transaction<'articles' | 'image'>,
): Promise<void> {
  if (!everything && articles.size === 0) return
  const before = everything ? null : await kept(tx)
  if (before === null) return await tx.objectStore('image').delete(KEY)
  const ids = [...articles]
  const records = await Promise.all(ids.map((id) => tx.objectStore('articles').get(id)))
  const heads = new Map(before.map((head) => [head.id, head]))
  for (const [i, record] of records.entries())
    if (record === undefined) heads.delete(ids[i] ?? '')
    else heads.set(record.id, headOf(record))
  await all([() => keep(tx, [...heads.values()])])
}

/** Every article without its sentences. */
export const libraryHeadsRecord = {
  key: KEY,
  version: VERSION,
  sources: ['articles'],
  look,
  make: async (tx: Reading<'articles'>): Promise<readonly ArticleHead[]> =>
    (await tx.objectStore('articles').getAll()).map(headOf),
  keep,
  on,
} as const

/** Every article without its sentences, deleted ones included (`deletedAt`). Cheap. */
export const articleHeads = (disk: Disk): Promise<readonly ArticleHead[]> =>
  readDerived(disk, libraryHeadsRecord)

/** The same within a transaction. */
export const readHeads = (tx: Reading<'articles' | 'image'>): Promise<readonly ArticleHead[]> =>
  lookOrMake(tx, libraryHeadsRecord)
