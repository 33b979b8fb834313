import type { CareRecord } from '../domain/article/record.ts'
import { AppError } from '../domain/errors.ts'
import type { Article, Entry } from '../domain/model.ts'
import { revertEdit, type ArticleEdit } from '../domain/article/edit.ts'
import { textsOf, writeArticles } from './articles.ts'
import { attend, CARE_STORES } from './care.ts'
import { all, transact, type Disk } from './database.ts'
import { announce } from './tabs.ts'

/** What an edit did: what to apply to the cards' states, what now needs care, how to take it back. */
export interface EditReceipt {
  readonly before: Article
  readonly edit: ArticleEdit
  readonly care: readonly CareRecord[]
  /** Suspensions of cards that now need care, and voids of earlier ones; they are in the log. */
  readonly entries: readonly Entry[]
}

/** Whether the article on disk is still the one the edit was made from. */
function isSame(stored: Article, before: Article): boolean {
  const version = ({ revision, segments, beads }: Article) =>
    JSON.stringify([revision, segments, beads])
  return version(stored) === version(before)
}

/**
 * Writes a change of an article: revisions, segments, beads and terms, in one transaction with what follows for the
 * cards. Those whose text is lost or no longer translated are suspended; those that are well again come back.
 *
 * @param before the article as it was read
 * @param edit from `remapArticle`, `updateArticle` or `revertEdit`
 * @throws AppError `changedElsewhere` when another tab has changed it since; `diskFull`
 */
export async function editArticle(
  disk: Disk,
  before: Article,
  edit: ArticleEdit,
): Promise<EditReceipt> {
  const receipt = await transact(disk, CARE_STORES, 'readwrite', async (tx) => {
    const record = await tx.objectStore('articles').get(edit.article.id)
    if (record === undefined || !isSame(record.article, before))
      throw new AppError('changedElsewhere')
    const texts = tx.objectStore('texts')
    await all(edit.revisions.map((revision) => () => texts.add(revision)))
    const revisions = await texts.getAll(textsOf(edit.article.id))
    const done = await attend(tx, disk, record, { article: edit.article, revisions })
    await writeArticles(tx, [{ ...record, article: edit.article, care: done.care }])
    return { before, edit, ...done }
  })
  announce(disk, { kind: 'articles', ids: [edit.article.id] })
  announce(disk, { kind: 'entries', entries: receipt.entries })
  return receipt
}

/** Takes an edit back: one more revision, the beads as they were, and the cards it suspended. */
export async function undoEdit(disk: Disk, receipt: EditReceipt): Promise<EditReceipt> {
  const { before, edit } = receipt
  return await editArticle(disk, edit.article, revertEdit(before, edit))
}
