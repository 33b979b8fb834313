import type { ArticleRecord, Taken } from '../domain/article/record.ts'
import type { Entry, Note } from '../domain/model.ts'
import { restoreContexts, withoutArticle } from '../domain/notes/merge.ts'
import { readHeads, textsOf, writeArticles } from './articles.ts'
import { attend, CARE_STORES, releaseAll } from './care.ts'
import { writeNotes } from './cardIndex.ts'
import { all, transact, type Disk } from './database.ts'
import type { Transaction } from './schema.ts'
import { announce } from './tabs.ts'

function tell(disk: Disk, article: string, entries: readonly Entry[]): void {
  announce(disk, { kind: 'articles', ids: [article] })
  announce(disk, { kind: 'entries', entries })
}

/**
 * Deletes an article: its sentence notes go, term notes lose its contexts, and one that loses its last keeps the pair as
 * a quote. Reviews stay in the log. Can be undone until {@link forgetDeleted}.
 *
 * @returns entries this added to the log: cards that its text had suspended are free again
 */
export async function deleteArticle(disk: Disk, id: string): Promise<readonly Entry[]> {
  const deletedAt = disk.now()
  const entries = await transact(disk, CARE_STORES, 'readwrite', async (tx) => {
    const record = await tx.objectStore('articles').get(id)
    if (record === undefined || record.article.deletedAt !== undefined) return []
    const found = await tx.objectStore('notes').index('article').getAll(id)
    const alive = found.map(({ note }) => note).filter((note) => note.deletedAt === undefined)
    const terms = found.map(({ note }) => note).filter((note) => note.kind === 'term')
    const sentences = alive.filter((note) => note.kind === 'sentence')
    const taken: Taken = {
      sentences: sentences.map((note) => note.id),
      terms: terms.map((note) => ({ note: note.id, contexts: note.contexts })),
    }
    await writeNotes(tx, [
      ...sentences.map((note) => ({ ...note, deletedAt })),
      ...terms.map((note) => withoutArticle(note, id)),
    ])
    const article = { ...record.article, deletedAt }
    await writeArticles(tx, [{ ...record, article, care: [], taken }])
    return await releaseAll(tx, disk, record)
  })
  tell(disk, id, entries)
  return entries
}

async function giveBack(tx: Transaction, id: string, taken: Taken): Promise<void> {
  const contexts = new Map(taken.terms.map((term) => [term.note, term.contexts]))
  const ids = [...taken.sentences, ...contexts.keys()]
  const found = await Promise.all(ids.map((note) => tx.objectStore('notes').get(note)))
  const notes = found.flatMap((record): readonly Note[] => {
    if (record === undefined) return []
    const { note } = record
    if (note.kind === 'term') return [restoreContexts(note, contexts.get(note.id) ?? [], id)]
    const { deletedAt: _gone, ...alive } = note
    return [alive]
  })
  await writeNotes(tx, notes)
}

/**
 * Takes a deletion back.
 *
 * @returns entries this added to the log; null when it cannot be taken back, because {@link forgetDeleted} was there
 */
export async function restoreArticle(disk: Disk, id: string): Promise<readonly Entry[] | null> {
  const entries = await transact(disk, CARE_STORES, 'readwrite', async (tx) => {
    const record = await tx.objectStore('articles').get(id)
    if (record?.taken === undefined) return null
    const { taken, ...rest } = record
    const { deletedAt: _deleted, ...article } = record.article
    await giveBack(tx, id, taken)
    const revisions = await tx.objectStore('texts').getAll(textsOf(id))
    const done = await attend(tx, disk, rest, { article, revisions })
    await writeArticles(tx, [{ id, article, care: done.care }])
    return done.entries
  })
  if (entries !== null) tell(disk, id, entries)
  return entries
}

/**
 * Gives back the room of articles deleted before a moment, ms; how many. What stays is the head, so that other devices
 * learn of the deletion. For idle moments at the start, when nothing can be undone any more.
 */
export async function forgetDeleted(disk: Disk, before: number): Promise<number> {
  return await transact(disk, ['articles', 'texts', 'image'], 'readwrite', async (tx) => {
    const heads = await readHeads(tx)
    const gone = heads.filter(({ deletedAt }) => deletedAt !== undefined && deletedAt < before)
    const found = await Promise.all(gone.map(({ id }) => tx.objectStore('articles').get(id)))
    const emptied = found.flatMap((record): readonly ArticleRecord[] => {
      if (record?.taken === undefined) return []
      const bare = { segments: { zh: [], en: [] }, beads: [], terms: [] }
      return [{ id: record.id, care: [], article: { ...record.article, ...bare } }]
    })
    if (emptied.length === 0) return 0
    await all([
      () => writeArticles(tx, emptied),
      ...emptied.map(
        ({ id }) =>
          () =>
            tx.objectStore('texts').delete(textsOf(id)),
      ),
    ])
    return emptied.length
  })
}
