import type { Side } from '../../domain/model.ts'
import { countWords } from '../../domain/words/coverage.ts'
import type { OwnCuts } from '../../domain/words/ownCuts.ts'
import type { Word } from '../../domain/words/words.ts'
import type { ArticleWords } from '../records.ts'
import { articlePart } from './articlePart.ts'
import { checkOf } from './checkOf.ts'

const KEY = 'words/'
const VERSION = 1

function isArticleWords(value: object): value is ArticleWords {
  const its: Partial<ArticleWords> = value
  return (
    Array.isArray(its.words) &&
    its.words.every(
      (word) => typeof word?.key === 'string' && typeof word.level === 'object' && word.count > 0,
    )
  )
}

const part = articlePart<ArticleWords>(KEY, VERSION, isArticleWords)
export const { read: readArticleWords, keep: keepArticleWords } = part

/** Tells one way of cutting words from another. */
export const markOfCuts = (cuts: OwnCuts): string => String(checkOf(cuts))

/**
 * The words of an article, each once with how often it stands there: what of the article can be read follows from them
 * without its text. One record an article and language.
 *
 * `make` is given what the language thread found.
 */
export const articleWordsRecord = {
  key: KEY,
  version: VERSION,
  sources: ['articles'],
  async make(
    article: string,
    learning: Side,
    words: readonly Word[],
    cuts: OwnCuts,
  ): Promise<ArticleWords> {
    return { article, learning, cuts: markOfCuts(cuts), words: countWords(words) }
  },
  on: part.on,
} as const
