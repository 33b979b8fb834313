import { formerIdsOf, headOf as sharedHeadOf } from '../../../domain/article/articleRow.ts'
import { SURE } from '../../../domain/bitext/bitext.ts'
import type { Merged } from '../../../domain/records/merged.ts'
import { all } from '../../requests.ts'
import type { ArticleHead } from '../../records.ts'
import { rowIn } from '../../rowIn.ts'
import type { Reading, Transaction } from '../../schema.ts'
import { showWithin } from '../../shownArticle.ts'
import type { Change } from '../../tabs.ts'
import { lookOrMake, sealed } from '../derived.ts'
import { KEY, kept, look, VERSION } from '../kept/libraryHeads.ts'

type Source = 'articles' | 'revisions'

async function headOf(tx: Reading<Source>, row: Merged): Promise<ArticleHead> {
  const shown = await showWithin(tx, row.id)
  const { settledDoubts: _settled, ...head } = sharedHeadOf(row)
  const beads = shown?.article.beads ?? []
  const paired = beads.filter(({ zh, en }) => zh.from < zh.to && en.from < en.to)
  return {
    ...head,
    formerly: formerIdsOf(row),
    isWhole: shown !== null,
    beads: beads.length,
    paired: paired.length,
    doubtful: paired.filter(({ confidence }) => confidence < SURE).length,
  }
}

/** One after the other: each has its texts in memory. What is no row any more is passed over. */
async function make(tx: Reading<Source>): Promise<readonly ArticleHead[]> {
  const heads: ArticleHead[] = []
  for (const record of await tx.objectStore('articles').getAll()) {
    const row = rowIn(record)
    if (row !== null) heads.push(await headOf(tx, row))
  }
  return heads
}

const keep = (tx: Transaction<'image'>, heads: readonly ArticleHead[]) =>
  tx.objectStore('image').put(sealed(VERSION, heads), KEY)

async function on(
  { articles, everything }: Change,
  tx: Transaction<Source | 'image'>,
): Promise<void> {
  if (!everything && articles.size === 0) return
  const before = everything ? null : await kept(tx)
  if (before === null) return await tx.objectStore('image').delete(KEY)
  const heads = new Map(before.map((head) => [head.id, head]))
  for (const id of articles) {
    const row = rowIn(await tx.objectStore('articles').get(id))
    if (row === null) heads.delete(id)
    else heads.set(id, await headOf(tx, row))
  }
  await all([() => keep(tx, [...heads.values()])])
}

/** Every article without its sentences. */
export const libraryHeadsRecord = {
  key: KEY,
  version: VERSION,
  sources: ['articles', 'revisions'],
  look,
  make,
  keep,
  on,
} as const

/** Every article without its sentences, deleted ones included, within a transaction. */
export const readHeads = (tx: Reading<Source | 'image'>): Promise<readonly ArticleHead[]> =>
  lookOrMake(tx, libraryHeadsRecord)
