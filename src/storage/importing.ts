import { type ArticleTexts, currentTexts, newestOf } from '../domain/article/revisions.ts'
import { moveNote } from '../domain/notes/move.ts'
import { diffTexts } from '../domain/text/diff.ts'
import type { Article, Entry, Note, Revision, Side, Sides, TextRange } from '../domain/model.ts'
import { placesOf } from '../domain/notes/places.ts'
import { updateArticle } from '../domain/article/edit.ts'
import { readArticle, readHeads, removeArticle, textsOf, writeArticles } from './articles.ts'
import { CARE_STORES, relieve } from './care.ts'
import { all, transact, type Disk } from './database.ts'
import { restoreArticle } from './deletion.ts'
import { editArticle, type EditReceipt } from './editing.ts'
import { separateNotes, uniteNotes, type NotesReceipt } from './notes.ts'
import type { Store, Transaction } from './schema.ts'
import { announce } from './tabs.ts'

const STORES: readonly Store[] = [...CARE_STORES, 'drafts']

/** What an import did, so that it can be taken back. */
export interface ImportReceipt {
  /** The article's id here: that of the one which was here already, if any. */
  readonly article: string
  readonly notes: NotesReceipt
  /** False when the article was here already. */
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

/** The article that this one is, by its id or its content; null when it is new here. Within a transaction. */
async function findSame(
  tx: Transaction,
  { id, contentHash }: Article,
): Promise<ArticleTexts | null> {
  const alive = (await readHeads(tx)).filter(({ deletedAt }) => deletedAt === undefined)
  const same =
    alive.find((head) => head.id === id) ?? alive.find((head) => head.contentHash === contentHash)
  const record = same && (await tx.objectStore('articles').get(same.id))
  if (record === undefined) return null
  const revisions = await tx.objectStore('texts').getAll(textsOf(record.id))
  return { article: record.article, revisions }
}

/** A sentence's place, to recognise it however it was first picked. */
const placeName = (learning: Side, { start, end }: TextRange): string =>
  `${learning} ${start} ${end}`

/**
 * Notes picked from another copy of an article that is here, as notes of that article. A sentence that is a note there
 * already is that note, under whatever revision it was picked.
 */
function notesThere(
  there: ArticleTexts,
  copy: readonly Revision[],
  picked: readonly Note[],
  known: readonly Note[],
): readonly Note[] {
  const texts = currentTexts(there.revisions)
  const edits = (side: Side) => diffTexts(newestOf(copy, side)?.text ?? '', texts[side])
  const { id, revision } = there.article
  const target = { article: id, revision, texts, edits: { zh: edits('zh'), en: edits('en') } }
  const sentences = new Map<string, Note>()
  for (const note of known) {
    if (note.kind !== 'sentence') continue
    for (const place of placesOf(note, there)) {
      const range = place[note.learning]
      if (range !== null) sentences.set(placeName(note.learning, range), note)
    }
  }
  return picked.flatMap((note): readonly Note[] => {
    const moved = moveNote(note, target)
    if (moved?.kind !== 'sentence') return moved === null ? [] : [moved]
    const same = sentences.get(placeName(moved.learning, moved.anchor))
    if (same === undefined) return [moved]
    const { deletedAt: _gone, ...alive } = same
    return [alive]
  })
}

/**
 * Writes an article with its texts and the notes that were picked, and forgets the draft: all of it, or nothing.
 *
 * An article that is here already, by its id or its content, is not written again; only the notes go to it. So a double
 * tap, or a kill between commit and answer, imports once. An article that was deleted is written anew.
 *
 * @param revisions revision 0 of both sides, which `article` and `notes` speak of
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
    if (draft !== undefined) await tx.objectStore('drafts').delete(draft)
    const there = await findSame(tx, article)
    const id = there?.article.id ?? article.id
    let wanted = notes
    if (there === null) {
      await tx.objectStore('texts').delete(textsOf(id))
      await all(revisions.map((revision) => () => tx.objectStore('texts').add(revision)))
      await writeArticles(tx, [{ id, article, care: [] }])
    } else {
      const known = await tx.objectStore('notes').index('article').getAll(id)
      wanted = notesThere(
        there,
        revisions,
        notes,
        known.map(({ note }) => note),
      )
    }
    const united = await uniteNotes(tx, wanted)
    const entries = await relieve(
      tx,
      disk,
      united.before.map((note) => note.id),
    )
    return { article: id, notes: united, added: there === null, entries }
  })
  announce(disk, { kind: 'articles', ids: [receipt.article] })
  announce(disk, { kind: 'entries', entries: receipt.entries })
  return receipt
}

/** Takes an import back as if it had not been. Reviews given in between stay in the log. */
export async function undoImport(disk: Disk, receipt: ImportReceipt): Promise<void> {
  await transact(disk, STORES, 'readwrite', async (tx) => {
    await separateNotes(tx, receipt.notes)
    if (receipt.added) await removeArticle(tx, receipt.article)
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
