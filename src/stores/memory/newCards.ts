import type { Side } from '../../domain/model.ts'
import type { IndexedCard } from '../../storage/derived/cardIndex.ts'

/** The notes with a new card in a language, by article, and their headwords: what the order of new cards is made of. */
export function newCards(
  cards: readonly IndexedCard[],
  learning: Side,
  isMet: (card: string) => boolean,
) {
  const byArticle = new Map<string, Set<string>>()
  const headwords = new Map<string, string>()
  for (const card of cards) {
    if (card.article === '' || card.learning !== learning || isMet(card.id)) continue
    const notes = byArticle.get(card.article)
    if (notes === undefined) byArticle.set(card.article, new Set([card.note]))
    else notes.add(card.note)
    headwords.set(card.note, card.headword)
  }
  return { byArticle, headwords }
}
