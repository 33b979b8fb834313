import { DOUBT } from '../domain/article/articleRow.ts'
import { writeFields } from '../domain/records/writing.ts'
import { write, type Written } from './change.ts'
import { withClock } from './clock.ts'
import { transact, type Disk } from './database.ts'
import { articleHeads } from './derived/libraryHeads.ts'
import type { ArticleHead } from './records.ts'
import { putArticleRows, readRows } from './rows.ts'
import { showWithin, type StoredArticle } from './shownArticle.ts'

export { articleHeads }
export type { StoredArticle }

const showOn = (disk: Disk, id: string): Promise<StoredArticle | null> =>
  transact(disk, ['articles', 'revisions'], 'readonly', (tx) => showWithin(tx, id))

/**
 * An article with its texts, which may be a deleted one (`deletedAt`); null when there is none, or its texts are not here.
 *
 * @param id its id, or the one under which it was known before it was named by its content
 */
export async function readArticle(disk: Disk, id: string): Promise<StoredArticle | null> {
  const found = await showOn(disk, id)
  if (found !== null) return found
  const renamed = (await articleHeads(disk)).find(({ formerly }) => formerly.includes(id))
  return renamed === undefined ? null : await showOn(disk, renamed.id)
}

/** Calls a doubt about an article's translation fine, or takes that back. Texts, beads and terms stay as they are. */
export async function settleDoubt(
  disk: Disk,
  id: string,
  doubt: string,
  fine: boolean,
): Promise<Written<void>> {
  return await write(disk, ['articles', 'settings'], async (tx, change) => {
    const [row] = await readRows(tx, 'articles', [id])
    if (!row) return
    await withClock(tx, disk, async (clock) => {
      const written = clock.keep(writeFields(row, { [DOUBT + doubt]: fine }, clock.now))
      await putArticleRows(tx, change, [written.row])
    })
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
  return sameArticle(await articleHeads(disk), wanted)
}

/** The same among articles that were read already. */
export function sameArticle(
  heads: readonly ArticleHead[],
  { id, contentHash }: { readonly id?: string; readonly contentHash?: string },
): ArticleHead | null {
  const hasContent = ({ contentHashes }: ArticleHead) =>
    contentHash !== undefined && contentHashes.includes(contentHash)
  const same = [
    ...heads.filter((head) => head.id === id),
    ...heads.filter((head) => head.id !== id && hasContent(head)),
  ]
  return same.find(({ deletedAt }) => deletedAt === undefined) ?? same[0] ?? null
}
