import { defineStore } from 'pinia'
import type { Level } from '../domain/model.ts'
import { readable, type Readable } from '../domain/words/coverage.ts'
import { useArticleWords } from './articleWords.ts'
import { useMemory, type Known } from './memory.ts'
import { useSettings } from './settings.ts'

/** How much of an article can be read. Its words are found once; after that no dictionary is needed to know. */
export const useCoverage = defineStore('coverage', () => {
  const memory = useMemory()
  const settings = useSettings()
  const articleWords = useArticleWords()

  /** As things stand now; null when the article is gone or has no words. The memory must be loaded. */
  async function of(article: string): Promise<Readable | null> {
    const { learning } = settings.learner
    const found = await articleWords.of(article, learning)
    const knowledge = (key: string, level: Level) => memory.knowledgeOf(key, level, learning)
    return found && readable(found.words, knowledge)
  }

  /** Of all articles whose words were found, by their ids. */
  async function ofKnown(): Promise<ReadonlyMap<string, Readable>> {
    const { learning } = settings.learner
    // Most words stand in many articles.
    const asked = new Map<string, Known>()
    const knowledge = (key: string, level: Level): Known => {
      const before = asked.get(key)
      if (before !== undefined) return before
      const known = memory.knowledgeOf(key, level, learning)
      asked.set(key, known)
      return known
    }
    const found = new Map<string, Readable>()
    for (const [article, { words }] of await articleWords.known(learning)) {
      const share = readable(words, knowledge)
      if (share !== null) found.set(article, share)
    }
    return found
  }
  return { of, ofKnown }
})
