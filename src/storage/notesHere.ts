import { articlesOf } from '../domain/notes/contexts.ts'
import type { NoteHere } from '../domain/notes/noteHere.ts'
import { placesOf } from '../domain/notes/places.ts'
import type { Note } from '../domain/model.ts'
import { readArticle, type StoredArticle } from './articles.ts'
import { transact, type Disk } from './database.ts'
import { noteShown } from './noteShown.ts'
import { notesOfArticle, readShown } from './notes.ts'
import { takeTurns, type Watching } from './takeTurns.ts'

async function allNotes(disk: Disk): Promise<readonly Note[]> {
  const isShown = await readShown(disk)
  const records = await transact(disk, ['notes'], 'readonly', (tx) =>
    tx.objectStore('notes').getAll(),
  )
  return records
    .flatMap((record) => noteShown(record, isShown) ?? [])
    .filter(({ deletedAt }) => deletedAt === undefined)
}

/**
 * What the learner learns, oldest first, each where it stands now; a note that stands nowhere any more has its quote.
 *
 * @param article its id: the notes with a place there; null: all there are
 */
export async function notesHere(
  disk: Disk,
  article: string | null,
  watching: Watching = {},
): Promise<readonly NoteHere[]> {
  const notes = article === null ? await allNotes(disk) : await notesOfArticle(disk, article)
  const turn = takeTurns(watching)
  const articles = new Map<string, StoredArticle | null>()
  const shown = async (id: string): Promise<StoredArticle | null> => {
    const known = articles.get(id)
    if (known !== undefined) return known
    const found = await readArticle(disk, id)
    const alive = found?.article.deletedAt === undefined ? found : null
    articles.set(id, alive)
    return alive
  }
  const here: NoteHere[] = []
  for (const [at, note] of notes.toSorted((a, b) => a.createdAt - b.createdAt).entries()) {
    await turn(at / notes.length)
    const among = articlesOf(note)
    const ordered = article === null ? among : [article, ...among.filter((id) => id !== article)]
    let place: NoteHere['place'] = null
    for (const id of ordered) {
      const source = await shown(id)
      place = source === null ? null : (placesOf(note, source)[0] ?? null)
      if (place !== null) break
    }
    here.push({ note, place })
  }
  return here
}
