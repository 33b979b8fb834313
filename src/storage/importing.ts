import { updateArticle } from '../domain/article/edit.ts'
import { type ArticleTexts, currentTexts, newestOf } from '../domain/article/revisions.ts'
import type { Article, Note, Revision, Side, Sides, TextRange } from '../domain/model.ts'
import { moveNote } from '../domain/notes/move.ts'
import { placesOf } from '../domain/notes/places.ts'
import { diffTexts } from '../domain/text/diff.ts'
import { removeArticle, textsOf, writeArticles } from './articles.ts'
import { CARE_STORES, relieve, type CareTransaction } from './care.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { all, type Disk } from './database.ts'
import { restoreWithin } from './deletion.ts'
import { readHeads } from './derived/libraryHeads.ts'
import { dropDraft } from './drafts.ts'
import { editWithin } from './editing.ts'
import { separateNotes, uniteNotes, type NotesReceipt } from './notes.ts'
import type { Reading } from './schema.ts'

const STORES = [...CARE_STORES, 'drafts'] as const

/** What an import did. */
export interface ImportReceipt {
  /** The article's id here: that of the one which was here already, if any. */
  readonly article: string
  readonly notes: NotesReceipt
  /** False when the article was here already. */
  readonly added: boolean
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

/** The article that this one is, by its id or its content; null when it is new here. */
async function findSame(
  tx: Reading<'articles' | 'texts' | 'image'>,
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
 * An article that is here already, by its id or its content, is not written again; only the notes go to it, after a newer
 * revision of a deck has brought it up to date. So a double tap, or a kill between commit and answer, imports once. An
 * article that was deleted is written anew. Undone, it is as if it had not been; reviews given in between stay in the log.
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
): Promise<Written<ImportReceipt>> {
  return await write(disk, STORES, async (tx, change): Promise<ImportReceipt> => {
    if (draft !== undefined) await dropDraft(tx, draft)
    if (article.deckRevision !== undefined)
      await updateWithin(tx, change, disk, article, currentTexts(revisions))
    const there = await findSame(tx, article)
    const id = there?.article.id ?? article.id
    let wanted = notes
    if (there !== null) {
      const known = await tx.objectStore('notes').index('article').getAll(id)
      const theirs = known.map(({ note }) => note)
      wanted = notesThere(there, revisions, notes, theirs)
      change.articles(id)
    }
    const united = await uniteNotes(tx, change, wanted)
    const met = united.before.map((note) => note.id)
    await relieve(tx, change, disk, met)
    if (there === null) {
      await tx.objectStore('texts').delete(textsOf(id))
      await all(revisions.map((revision) => () => tx.objectStore('texts').add(revision)))
      await writeArticles(tx, change, [{ id, article, care: [] }])
    }
    const receipt = { article: id, notes: united, added: there === null }
    change.undo(() => undoImport(disk, receipt))
    return receipt
  })
}

async function undoImport(disk: Disk, receipt: ImportReceipt): Promise<Written<void>> {
  const stores = ['articles', 'texts', 'notes', 'image'] as const
  return await write(disk, stores, async (tx, change) => {
    await separateNotes(tx, change, receipt.notes)
    if (receipt.added) await removeArticle(tx, change, receipt.article)
  })
}

/**
 * Brings an article to what a newer deck file says: texts and anchors, never memory; whether it did. Not when there is no
 * such article, or it is as new already. One that was deleted comes back.
 *
 * @param texts both sides as the deck has them, which `incoming` speaks of
 */
export async function updateDeck(
  disk: Disk,
  incoming: Article,
  texts: Sides<string>,
): Promise<Written<boolean>> {
  return await write(disk, CARE_STORES, (tx, change) =>
    updateWithin(tx, change, disk, incoming, texts),
  )
}

async function updateWithin(
  tx: CareTransaction,
  change: ChangeSink,
  disk: Disk,
  incoming: Article,
  texts: Sides<string>,
): Promise<boolean> {
  await restoreWithin(tx, change, disk, incoming.id)
  const [record, revisions] = await Promise.all([
    tx.objectStore('articles').get(incoming.id),
    tx.objectStore('texts').getAll(textsOf(incoming.id)),
  ])
  if (record === undefined || revisions.length === 0) return false
  if ((record.article.deckRevision ?? 0) >= (incoming.deckRevision ?? 0)) return false
  const edit = updateArticle(record.article, revisions, incoming, texts)
  await editWithin(tx, change, disk, record.article, edit)
  return true
}
