import { type Import, importArticle } from '../domain/article/writeArticle.ts'
import { mapAnchor } from '../domain/article/sharedAnchor.ts'
import { rootsOf } from '../domain/article/sharedRevision.ts'
import type { ArticleTexts } from '../domain/article/showArticle.ts'
import type { Anchor, Note, Sides, TextRange } from '../domain/model.ts'
import { sentenceIdOf } from '../domain/notes/noteRow.ts'
import { placesOf } from '../domain/notes/places.ts'
import { deleteRow } from '../domain/records/writing.ts'
import type { Entry } from '../domain/srs/entries.ts'
import { sameArticle } from './articles.ts'
import { write, type Written } from './change.ts'
import { withClock } from './clock.ts'
import type { Disk } from './database.ts'
import { all } from './requests.ts'
import { readHeads } from './derived/make/libraryHeads.ts'
import { dropDraft } from './drafts.ts'
import { noteShown } from './noteShown.ts'
import { separateNotes, uniteNotes, type NotesReceipt } from './notes.ts'
import { uniteEntries } from './reviewLog.ts'
import { putArticleRows, readRows } from './rows.ts'
import { showWithin } from './shownArticle.ts'
import type { Reading } from './schema.ts'

const STORES = [
  'articles',
  'revisions',
  'notes',
  'image',
  'settings',
  'drafts',
  'log',
  'segments',
] as const

/** What an import did. */
export interface ImportReceipt {
  /** The article's id here: that of the one which was here already, if any. */
  readonly article: string
  readonly notes: NotesReceipt
  /** False when the article was here already. */
  readonly added: boolean
}

/** The import as one of another article that has the same content: a text pasted beside its deck, or the other way round. */
function asOneOf(id: string, { deckRevision, ...it }: Import): Import {
  if (id !== it.id) return { ...it, id }
  return deckRevision === undefined ? it : { ...it, deckRevision }
}

/** A note with its anchors on the first revisions of another article that has the same texts. */
function noteOn(note: Note, article: string, texts: Sides<string>): Note {
  const roots = rootsOf(article, texts)
  const moved = (anchor: Anchor): Anchor => ({
    ...anchor,
    article,
    revision: roots[anchor.side].id,
  })
  if (note.kind === 'sentence') return { ...note, anchor: moved(note.anchor) }
  const contexts = note.contexts.map((context) => ({
    ...context,
    article,
    zh: context.zh && moved(context.zh),
    en: context.en && moved(context.en),
  }))
  return { ...note, contexts }
}

/** A sentence's place, to recognise it however it was first picked. */
const placeName = (note: Note, { start, end }: TextRange): string =>
  `${note.learning} ${start} ${end}`

/** Notes of sentences by the places where they stand now. */
async function sentencesOf(
  tx: Reading<'notes'>,
  there: ArticleTexts,
): Promise<ReadonlyMap<string, Note>> {
  const known = await tx.objectStore('notes').index('article').getAll(there.article.id)
  const sentences = new Map<string, Note>()
  for (const record of known) {
    const note = noteShown(record)
    if (note?.kind !== 'sentence') continue
    for (const place of placesOf(note, there)) {
      const range = place[note.learning]
      if (range !== null) sentences.set(placeName(note, range), note)
    }
  }
  return sentences
}

/**
 * Notes picked from a text, as notes of the article that it is: a sentence that is a note there already is that note, under
 * whatever revision it was picked.
 */
async function notesThere(
  tx: Reading<'notes'>,
  there: ArticleTexts,
  picked: readonly Note[],
): Promise<readonly Note[]> {
  const sentences = await sentencesOf(tx, there)
  return picked.map((note) => {
    if (note.kind !== 'sentence') return note
    const { anchor } = note
    const range = mapAnchor(anchor, there.tree, there.article.revision[anchor.side])
    const same = range === null ? undefined : sentences.get(placeName(note, range))
    return same ?? { ...note, id: sentenceIdOf(anchor, there.tree) }
  })
}

/**
 * Writes an article with its texts and the notes that were picked, and forgets the draft: all of it, or nothing.
 *
 * Of an article that is here already, by its id or its content, only what is new is written: another layout, a newer
 * revision of a deck. So a double tap, or a kill between commit and answer, imports once. One that was deleted comes back.
 * Undone, it is deleted; reviews given in between stay in the log.
 *
 * @param picked notes on the first revisions of `it`
 * @param history of their cards, as another program had it; it stays when the import is undone
 * @throws AppError `diskFull` when there is no room
 */
export async function commitImport(
  disk: Disk,
  it: Import,
  picked: readonly Note[],
  draft?: string,
  history: readonly Entry[] = [],
): Promise<Written<ImportReceipt>> {
  return await write(disk, STORES, (tx, change) =>
    withClock(tx, disk, async (clock): Promise<ImportReceipt> => {
      if (draft !== undefined) await dropDraft(tx, draft)
      const head = sameArticle(await readHeads(tx), it)
      const isHere = head !== null && head.isWhole && head.deletedAt === undefined
      const id = isHere ? head.id : it.id
      const [row = null] = await readRows(tx, 'articles', [id])
      const { row: made, ...imported } = importArticle(row, asOneOf(id, it), clock.now)
      const isNew =
        !isHere || Object.keys(made.facts).some((name) => !Object.hasOwn(row?.facts ?? {}, name))
      if (isNew) {
        clock.keep(imported)
        const store = tx.objectStore('revisions')
        await all(imported.revisions.map((revision) => () => store.put(revision)))
        await putArticleRows(tx, change, [made])
      } else change.articles(id)
      const there = await showWithin(tx, id)
      const own = id === it.id ? picked : picked.map((note) => noteOn(note, id, it.texts))
      const wanted = there === null ? own : await notesThere(tx, there, own)
      const notes = await uniteNotes(tx, change, clock, wanted)
      if (history.length > 0) await uniteEntries(tx, change, disk, history)
      const receipt = { article: id, notes, added: !isHere }
      change.undo(() => undoImport(disk, receipt))
      return receipt
    }),
  )
}

async function undoImport(disk: Disk, receipt: ImportReceipt): Promise<Written<void>> {
  const stores = ['articles', 'notes', 'image', 'settings'] as const
  return await write(disk, stores, (tx, change) =>
    withClock(tx, disk, async (clock) => {
      await separateNotes(tx, change, clock, receipt.notes)
      const [row] = await readRows(tx, 'articles', [receipt.article])
      if (!receipt.added || !row) return
      await putArticleRows(tx, change, [clock.keep(deleteRow(row, clock.now)).row])
    }),
  )
}
