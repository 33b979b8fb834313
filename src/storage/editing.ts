import { revertEdit, type ArticleEdit } from '../domain/article/edit.ts'
import type { CareRecord } from '../domain/article/record.ts'
import { AppError } from '../domain/errors.ts'
import type { Article } from '../domain/model.ts'
import { textsOf, writeArticles } from './articles.ts'
import { attend, CARE_STORES, type CareTransaction } from './care.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { all, type Disk } from './database.ts'

/** Whether the article on disk is still the one the edit was made from. */
function isSame(stored: Article, before: Article): boolean {
  const version = ({ revision, segments, beads }: Article) =>
    JSON.stringify([revision, segments, beads])
  return version(stored) === version(before)
}

/**
 * Writes a change of an article: revisions, segments, beads and terms, in one transaction with what follows for the
 * cards. Those whose text is lost or no longer translated are suspended; those that are well again come back. What now
 * needs care; undone, there is one more revision, the beads as they were, and the cards it suspended.
 *
 * @param before the article as it was read
 * @param edit from `repairArticle`, `updateArticle` or `revertEdit`
 * @throws AppError `changedElsewhere` when another tab has changed it since; `diskFull`
 */
export async function editArticle(
  disk: Disk,
  before: Article,
  edit: ArticleEdit,
): Promise<Written<readonly CareRecord[]>> {
  return await write(disk, CARE_STORES, (tx, change) => editWithin(tx, change, disk, before, edit))
}

/** The same as a part of another change. */
export async function editWithin(
  tx: CareTransaction,
  change: ChangeSink,
  disk: Disk,
  before: Article,
  edit: ArticleEdit,
): Promise<readonly CareRecord[]> {
  const record = await tx.objectStore('articles').get(edit.article.id)
  if (record === undefined || !isSame(record.article, before))
    throw new AppError('changedElsewhere')
  const texts = tx.objectStore('texts')
  await all(edit.revisions.map((revision) => () => texts.add(revision)))
  const revisions = await texts.getAll(textsOf(edit.article.id))
  const care = await attend(tx, change, disk, record, { article: edit.article, revisions })
  await writeArticles(tx, change, [{ ...record, article: edit.article, care }])
  change.undo(() => editArticle(disk, edit.article, revertEdit(before, edit)))
  return care
}
