import { computed, shallowRef } from 'vue'
import type { Rating, Side, Sides } from '../../domain/model.ts'
import type { ShownCard } from './cardSources.ts'

/** A word that was met for the first time in a session. */
export interface MetWord {
  readonly note: string
  readonly learning: Side
  readonly term: Sides<string>
  readonly reading: string
  readonly isOwnReading: boolean
  readonly isName: boolean
}

interface Given {
  readonly right: boolean
  /** Null where it was not the word's first answer. */
  readonly met: MetWord | null
}

/** What an answer to a new card makes known: its word, where it asks for one. */
function metWith({ question, note }: ShownCard): MetWord | null {
  const { term, learning, reading, isOwnReading, isName } = question
  return term && { note: note.id, learning, term, reading, isOwnReading, isName }
}

/** What a session has come to so far, for its end. A part of the review store. */
export function trackSession() {
  const given = shallowRef<readonly Given[]>([])

  /** Counts an answer, until what comes back is called. */
  function add(card: ShownCard, rating: Rating, isNew: boolean): () => void {
    const answer: Given = { right: rating !== 'again', met: isNew ? metWith(card) : null }
    given.value = [...given.value, answer]
    return () => {
      given.value = given.value.filter((one) => one !== answer)
    }
  }
  function forget(): void {
    given.value = []
  }

  const outcome = computed(() => {
    const words = new Map(given.value.flatMap(({ met }) => (met ? [[met.note, met]] : [])))
    return {
      answered: given.value.length,
      right: given.value.filter(({ right }) => right).length,
      /** In the order in which they were met. */
      words: [...words.values()],
    }
  })
  return { add, forget, outcome }
}
