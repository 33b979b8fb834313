import type { Level, Note, Side } from '../../domain/model.ts'
import { wordingOf } from '../../domain/notes/wording.ts'
import type { FocusWords } from '../../domain/words/needed.ts'
import type { OwnCuts } from '../../domain/words/ownCuts.ts'
import type { WordsNeeded } from '../records.ts'
import { articlePart, markOfCuts } from './articlePart.ts'

const KEY = 'foci/'
const VERSION = 4

function isWordsNeeded(value: object): value is WordsNeeded {
  const its: Partial<WordsNeeded> = value
  return (
    typeof its.cuts === 'string' &&
    Array.isArray(its.words) &&
    its.words.every((word) => typeof word?.key === 'string' && typeof word.level === 'object') &&
    Array.isArray(its.foci) &&
    its.foci.every((focus) => typeof focus?.note === 'string' && Array.isArray(focus.words))
  )
}

export const {
  on,
  read: readWordsNeeded,
  keep: keepWordsNeeded,
} = articlePart<WordsNeeded>(KEY, VERSION, isWordsNeeded)

/**
 * The words of what the cards of an article ask to understand, for the order of new cards: one record an article and
 * language.
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
    cuts: OwnCuts,
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
    return { article, learning, cuts: markOfCuts(cuts), words, foci }
  },
  on,
} as const
