import type { Level, Side } from '../../domain/model.ts'
import type { Disk } from '../database.ts'
import type { ArticleWords, PackedWords } from '../records.ts'
import type { StoredArticle } from '../shownArticle.ts'
import { articlePart } from './articlePart.ts'
import type { FoundWords } from './make/articleWords.ts'

const KEY = 'words/'
const VERSION = 2

function isPackedWords(value: object): value is PackedWords {
  const { cuts, spoken, lengths, keys, counts, levels, levelOf }: Partial<PackedWords> = value
  return (
    [cuts, spoken, keys].every((text) => typeof text === 'string') &&
    Array.isArray(levels) &&
    levels.every((level) => typeof level === 'object') &&
    lengths instanceof Uint8Array &&
    counts instanceof Uint32Array &&
    levelOf instanceof Uint16Array &&
    counts.length === levelOf.length &&
    counts.every((count) => count > 0) &&
    levelOf.every((level) => level < levels.length)
  )
}

const part = articlePart<PackedWords>(KEY, VERSION, isPackedWords)

function packed({ words, ...of }: ArticleWords): PackedWords {
  const levels = new Map<string, number>()
  const placeOf = (level: Level): number => {
    const name = JSON.stringify(level)
    const place = levels.get(name) ?? levels.size
    levels.set(name, place)
    return place
  }
  return {
    ...of,
    keys: words.map(({ key }) => key).join('\n'),
    counts: Uint32Array.from(words, ({ count }) => count),
    levelOf: Uint16Array.from(words, ({ level }) => placeOf(level)),
    levels: [...levels.keys()].map((name): Level => JSON.parse(name)),
  }
}

function unpacked({ keys, counts, levels, levelOf, ...of }: PackedWords): ArticleWords | null {
  const names = counts.length === 0 ? [] : keys.split('\n')
  if (names.length !== counts.length) return null
  const words = names.map((key, i) => ({ key, count: counts[i]!, level: levels[levelOf[i]!]! }))
  return { ...of, words }
}

/** What is there; null when it is missing or not sound. */
export async function readArticleWords(
  disk: Disk,
  of: { readonly article: string; readonly learning: Side },
): Promise<ArticleWords | null> {
  const found = await part.read(disk, of)
  return found && unpacked(found)
}

/** All that are there of a language. */
export async function readAllArticleWords(
  disk: Disk,
  learning: Side,
): Promise<readonly ArticleWords[]> {
  return (await part.readAll(disk, learning)).map(unpacked).filter((one) => one !== null)
}

/** Keeps them, unless the article is another by now than the one they were found in. */
export const keepArticleWords = (
  disk: Disk,
  words: ArticleWords,
  from: StoredArticle,
): Promise<void> => part.keep(disk, packed(words), from)

/**
 * The words of an article, each once with how often it stands there, and how each is said: what of the article can be read,
 * and what in it sounds so, follows from them without its text. One record an article and language.
 *
 * `make` is given what the language thread found in a text.
 */
export const articleWordsRecord = {
  key: KEY,
  version: VERSION,
  sources: ['articles'],
  make: async (...from: FoundWords): Promise<ArticleWords> =>
    (await import('./make/articleWords.ts')).makeArticleWords(...from),
  on: part.on,
} as const
