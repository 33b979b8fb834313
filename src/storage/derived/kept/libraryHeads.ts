import type { ArticleHead } from '../../records.ts'
import type { Reading } from '../../schema.ts'
import { opened } from '../derived.ts'

export const KEY = 'library'
export const VERSION = 3

const isHead = (one: Partial<ArticleHead> | null): boolean =>
  typeof one?.id === 'string' &&
  typeof one.title?.zh === 'string' &&
  typeof one.title.en === 'string' &&
  typeof one.isWhole === 'boolean' &&
  Array.isArray(one.contentHashes) &&
  Array.isArray(one.formerly) &&
  [one.addedAt, one.beads, one.paired, one.doubtful].every(Number.isFinite)

const areHeads = (value: unknown): value is readonly ArticleHead[] =>
  Array.isArray(value) && value.every(isHead)

/** What is kept, whether or not it is still of the articles there are. */
export async function kept(tx: Reading<'image'>): Promise<readonly ArticleHead[] | null> {
  const value = opened(await tx.objectStore('image').get(KEY), VERSION)
  return areHeads(value) ? value : null
}

/** What is kept, when it is sound; an empty library needs no record. */
export async function look(
  tx: Reading<'articles' | 'image'>,
): Promise<readonly ArticleHead[] | null> {
  const [found, count] = await Promise.all([kept(tx), tx.objectStore('articles').count()])
  const heads = found ?? []
  return heads.length === count ? heads : null
}

/** Whether an article is shown: it is here with its texts, and alive. */
export const isShownHead = ({ deletedAt, isWhole }: ArticleHead): boolean =>
  isWhole && deletedAt === undefined

/** Tells by its id whether an article is shown. */
export function shownIn(heads: readonly ArticleHead[]): (article: string) => boolean {
  const shown = new Set(heads.filter(isShownHead).map(({ id }) => id))
  return (article) => shown.has(article)
}
