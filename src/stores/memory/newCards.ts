import { cardsOf } from '../../domain/cards/cards.ts'
import type { IndexedNote } from '../../domain/cards/queueNotes.ts'
import type { Side } from '../../domain/model.ts'

/** The notes with a new card in a language, by article, and their headwords: what the order of new cards is made of. */
export function newCards(
  notes: readonly IndexedNote[],
  learning: Side,
  isMet: (card: string) => boolean,
) {
  const byArticle = new Map<string, Set<string>>()
  const headwords = new Map<string, string>()
  for (const note of notes) {
    if (note.article === '' || note.learning !== learning) continue
    if (cardsOf(note).every(({ id }) => isMet(id))) continue
    const others = byArticle.get(note.article)
    if (others === undefined) byArticle.set(note.article, new Set([note.id]))
    else others.add(note.id)
    headwords.set(note.id, note.headword)
  }
  return { byArticle, headwords }
}
