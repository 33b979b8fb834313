import { keepQuietly } from '../refusals.ts'
import { transact, type Disk } from '../database.ts'
import type { Reading, Transaction } from '../schema.ts'
import type { Change } from '../tabs.ts'
import { opened, sealed } from './derived.ts'

const KEY = 'doubts'
const VERSION = 2

type Counts = ReadonlyMap<string, number>

async function kept(tx: Reading<'image'>): Promise<Counts> {
  const value = opened(await tx.objectStore('image').get(KEY), VERSION)
  if (!(value instanceof Map)) return new Map()
  return new Map(
    [...value].filter(([id, count]) => typeof id === 'string' && Number.isSafeInteger(count)),
  )
}

const keep = (tx: Transaction<'image'>, counts: Counts) =>
  tx.objectStore('image').put(sealed(VERSION, counts), KEY)

/** How many doubts about its translation each article had when somebody last looked; an edit or a deletion ends that. */
export const doubtCountsRecord = {
  key: KEY,
  version: VERSION,
  sources: ['articles'],
  make: async (): Promise<Counts> => new Map(),
  async on({ articles, everything }: Change, tx: Transaction<'image'>): Promise<void> {
    if (everything) return await tx.objectStore('image').delete(KEY)
    if (articles.size === 0) return
    const before = await kept(tx)
    const after = [...before].filter(([id]) => !articles.has(id))
    if (after.length < before.size) await keep(tx, new Map(after))
  },
} as const

/** Open doubts about the translation of each article, as of the last look; an article nobody looked at is absent. */
export async function readDoubtCounts(disk: Disk): Promise<Counts> {
  return await transact(disk, ['image'], 'readonly', kept)
}

/** Keeps how many doubts an article has now. */
export async function keepDoubtCount(disk: Disk, article: string, count: number): Promise<void> {
  await keepQuietly(() =>
    transact(disk, ['image'], 'readwrite', async (tx) =>
      keep(tx, new Map(await kept(tx)).set(article, count)),
    ),
  )
}
