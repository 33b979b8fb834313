import { computed, type Ref } from 'vue'
import {
  cardId,
  cardsOf as cardsOfNote,
  directionOf,
  hasKind,
  noteOfCard,
} from '../../domain/cards/cards.ts'
import { read } from '../../domain/cards/kinds/read.ts'
import type { IndexedNote } from '../../domain/cards/queueNotes.ts'
import type { Card } from '../../domain/model.ts'

/**
 * Notes and matured sentences of every article, for the lists of articles, and how well words are held. A part of the memory store.
 *
 * @param isStable whether a card has matured, which is followed; null while nobody knows
 */
export function trackCounts(
  notes: Readonly<Ref<readonly IndexedNote[]>>,
  isStable: (card: Pick<Card, 'id'>) => boolean | null,
) {
  const byArticle = computed(() => {
    const counts = new Map<string, { notes: number; faded: number }>()
    for (const note of notes.value) {
      const faded = note.kind === 'sentence' && cardsOfNote(note).some(isStable)
      for (const article of note.articles) {
        const count = counts.get(article) ?? { notes: 0, faded: 0 }
        counts.set(article, count)
        count.notes += 1
        if (faded) count.faded += 1
      }
    }
    return counts
  })
  const cardsOf = (article: string): number => byArticle.value.get(article)?.notes ?? 0
  const fadedOf = (article: string): number => byArticle.value.get(article)?.faded ?? 0

  /** The notes of words that are read. */
  const readNotes = computed(() => {
    const words = new Map<string, IndexedNote>()
    for (const note of notes.value) {
      if (note.kind === 'term' && hasKind(note, read)) words.set(note.headword, note)
    }
    return words
  })

  /** The id of the reading card of a word; null when it has none. */
  function cardOf(word: string): string | null {
    const note = readNotes.value.get(word)
    return note === undefined ? null : cardId(note.id, read.kind, directionOf(read, note.learning))
  }

  /** Whether that card is stable; null when there is none. */
  function isStableWord(word: string): boolean | null {
    const id = cardOf(word)
    return id === null ? null : isStable({ id })
  }

  const headwords = computed(() => new Map(notes.value.map(({ id, headword }) => [id, headword])))
  /** What a card asks; '' for a sentence. */
  const headwordOf = ({ id }: Pick<Card, 'id'>): string => headwords.value.get(noteOfCard(id)) ?? ''
  return { cardsOf, fadedOf, cardOf, isStableWord, headwordOf }
}
