import type { Dictionary } from '../dictionary/dictionary.ts'
import { cefrRank } from '../dictionary/levels.ts'
import type { Level, Side } from '../model.ts'
import type { OwnCuts } from './ownCuts.ts'
import { wordsOf } from './words.ts'

/** What the order of new cards asks of one of them (`newOrder.ts`). */
export interface FocusRequest {
  /** The passage that has to be understood. */
  readonly text: string
  /** The word asked for; empty for a sentence. */
  readonly headword: string
}

export interface FocusWords {
  /** Each word that counts once: no names, numbers or marks. */
  readonly words: readonly { readonly key: string; readonly level: Level }[]
  /** How rare the word asked for is, in a sentence its rarest word: −log₁₀ of its share of running words, 0 … 9. */
  readonly rarity: number
}

const RAREST = 9
/** −log₁₀ of the share of a word of the first level, and what each further level adds: the lists give no frequencies. */
const FIRST_LEVEL = 3
const PER_LEVEL = 0.7

/** The words of a focus, and how rare what it asks for is. */
export function focusWords(
  { text, headword }: FocusRequest,
  side: Side,
  dictionary: Dictionary,
  cuts?: OwnCuts,
): FocusWords {
  const counted = new Map<string, Level>()
  for (const { kind, key, level } of wordsOf(text, side, dictionary, cuts)) {
    if (kind === 'word') counted.set(key, level)
  }
  const words = Array.from(counted, ([key, level]) => ({ key, level }))
  const asked =
    headword === ''
      ? words
      : wordsOf(headword, side, dictionary, cuts).filter(({ kind }) => kind !== 'punctuation')
  const whole = side === 'zh' && headword !== '' ? dictionary.logFrequency(headword) : null
  const rarity =
    whole === null
      ? asked.reduce((most, word) => Math.max(most, rarityOf(word, side, dictionary)), 0)
      : -whole
  return { words, rarity: Math.min(RAREST, Math.max(0, rarity)) }
}

function rarityOf(
  { key, level }: { readonly key: string; readonly level: Level },
  side: Side,
  dictionary: Dictionary,
): number {
  if (side === 'zh') return -(dictionary.logFrequency(key) ?? -RAREST)
  return level.cefr === undefined ? RAREST : FIRST_LEVEL + PER_LEVEL * cefrRank(level.cefr)
}
