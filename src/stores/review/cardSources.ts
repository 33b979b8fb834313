import type { ArticleTexts } from '../../domain/article/showArticle.ts'
import type { Note } from '../../domain/model.ts'
import { articlesOf } from '../../domain/notes/contexts.ts'
import { parseCardId } from '../../domain/cards/cards.ts'
import { askedAs } from '../../domain/cards/askedAs.ts'
import type { Question } from '../../domain/cards/question.ts'
import { questionOf } from '../../domain/cards/questionOf.ts'
import type { Standing } from '../../domain/cards/standing.ts'
import { placesOf, type Place } from '../../domain/notes/places.ts'
import { readArticle } from '../../storage/articles.ts'
import type { Disk } from '../../storage/database.ts'
import { readNote, readShown, type IsShown } from '../../storage/notes.ts'

/** A card as it is shown. */
export interface ShownCard {
  readonly note: Note
  readonly question: Question
  /** Where it is from; null when only a quote is left. */
  readonly place: Place | null
}

/** Articles kept in memory during a session: those of the last cards. */
const MOST_ARTICLES = 8

/**
 * What cards are drawn from, read ahead: while the learner thinks about one card, the note and the article of the next are
 * fetched. A part of the review store.
 *
 * @param stands where a card stands now. `reps`, how often it was answered: the note's contexts take turns. The form in
 *   which it is asked follows from the rest
 */
export function cardSources(
  open: () => Promise<Disk>,
  stands: (card: string) => Standing & { readonly reps: number },
) {
  const articles = new Map<string, Promise<ArticleTexts | null>>()
  const notes = new Map<string, Promise<Note | null>>()
  let shown: Promise<IsShown> | null = null

  function articleOf(disk: Disk, id: string): Promise<ArticleTexts | null> {
    const found = articles.get(id) ?? readArticle(disk, id)
    articles.delete(id)
    articles.set(id, found)
    const [oldest] = articles.keys()
    if (articles.size > MOST_ARTICLES && oldest !== undefined) articles.delete(oldest)
    return found
  }

  function noteOf(disk: Disk, id: string): Promise<Note | null> {
    const found = notes.get(id) ?? readWith(disk, id, (shown ??= readShown(disk)))
    notes.set(id, found)
    return found
  }
  const readWith = async (disk: Disk, id: string, known: Promise<IsShown>) =>
    await readNote(disk, id, await known)

  /** The card; null when there is none any more. */
  async function read(cardId: string): Promise<ShownCard | null> {
    const card = parseCardId(cardId)
    const standing = stands(cardId)
    if (card === null) return null
    const disk = await open()
    const note = await noteOf(disk, card.note)
    if (note === null || note.deletedAt !== undefined) return null
    const place = await placeOf(disk, note, standing.reps)
    const plain = questionOf(card, note, place)
    return plain && { note, question: askedAs(plain, note, place, standing), place }
  }

  async function placeOf(disk: Disk, note: Note, reps: number) {
    const ids = articlesOf(note)
    for (let i = 0; i < ids.length; i++) {
      const source = await articleOf(disk, ids[(reps + i) % ids.length] ?? '')
      if (source === null || source.article.deletedAt !== undefined) continue
      const place = placesOf(note, source)[0]
      if (place !== undefined) return place
    }
    return null
  }

  /** Fetches what these cards will need, but for the one that is up. */
  function prepare(cards: readonly { readonly id: string }[], up: string | undefined): void {
    for (const { id } of cards) if (id !== up) void read(id).catch(() => forget())
  }

  /** Notes or articles have changed: what was read is read again. */
  function forget(): void {
    articles.clear()
    notes.clear()
    shown = null
  }
  return { read, prepare, forget }
}
