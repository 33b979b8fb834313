import { computed, shallowRef, type ShallowRef } from 'vue'
import { kindNamed } from '../../domain/cards/kinds/table.ts'
import type { Question } from '../../domain/cards/question.ts'
import { translationOf } from '../../domain/cards/translationOf.ts'
import type { ShownCard } from './cardSources.ts'
import { useLanguage } from '../language.ts'
import { useWordCuts } from '../wordCuts.ts'

/** A passage and how it is said: numbered syllables separated by spaces, or IPA. */
export interface Hint {
  readonly text: string
  readonly reading: string
}

/** How the question of the current card is said, when the learner wants to see that before the answer. A part of the review store. */
export function trackHint(current: Readonly<ShallowRef<ShownCard | null>>) {
  const language = useLanguage()
  const cuts = useWordCuts()
  const shown = shallowRef<Hint | null>(null)

  const possible = computed(() => {
    const question = current.value?.question
    if (!question || !kindNamed(question.card.kind)?.hint) return false
    return question.term === null ? question.asks === 'zh' : question.reading !== ''
  })

  function hide(): void {
    shown.value = null
  }

  async function toggle(): Promise<void> {
    const card = current.value
    if (shown.value !== null || card === null || !possible.value) return hide()
    const { term, asks, reading } = card.question
    const found = term === null ? await readPassage(card.question) : { text: term[asks], reading }
    if (current.value === card) shown.value = found
  }

  /** The bright part of a Chinese passage, read by the language thread. */
  async function readPassage(asked: Question): Promise<Hint | null> {
    const [passage] = asked.question
    if (passage === undefined) return null
    const { focus } = passage
    const text = focus === null ? passage.text : passage.text.slice(focus.start, focus.end)
    const { thread } = await language.open()
    const [words = []] = await thread.words([text], 'zh', await cuts.load(), [
      translationOf(asked, text, 'zh'),
    ])
    const syllables = words.flatMap((word) => word.syllables)
    return { text, reading: syllables.filter((syllable) => syllable !== null).join(' ') }
  }
  return { shown, possible, hide, toggle }
}
