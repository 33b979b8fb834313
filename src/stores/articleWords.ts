import { defineStore } from 'pinia'
import type { Side } from '../domain/model.ts'
import { readArticle } from '../storage/articles.ts'
import {
  articleWordsRecord,
  keepArticleWords,
  readAllArticleWords,
  readArticleWords,
} from '../storage/derived/articleWords.ts'
import { markOfCuts } from '../storage/derived/articlePart.ts'
import type { Disk } from '../storage/database.ts'
import type { ArticleWords } from '../storage/records.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'
import { useLanguage } from './language.ts'
import { useWordCuts } from './wordCuts.ts'

/** The words of articles: found once by the language thread, kept on the disk, and here once they were asked for. */
export const useArticleWords = defineStore('articleWords', () => {
  const disk = useDisk()
  const language = useLanguage()
  const wordCuts = useWordCuts()

  const here: Record<Side, Map<string, ArticleWords>> = { zh: new Map(), en: new Map() }
  /** Of each language whose words on the disk are read, or being read. */
  const reading = new Map<Side, Promise<void>>()
  useChanges().onChange(async ({ articles, everything }) => {
    if (everything) reading.clear()
    for (const words of Object.values(here)) {
      if (everything) words.clear()
      else for (const id of articles) words.delete(id)
    }
  })

  /** Of one article; null when it is gone. */
  async function of(article: string, learning: Side): Promise<ArticleWords | null> {
    const device = await disk.open()
    const cuts = await wordCuts.load()
    const isOfNow = (words: ArticleWords | null | undefined) => words?.cuts === markOfCuts(cuts)
    const there = here[learning].get(article)
    if (there !== undefined && isOfNow(there)) return there
    const kept = await readArticleWords(device, { article, learning })
    if (kept !== null && isOfNow(kept)) {
      here[learning].set(article, kept)
      return kept
    }
    const source = await readArticle(device, article)
    if (source === null) return null
    const { thread } = await language.open()
    const text = source.texts[learning]
    const [words = []] = await thread.words([text], learning, cuts)
    const made = await articleWordsRecord.make(article, learning, words, cuts, text)
    // The small dictionary of the first minutes cuts otherwise than the one that stays.
    if (language.tier !== 'core') {
      here[learning].set(article, made)
      await keepArticleWords(device, made, source)
    }
    return made
  }

  /** Of all articles whose words are known by now; read from the disk the first time. */
  async function known(learning: Side): Promise<ReadonlyMap<string, ArticleWords>> {
    const [device, cuts] = [await disk.open(), await wordCuts.load()]
    const mark = markOfCuts(cuts)
    const there = here[learning]
    const begun = reading.get(learning) ?? readAll(device, learning)
    reading.set(learning, begun)
    try {
      await begun
    } catch (error) {
      if (reading.get(learning) === begun) reading.delete(learning)
      throw error
    }
    return new Map([...there].filter(([, words]) => words.cuts === mark))
  }

  async function readAll(device: Disk, learning: Side): Promise<void> {
    for (const words of await readAllArticleWords(device, learning))
      here[learning].set(words.article, words)
  }

  /** Finds and keeps the words of an article, for {@link known}. */
  async function find(article: string, learning: Side): Promise<void> {
    const words = await of(article, learning)
    if (words !== null) here[learning].set(article, words)
  }
  return { of, known, find }
})
