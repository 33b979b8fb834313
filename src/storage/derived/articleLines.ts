import { all } from '../requests.ts'
import type { ArticleLines } from '../records.ts'
import type { Transaction } from '../schema.ts'
import type { StoredArticle } from '../shownArticle.ts'
import type { Change } from '../tabs.ts'
import { keysFrom } from './derived.ts'

export const KEY = 'lines/'
export const VERSION = 1

/** The pairs of an article as the concordance searches them: one record an article. It falls with an edit. */
export const articleLinesRecord = {
  key: KEY,
  version: VERSION,
  sources: ['articles'],
  async make({ article, texts }: StoredArticle): Promise<ArticleLines> {
    const { linesOf } = await import('../../domain/words/concordanceLines.ts')
    return { article: article.id, ...linesOf(article, texts) }
  },
  async on({ articles, everything }: Change, tx: Transaction<'image'>): Promise<void> {
    const image = tx.objectStore('image')
    if (everything) return await image.delete(keysFrom(KEY))
    await all([...articles].map((id) => () => image.delete(`${KEY}${id}`)))
  },
} as const
