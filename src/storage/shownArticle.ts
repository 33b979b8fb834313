import { showArticle, type ShownArticle } from '../domain/article/showArticle.ts'
import type { SharedRevision } from '../domain/article/sharedRevision.ts'
import { isSameValue } from '../domain/records/canonical.ts'
import type { Merged } from '../domain/records/merged.ts'
import { rowIn } from './rowIn.ts'
import type { Reading } from './schema.ts'

/** An article as it is shown, and the row it is made from. */
export interface StoredArticle extends ShownArticle {
  readonly row: Merged
}

/** Making one rebuilds all its texts, so the last ones are kept with what they were made from. */
interface Made {
  readonly row: Merged
  readonly revisions: readonly SharedRevision[]
  readonly article: StoredArticle | null
}
const MOST_MADE = 8
const made = new Map<string, Made>()

/** Whether a bad disk has left of a revision what its readers need. */
function isRevision(value: unknown): value is SharedRevision {
  if (typeof value !== 'object' || value === null) return false
  const { id, side, text, parent, edits }: Readonly<Record<string, unknown>> = { ...value }
  if (typeof id !== 'string' || (side !== 'zh' && side !== 'en')) return false
  return typeof text === 'string' || (typeof parent === 'string' && Array.isArray(edits))
}

/** What a row and its revisions come to. */
function show(row: Merged, revisions: readonly SharedRevision[]): StoredArticle | null {
  const before = made.get(row.id)
  made.delete(row.id)
  const isSame =
    before !== undefined && isSameValue(before.row, row) && isSameValue(before.revisions, revisions)
  const shown = isSame ? before.article : showArticle(row, revisions)
  const article = shown && { ...shown, row }
  made.set(row.id, { row, revisions, article })
  const [oldest] = made.keys()
  if (made.size > MOST_MADE && oldest !== undefined) made.delete(oldest)
  return article
}

/** An article within a transaction; null when there is none, or its texts are not here. */
export async function showWithin(
  tx: Reading<'articles' | 'revisions'>,
  id: string,
): Promise<StoredArticle | null> {
  const [stored, revisions] = await Promise.all([
    tx.objectStore('articles').get(id),
    tx.objectStore('revisions').index('article').getAll(id),
  ])
  const row = rowIn(stored)
  return row === null ? null : show(row, revisions.filter(isRevision))
}
