import { cefrRank, hskOf } from '../dictionary/levels.ts'
import { CEFR, type Level, type Side, type Sides } from '../model.ts'

/** What the ranking of a term looks at. */
export interface KeynessInput {
  /** How sure the translation is, 0 … 1.3. */
  readonly strength: number
  /** Occurrences in the article. */
  readonly count: number
  /** log10 of the share of running words, of each content word of the headword. */
  readonly logFrequencies: readonly number[]
  readonly level: Level
  readonly learning: Side
  /** Whether the dictionary has the headword. */
  readonly listed: boolean
  readonly name: boolean
  /** A free phrase all of whose words stand elsewhere in the article, too. */
  readonly composed: boolean
}

/** log10 frequency of a word everybody meets daily, and of one met once in a long book. */
const COMMON = -3
const RARE = -5.4

/**
 * What makes a term hard to a learner of either language: a base, how rare the Chinese is, and the places on the ladders of both
 * languages. To a learner of Chinese the English level says how special the meaning is: what English learners meet late (avalanche)
 * is what an article is about; what they meet first (man, area) is not. Fitted to gold lists, one list left out at a time.
 */
const WEIGHTS: Sides<{ base: number; rarity: number; hsk: number; cefr: number }> = {
  zh: { base: 0.05, rarity: 0.5, hsk: 0.3, cefr: 0.45 },
  en: { base: 0.3, rarity: 0.5, hsk: 0, cefr: 0.5 },
}

/**
 * How much a term is worth learning from this article; larger is better, comparable within one article only:
 *
 *   keyness = strength · (1 + 0.22·log₂ count) · difficulty
 *
 * difficulty is a weighted sum of the rarity of the Chinese, 0 at 10^−3 and 1 at 10^−5.4 of the running words, and of the shares
 * of the two ladders; about 1.3 for what is rare and in no list. A phrase the dictionary does not have is worth something
 * because of what it combines; a name because the article is about it.
 */
export function keyness(input: KeynessInput): number {
  const { strength, count, name, listed, level, learning } = input
  const repetition = 1 + 0.22 * Math.log2(Math.max(1, count))
  const parts = input.logFrequencies.length
  const phrase = parts > 1 && !name ? (listed || count > 1 ? PHRASE + 0.15 : PHRASE) : 0
  const weights = WEIGHTS[learning]
  const difficulty = name
    ? NAME * (listed && isCommon(input.logFrequencies) ? 0.65 : 1)
    : weights.base +
      weights.rarity * rarityOf(input) +
      weights.hsk * ladder({ level, learning: 'zh' }) +
      weights.cefr * ladder({ level, learning: 'en' }) +
      phrase
  return strength * repetition * difficulty * (input.composed ? 0.8 : 1)
}

/** What a phrase adds that only the article puts together. */
const PHRASE = 0.1
/** Difficulty of a name: the article is about it. */
const NAME = 1.25

/** Names everybody meets: 中国, 英国. */
function isCommon(logFrequencies: readonly number[]): boolean {
  return logFrequencies.every((value) => value > -4.1)
}

/** How much further up the ladder than the lists say a rare counterpart may move an English word. */
const BEYOND_LADDER = 0.2

/**
 * Of an English term the frequencies are those of its Chinese counterpart: there is no list of its own. A word of the first
 * years (`met`) is not rare because the article has a solemn word for it (会晤).
 */
function rarityOf(input: KeynessInput): number {
  const rare = rarity(input.logFrequencies)
  return input.learning === 'en' ? Math.min(rare, ladder(input) + BEYOND_LADDER) : rare
}

/** 0 common … 1 rare, the mean over the words. */
export function rarity(logFrequencies: readonly number[]): number {
  if (logFrequencies.length === 0) return 1
  let sum = 0
  for (const value of logFrequencies)
    sum += Math.min(1, Math.max(0, (COMMON - value) / (COMMON - RARE)))
  return sum / logFrequencies.length
}

/** The level's place on its ladder, 0 first steps … 1 last; above it what no list has. */
export function ladder({ level, learning }: Pick<KeynessInput, 'level' | 'learning'>): number {
  if (learning === 'en')
    return level.cefr === undefined ? 1 : cefrRank(level.cefr) / (CEFR.length - 1)
  const hsk = hskOf(level) ?? level.hsk2
  return hsk === undefined ? 1 : Math.min(1, (hsk - 1) / 6)
}
