import type { Article, Entry, Note, Revision, Side, Sides } from '../domain/model.ts'
import { updateArticle } from '../domain/remap.ts'
import { readArticle, removeArticle, textsOf, writeArticles } from './articles.ts'
import { CARE_STORES, relieve } from './care.ts'
import { all, transact, type Disk } from './database.ts'
import { restoreArticle } from './deletion.ts'
import { editArticle, type EditReceipt } from './editing.ts'
import { separateNotes, uniteNotes, type NotesReceipt } from './notes.ts'
import type { Store } from './schema.ts'
import { announce } from './tabs.ts'

const STORES: readonly Store[] = [...CARE_STORES, 'drafts']

/** What an import did, so that it can be taken back. */
export interface ImportReceipt {
  readonly article: string
  readonly notes: NotesReceipt
  /** False when the article was there already and nothing was done. */
  readonly added: boolean
  /** Entries this added to the log: cards that had lost their text elsewhere are free again. */
  readonly entries: readonly Entry[]
}

/** Revision 0 of both sides: the texts as they came. */
export function firstRevisions(article: string, texts: Sides<string>): readonly Revision[] {
  const first = (side: Side): Revision => ({
    article,
    side,
    number: 0,
    text: texts[side],
    edits: [],
  })
  return [first('zh'), first('en')]
}

/**
 * Writes a new article with its texts and the notes that were picked, and forgets the draft: all of it, or nothing.
 *
 * Done twice, by a double tap or after a kill between commit and answer, it is done once. An article that was deleted
 * is written anew.
 *
 * @throws AppError `diskFull` when there is no room
 */
export async function commitImport(
  disk: Disk,
  article: Article,
  revisions: readonly Revision[],
  notes: readonly Note[],
  draft?: string,
): Promise<ImportReceipt> {
  const receipt = await transact(disk, STORES, 'readwrite', async (tx): Promise<ImportReceipt> => {
    const there = await tx.objectStore('articles').get(article.id)
    if (draft !== undefined) await tx.objectStore('drafts').delete(draft)
    if (there !== undefined && there.article.deletedAt === undefined)
      return { article: article.id, notes: { created: [], before: [] }, added: false, entries: [] }
    await tx.objectStore('texts').delete(textsOf(article.id))
    await all(revisions.map((revision) => () => tx.objectStore('texts').add(revision)))
    await writeArticles(tx, [{ id: article.id, article, care: [] }])
    const united = await uniteNotes(tx, notes)
    const entries = await relieve(
      tx,
      disk,
      united.before.map(({ id }) => id),
    )
    return { article: article.id, notes: united, added: true, entries }
  })
  announce(disk, { kind: 'articles', ids: [article.id] })
  announce(disk, { kind: 'entries', entries: receipt.entries })
  return receipt
}

/** Takes an import back as if it had not been. Reviews given in between stay in the log. */
export async function undoImport(disk: Disk, receipt: ImportReceipt): Promise<void> {
  if (!receipt.added) return
  await transact(disk, STORES, 'readwrite', async (tx) => {
    await separateNotes(tx, receipt.notes)
    await removeArticle(tx, receipt.article)
  })
  announce(disk, { kind: 'articles', ids: [receipt.article] })
}

/**
 * Brings an article to what a newer deck file says: texts and anchors, never memory. Null when there is no such article,
 * or it is as new already.
 *
 * @param texts both sides as the deck has them, which `incoming` speaks of
 */
export async function updateDeck(
  disk: Disk,
  incoming: Article,
  texts: Sides<string>,
): Promise<EditReceipt | null> {
  await restoreArticle(disk, incoming.id)
  const stored = await readArticle(disk, incoming.id)
  if (stored === null || stored.revisions.length === 0) return null
  if ((stored.article.deckRevision ?? 0) >= (incoming.deckRevision ?? 0)) return null
  const edit = updateArticle(stored.article, stored.revisions, incoming, texts)
  return await editArticle(disk, stored.article, edit)
}
