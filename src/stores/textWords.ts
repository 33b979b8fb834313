import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { Side } from '../domain/model.ts'
import type { Word } from '../domain/words/words.ts'
import { useLanguage } from './language.ts'
import { useProblems } from './problems.ts'
import { useWordCuts } from './wordCuts.ts'

/** Texts whose words are kept; beyond these the cache starts anew. */
const MOST_TEXTS = 500

const NONE: readonly Word[] = []

/** The words of texts that are shown one at a time, such as those of cards: asked for when somebody first wants them. */
export const useTextWords = defineStore('textWords', () => {
  const language = useLanguage()
  const problems = useProblems()
  const cuts = useWordCuts()

  const found = shallowReactive(new Map<string, readonly Word[]>())
  const asked = new Set<string>()

  /**
   * Empty until the language thread has answered.
   *
   * @param translation decides between readings of Chinese; '' where there is none
   */
  function wordsOf(text: string, side: Side, translation = ''): readonly Word[] {
    const key = `${side} ${text}\n${translation}`
    const words = found.get(key)
    if (words === undefined && text !== '' && !asked.has(key)) {
      asked.add(key)
      queueMicrotask(
        () => void problems.attempt('article.tap', () => ask(key, text, side, translation)),
      )
    }
    return words ?? NONE
  }

  async function ask(key: string, text: string, side: Side, translation: string): Promise<void> {
    if (found.size > MOST_TEXTS) forget()
    try {
      const { thread } = await language.open()
      const [words = NONE] = await thread.words([text], side, await cuts.load(), [translation])
      found.set(key, words)
    } catch (error) {
      asked.delete(key)
      throw error
    }
  }

  cuts.onChange(async () => forget())
  function forget(): void {
    asked.clear()
    found.clear()
  }
  return { wordsOf, forget }
})
