import type { ArticleRecord, Taken } from '../domain/article/record.ts'
import type { Note } from '../domain/model.ts'
import { restoreContexts, withoutArticle } from '../domain/notes/merge.ts'
import { textsOf, writeArticles } from './articles.ts'
import { attend, CARE_STORES, releaseAll, type CareTransaction } from './care.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { all, type Disk } from './database.ts'
import { readHeads } from './derived/libraryHeads.ts'
import type { Transaction } from './schema.ts'
import { writeNotes } from './writeNotes.ts'

/**
 * Deletes an article: its sentence notes go, term notes lose its contexts, and one that loses its last keeps the pair as
 * a quote; cards that its text had suspended are free again. Reviews stay in the log. Can be undone until
 * {@link forgetDeleted}.
 */
export async function deleteArticle(disk: Disk, id: string): Promise<Written<void>> {
  const deletedAt = disk.now()
  return await write(disk, CARE_STORES, async (tx, change) => {
    const record = await tx.objectStore('articles').get(id)
    if (record === undefined || record.article.deletedAt !== undefined) return
    const found = await tx.objectStore('notes').index('article').getAll(id)
    const alive = found.map(({ note }) => note).filter((note) => note.deletedAt === undefined)
    const terms = found.map(({ note }) => note).filter((note) => note.kind === 'term')
    const sentences = alive.filter((note) => note.kind === 'sentence')
    const taken: Taken = {
      sentences: sentences.map((note) => note.id),
      terms: terms.map((note) => ({ note: note.id, contexts: note.contexts })),
    }
    await writeNotes(tx, change, [
      ...sentences.map((note) => ({ ...note, deletedAt })),
      ...terms.map((note) => withoutArticle(note, id)),
    ])
    const article = { ...record.article, deletedAt }
    await writeArticles(tx, change, [{ ...record, article, care: [], taken }])
    await releaseAll(tx, change, disk, record)
    change.undo(() => restoreArticle(disk, id))
  })
}

async function giveBack(
  tx: Transaction<'notes' | 'image'>,
  change: ChangeSink,
  id: string,
  taken: Taken,
): Promise<void> {
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
  await writeNotes(tx, change, notes)
}

/** Takes a deletion back; false when it cannot be, because {@link forgetDeleted} was there. */
export async function restoreArticle(disk: Disk, id: string): Promise<Written<boolean>> {
  return await write(disk, CARE_STORES, (tx, change) => restoreWithin(tx, change, disk, id))
}

/** The same as a part of another change. */
export async function restoreWithin(
  tx: CareTransaction,
  change: ChangeSink,
  disk: Disk,
  id: string,
): Promise<boolean> {
  const record = await tx.objectStore('articles').get(id)
  if (record?.taken === undefined) return false
  const { taken, ...rest } = record
  const { deletedAt: _deleted, ...article } = record.article
  await giveBack(tx, change, id, taken)
  const revisions = await tx.objectStore('texts').getAll(textsOf(id))
  const care = await attend(tx, change, disk, rest, { article, revisions })
  await writeArticles(tx, change, [{ id, article, care }])
  return true
}

/**
 * Gives back the room of articles deleted before a moment, ms; how many. What stays is the head, so that other devices
 * learn of the deletion. For idle moments at the start, when nothing can be undone any more.
 */
export async function forgetDeleted(disk: Disk, before: number): Promise<number> {
  const { result } = await write(disk, ['articles', 'texts', 'image'], async (tx, change) => {
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
      () => writeArticles(tx, change, emptied),
      ...emptied.map(
        ({ id }) =>
          () =>
            tx.objectStore('texts').delete(textsOf(id)),
      ),
    ])
    return emptied.length
  })
  return result
}
