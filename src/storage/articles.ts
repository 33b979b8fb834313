import { type ArticleHead } from './records.ts'
import { SURE } from '../domain/bitext/bitext.ts'
import { type ArticleTexts } from '../domain/article/revisions.ts'
import type { ArticleRecord } from '../domain/article/record.ts'
import { all, transact, type Disk } from './database.ts'
import type { Transaction } from './schema.ts'
import { announce } from './tabs.ts'

function headOf({ article, care }: ArticleRecord): ArticleHead {
  const { segments: _segments, beads, terms: _terms, settledDoubts: _settled, ...head } = article
  const paired = beads.filter(({ zh, en }) => zh.from < zh.to && en.from < en.to)
  const doubtful = paired.filter(({ confidence }) => confidence < SURE).length
  return { ...head, beads: beads.length, paired: paired.length, doubtful, needCare: care.length }
}

/** The heads, within a transaction over `articles` and `image`. */
export async function readHeads(
  tx: Transaction<'readonly' | 'readwrite'>,
): Promise<readonly ArticleHead[]> {
  const record = await tx.objectStore('image').get('library')
  if (record?.kind === 'library') return record.heads
  return (await tx.objectStore('articles').getAll()).map(headOf)
}

/** Writes article records and their heads, within a transaction over `articles` and `image`. */
export async function writeArticles(
  tx: Transaction,
  records: readonly ArticleRecord[],
): Promise<void> {
  const heads = new Map((await readHeads(tx)).map((head) => [head.id, head]))
  for (const record of records) heads.set(record.id, headOf(record))
  await all([
    ...records.map((record) => () => tx.objectStore('articles').put(record)),
    () => tx.objectStore('image').put({ kind: 'library', heads: [...heads.values()] }, 'library'),
  ])
}

/** Removes an article and its texts as if it had never been, within a transaction over those stores and `image`. */
export async function removeArticle(tx: Transaction, id: string): Promise<void> {
  const heads = (await readHeads(tx)).filter((head) => head.id !== id)
  await all([
    () => tx.objectStore('articles').delete(id),
    () => tx.objectStore('texts').delete(textsOf(id)),
    () => tx.objectStore('image').put({ kind: 'library', heads }, 'library'),
  ])
}

/** The keys of all revisions of both sides of an article. */
export const textsOf = (article: string): IDBKeyRange =>
  IDBKeyRange.bound([article], [article, []], false, true)

/** Every article without its sentences, deleted ones included (`deletedAt`), in the order they came. Cheap. */
export async function articleHeads(disk: Disk): Promise<readonly ArticleHead[]> {
  return await transact(disk, ['articles', 'image'], 'readonly', readHeads)
}

/** An article with all revisions of both texts; null when there is none. */
export async function readArticle(disk: Disk, id: string): Promise<ArticleTexts | null> {
  return (await readArticles(disk, [id])).get(id) ?? null
}

/** Several articles with their texts by id; those that do not exist are absent. */
export async function readArticles(
  disk: Disk,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ArticleTexts>> {
  const found = await transact(disk, ['articles', 'texts'], 'readonly', (tx) =>
    Promise.all(
      [...new Set(ids)].map((id) =>
        Promise.all([
          tx.objectStore('articles').get(id),
          tx.objectStore('texts').getAll(textsOf(id)),
        ]),
      ),
    ),
  )
  const articles = new Map<string, ArticleTexts>()
  for (const [record, revisions] of found)
    if (record !== undefined) articles.set(record.id, { article: record.article, revisions })
  return articles
}

/** Calls a doubt about an article's translation fine, or takes that back. Texts, beads and terms stay as they are. */
export async function settleDoubt(
  disk: Disk,
  id: string,
  doubt: string,
  fine: boolean,
): Promise<void> {
  await transact(disk, ['articles'], 'readwrite', async (tx) => {
    const record = await tx.objectStore('articles').get(id)
    if (record === undefined) return
    const others = (record.article.settledDoubts ?? []).filter((one) => one !== doubt)
    const settledDoubts = fine ? [...others, doubt] : others
    await tx
      .objectStore('articles')
      .put({ ...record, article: { ...record.article, settledDoubts } })
  })
  announce(disk, { kind: 'articles', ids: [id] })
}

/**
 * The article that has this content or this id already, living ones first; null when it is new here.
 * Asked before an import is committed, so that a second import of one text is recognised.
 */
export async function recogniseArticle(
  disk: Disk,
  wanted: { readonly id?: string; readonly contentHash?: string },
): Promise<ArticleHead | null> {
  const heads = await articleHeads(disk)
  const same = heads.filter(
    ({ id, contentHash }) => id === wanted.id || contentHash === wanted.contentHash,
  )
  return same.find(({ deletedAt }) => deletedAt === undefined) ?? same[0] ?? null
}
