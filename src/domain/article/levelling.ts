import type { Dictionary } from '../dictionary/dictionary.ts'
import type { KnownLevel } from '../dictionary/levels.ts'
import type { Deck, Side, Sides } from '../model.ts'
import { wordsLearnt } from '../words/coverage.ts'
import { isWithin, levelledWords } from '../words/levelledWords.ts'
import { countHanzi } from '../text/hanzi.ts'
import { tokenizeEn } from '../text/tokenizeEn.ts'
import { deckToDraft } from './deck.ts'

/** Of the running words, no more than this share may be above the level of a text. */
export const MOST_ABOVE = 0.05

/** How one side of a text keeps to its level. */
export interface Levelling {
  /** Running words, names and numbers left out, and words the text teaches. */
  readonly counted: number
  /** Words above the level, the most frequent first. */
  readonly above: readonly { readonly word: string; readonly count: number }[]
  /** Share of `counted` above the level, 0 … 1. */
  readonly share: number
  /** Length of a sentence, in hanzi or in words. */
  readonly meanLength: number
  readonly longest: number
}

/** How each side of a deck keeps to a level. The words of its terms are taught by it, and are counted apart. */
export function levelling(deck: Deck, level: KnownLevel, dictionary: Dictionary): Sides<Levelling> {
  const draft = deckToDraft(deck)
  const of = (side: Side): Levelling => {
    const text = draft.texts[side]
    const words = levelledWords(text, side, dictionary)
    const taught = wordsLearnt(words, draft.terms, side)
    const names = deck.terms.filter(({ kind }) => kind === 'name').map((term) => term[side])
    const isPartOfName = ({ form }: { form: string }) =>
      names.some((name) =>
        side === 'zh' ? name.includes(form) : name.split(/[ -]/).includes(form),
      )
    const counted = words.filter((word) => !taught.has(word.key) && !isPartOfName(word))
    const tally = new Map<string, number>()
    for (const word of counted) {
      if (!isWithin(word, side, level)) tally.set(word.key, (tally.get(word.key) ?? 0) + 1)
    }
    const above = Array.from(tally, ([word, count]) => ({ word, count })).sort(
      (a, b) => b.count - a.count,
    )
    const lengths = draft.segments[side].map(({ start, end }) =>
      lengthOf(text.slice(start, end), side),
    )
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
    return {
      counted: counted.length,
      above,
      share: counted.length === 0 ? 0 : sum(above.map(({ count }) => count)) / counted.length,
      meanLength: sum(lengths) / Math.max(1, lengths.length),
      longest: Math.max(0, ...lengths),
    }
  }
  return { zh: of('zh'), en: of('en') }
}

const lengthOf = (sentence: string, side: Side): number =>
  side === 'zh' ? countHanzi(sentence) : tokenizeEn(sentence).length
