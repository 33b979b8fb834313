import { defineStore } from 'pinia'
import type { Level, Side } from '../domain/model.ts'
import { readableSentence } from '../domain/words/readableSentence.ts'
import { readArticle } from '../storage/articles.ts'
import { useDisk } from './disk.ts'
import { useLanguage } from './language.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'
import { unlessNoDictionary } from './unlessNoDictionary.ts'
import { useWordCuts } from './wordCuts.ts'

/** A sentence of an article, as it stands there. */
export interface NowReadable {
  readonly text: string
  readonly side: Side
}

/** A sentence that needs no translation any more: what a session has come to. */
export const useNowReadable = defineStore('nowReadable', () => {
  const disk = useDisk()
  const language = useLanguage()
  const memory = useMemory()
  const settings = useSettings()
  const cuts = useWordCuts()

  /** Null when there is none, the article is gone, or no dictionary is here. The memory must be loaded. */
  const sentenceOf = (article: string): Promise<NowReadable | null> =>
    unlessNoDictionary(find(article))
  async function find(article: string): Promise<NowReadable | null> {
    const { learning: side } = settings.learner
    const source = await readArticle(await disk.open(), article)
    if (source === null) return null
    const text = source.texts[side]
    const { thread } = await language.open()
    const [words = []] = await thread.words([text], side, await cuts.load())
    const counted = words.filter(({ kind }) => kind === 'word')
    const knowledge = (key: string, level: Level) => memory.knowledgeOf(key, level, side)
    const found = readableSentence(source.article.segments[side], counted, knowledge)
    return found && { text: text.slice(found.start, found.end).trim(), side }
  }
  return { sentenceOf }
})
