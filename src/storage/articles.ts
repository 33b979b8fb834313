import { type ArticleTexts } from '../domain/article/revisions.ts'
import type { ArticleRecord } from '../domain/article/record.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { all, transact, type Disk } from './database.ts'
import { articleHeads } from './derived/libraryHeads.ts'
import type { ArticleHead } from './records.ts'
import type { Transaction } from './schema.ts'

export { articleHeads }

/** Writes article records. */
export async function writeArticles(
  tx: Transaction<'articles'>,
  change: ChangeSink,
  records: readonly ArticleRecord[],
): Promise<void> {
  await all(records.map((record) => () => tx.objectStore('articles').put(record)))
  change.articles(...records.map(({ id }) => id))
}

/** Removes an article and its texts as if it had never been. */
export async function removeArticle(
  tx: Transaction<'articles' | 'texts'>,
  change: ChangeSink,
  id: string,
): Promise<void> {
  await all([
    () => tx.objectStore('articles').delete(id),
    () => tx.objectStore('texts').delete(textsOf(id)),
  ])
  change.articles(id)
}

/** The keys of all revisions of both sides of an article. */
export const textsOf = (article: string): IDBKeyRange =>
  IDBKeyRange.bound([article], [article, []], false, true)

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
): Promise<Written<void>> {
  return await write(disk, ['articles'], async (tx, change) => {
    const record = await tx.objectStore('articles').get(id)
    if (record === undefined) return
    const others = (record.article.settledDoubts ?? []).filter((one) => one !== doubt)
    const settledDoubts = fine ? [...others, doubt] : others
    await writeArticles(tx, change, [{ ...record, article: { ...record.article, settledDoubts } }])
    change.undo(() => settleDoubt(disk, id, doubt, !fine))
  })
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
