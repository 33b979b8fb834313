import { defineStore } from 'pinia'
import type { Level, Side } from '../domain/model.ts'
import { readable, type Readable } from '../domain/words/coverage.ts'
import { readArticle } from '../storage/articles.ts'
import {
  articleWordsRecord,
  keepArticleWords,
  markOfCuts,
  readArticleWords,
} from '../storage/derived/articleWords.ts'
import type { ArticleWords } from '../storage/records.ts'
import { useDisk } from './disk.ts'
import { useLanguage } from './language.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'
import { useWordCuts } from './wordCuts.ts'

/** How much of an article can be read. Its words are found once; after that no dictionary is needed to know. */
export const useCoverage = defineStore('coverage', () => {
  const disk = useDisk()
  const language = useLanguage()
  const memory = useMemory()
  const settings = useSettings()
  const wordCuts = useWordCuts()

  /** As things stand now; null when the article is gone or has no words. The memory must be loaded. */
  async function of(article: string): Promise<Readable | null> {
    const { learning } = settings.learner
    const found = await wordsOf(article, learning)
    const knowledge = (key: string, level: Level) => memory.knowledgeOf(key, level, learning)
    return found && readable(found.words, knowledge)
  }

  async function wordsOf(article: string, learning: Side): Promise<ArticleWords | null> {
    const device = await disk.open()
    const cuts = await wordCuts.load()
    const there = await readArticleWords(device, { article, learning })
    if (there?.cuts === markOfCuts(cuts)) return there
    const source = await readArticle(device, article)
    if (source === null) return null
    const { thread } = await language.open()
    const [words = []] = await thread.words([source.texts[learning]], learning, cuts)
    const made = await articleWordsRecord.make(article, learning, words, cuts)
    // The small dictionary of the first minutes cuts otherwise than the one that stays.
    if (language.tier !== 'core') await keepArticleWords(device, made, source)
    return made
  }
  return { of }
})
