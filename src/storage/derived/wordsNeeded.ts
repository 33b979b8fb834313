import { keepQuietly } from '../refusals.ts'
import { type Level, type Note, type Side, SIDES } from '../../domain/model.ts'
import { wordingOf } from '../../domain/notes/wording.ts'
import type { FocusWords } from '../../domain/words/needed.ts'
import { all, transact, type Disk } from '../database.ts'
import type { WordsNeeded } from '../records.ts'
import type { Transaction } from '../schema.ts'
import { showWithin, type StoredArticle } from '../shownArticle.ts'
import type { Change } from '../tabs.ts'
import { keysFrom, opened, sealed } from './derived.ts'

const KEY = 'foci/'
const VERSION = 2

const keyOf = (article: string, learning: Side): string => `${KEY}${learning}/${article}`

async function on({ articles, everything }: Change, tx: Transaction<'image'>): Promise<void> {
  const image = tx.objectStore('image')
  if (everything) return await image.delete(keysFrom(KEY))
  const keys = [...articles].flatMap((id) => SIDES.map((side) => keyOf(id, side)))
  await all(keys.map((key) => () => image.delete(key)))
}

/**
 * The words of what the cards of an article ask to understand, for the order of new cards: one record an article and
 * language. They fall when the article is edited or deleted.
 *
 * `make` is given what the language thread found for each note.
 */
export const wordsNeededRecord = {
  key: KEY,
  version: VERSION,
  sources: ['articles'],
  async make(
    article: string,
    learning: Side,
    notes: readonly Note[],
    found: readonly FocusWords[],
  ): Promise<WordsNeeded> {
    const places = new Map<string, number>()
    const words: { key: string; level: Level }[] = []
    const placeOf = (word: { key: string; level: Level }): number => {
      const place = places.get(word.key) ?? words.push(word) - 1
      places.set(word.key, place)
      return place
    }
    const foci = notes.map((note, i) => ({
      note: note.id,
      reading: note.kind === 'term' ? wordingOf(note).reading : '',
      rarity: found[i]?.rarity ?? 0,
      words: (found[i]?.words ?? []).map(placeOf),
    }))
    return { article, learning, words, foci }
  },
  on,
} as const

function isWordsNeeded(value: unknown, article: string, learning: Side): value is WordsNeeded {
  if (typeof value !== 'object' || value === null) return false
  const its: Partial<WordsNeeded> = value
  return (
    its.article === article &&
    its.learning === learning &&
    Array.isArray(its.words) &&
    its.words.every((word) => typeof word?.key === 'string' && typeof word.level === 'object') &&
    Array.isArray(its.foci) &&
    its.foci.every((focus) => typeof focus?.note === 'string' && Array.isArray(focus.words))
  )
}

/** What is there of an article; null when it is missing or not sound. */
export async function readWordsNeeded(
  disk: Disk,
  article: string,
  learning: Side,
): Promise<WordsNeeded | null> {
  const part = await transact(disk, ['image'], 'readonly', (tx) =>
    tx.objectStore('image').get(keyOf(article, learning)),
  )
  const value = opened(part, VERSION)
  return isWordsNeeded(value, article, learning) ? value : null
}

/** Keeps them, unless the article is another by now than the one they were found in. */
export async function keepWordsNeeded(
  disk: Disk,
  record: WordsNeeded,
  from: StoredArticle,
): Promise<void> {
  await keepQuietly(() =>
    transact(disk, ['articles', 'revisions', 'image'], 'readwrite', async (tx) => {
      const now = await showWithin(tx, record.article)
      if (now?.version.id !== from.version.id || now.article.deletedAt !== undefined) return
      await tx
        .objectStore('image')
        .put(sealed(VERSION, record), keyOf(record.article, record.learning))
    }),
  )
}
