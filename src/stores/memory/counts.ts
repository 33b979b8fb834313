import { computed, type Ref } from 'vue'
import type { IndexedCard } from '../../storage/derived/cardIndex.ts'

/**
 * Notes and matured sentences of every article, for the lists of articles, and how well words are held. A part of the memory store.
 *
 * @param isStable whether a card has matured, which is followed; null while nobody knows
 */
export function trackCounts(
  cards: Readonly<Ref<readonly IndexedCard[]>>,
  isStable: (card: Pick<IndexedCard, 'id'>) => boolean | null,
) {
  const byArticle = computed(() => {
    const counts = new Map<string, { notes: Set<string>; faded: number }>()
    for (const card of cards.value) {
      for (const article of card.articles) {
        const count = counts.get(article) ?? { notes: new Set(), faded: 0 }
        counts.set(article, count)
        count.notes.add(card.note)
        if (card.noteKind === 'sentence' && isStable(card) === true) count.faded += 1
      }
    }
    return counts
  })
  const cardsOf = (article: string): number => byArticle.value.get(article)?.notes.size ?? 0
  const fadedOf = (article: string): number => byArticle.value.get(article)?.faded ?? 0

  const readingCards = computed(() => {
    const ids = new Map<string, string>()
    for (const { id, kind, noteKind, headword } of cards.value) {
      if (noteKind === 'term' && kind === 'read') ids.set(headword, id)
    }
    return ids
  })

  /** Whether the reading card of a word is stable; null when it has none. */
  function isStableWord(word: string): boolean | null {
    const id = readingCards.value.get(word)
    return id === undefined ? null : isStable({ id })
  }
  return { cardsOf, fadedOf, isStableWord }
}
