import type { EnglishEntry, LearnersEnglish, Sound } from '../dictionary/learnersEnglish.ts'
import { phraseFinder, type FoundPhrase, type PhraseFinder } from '../en/phrases.ts'
import { readEnglish, type EnglishWord } from '../en/readEnglish.ts'
import type { Level, TextRange } from '../model.ts'

/** What a word or phrase may mean, in one part of speech. */
export interface Meaning {
  /** As the level lists have it; `phrase` of a phrase. */
  readonly pos: string
  /** Chinese equivalents, the one meant here first. */
  readonly zh: readonly string[]
  /** How it is said, in the accent asked for. */
  readonly sound: string
  readonly count: EnglishEntry['count']
  readonly use: string
  readonly level: Level
}

/** English explained in Chinese where it stands. */
export interface EnglishInfo {
  /** The part of speech here in front; empty for what the dictionary lacks. */
  readonly meanings: readonly Meaning[]
  /** The phrase all around, and the word of it that was tapped; null for a word alone. */
  readonly choice: { readonly phrase: string; readonly word: string } | null
  /** Whether it is the phrase that is explained, not the word. */
  readonly isPhrase: boolean
}

/** What a word of English is where it stands. */
export interface Explained extends EnglishInfo {
  readonly range: TextRange
  readonly headword: string
  readonly sound: { readonly form: string; readonly lemma: string }
  readonly level: Level
}

/** Explains English from our own dictionary. */
export interface EnglishGuide {
  /**
   * The word at an offset; a phrase first where it is in one. Null where no word stands.
   *
   * @param alone whether the word is wanted, though it is in a phrase
   */
  at(text: string, at: number, alone?: boolean): Explained | null
}

/** @param accent of the sounds */
export function englishGuide(
  english: LearnersEnglish,
  accent: keyof Sound,
  find: PhraseFinder = phraseFinder(english),
): EnglishGuide {
  return {
    at(text, at, alone = false) {
      const words = readEnglish(text, english)
      const index = words.findIndex(({ start, end }) => start <= at && at < end)
      const word = words[index]
      if (!word) return null
      const found = find(words, text).find((one) => one.words.includes(index))
      const choice = found ? { phrase: found.phrase.headword, word: word.lemma } : null
      return found && !alone
        ? { ...ofPhrase(found, words), choice }
        : { ...ofWord(word, english, accent), choice }
    },
  }
}

function ofPhrase(
  { phrase, words: own }: FoundPhrase,
  words: readonly EnglishWord[],
): Omit<Explained, 'choice'> {
  const { headword, zh, use, cefr } = phrase
  const level = cefr === null ? {} : { cefr }
  return {
    range: { start: words[own[0]!]!.start, end: words[own.at(-1)!]!.end },
    headword,
    sound: { form: '', lemma: '' },
    level,
    meanings: [{ pos: 'phrase', zh, sound: '', count: '', use, level }],
    isPhrase: true,
  }
}

function ofWord(
  word: EnglishWord,
  english: LearnersEnglish,
  accent: keyof Sound,
): Omit<Explained, 'choice'> {
  const here = word.analyses.map(({ entry }) => entry)
  const own = english.entries(word.lemma)
  const others = [...own.filter(({ headword }) => headword === here[0]?.headword), ...word.others]
  const entries = [...new Set([...here, ...others])]
  const isListed = here[0]?.headword === word.lemma || here[0]?.spellings.includes(word.lemma)
  const base = isListed ? here[0] : (own[0] ?? here[0])
  const cefr = here[0]?.cefr ?? null
  return {
    range: { start: word.start, end: word.end },
    headword: word.lemma,
    sound: { form: word.sound[accent], lemma: base?.sound[accent] ?? '' },
    level: cefr === null ? {} : { cefr },
    meanings: entries.map((entry) => ({
      pos: entry.pos,
      zh: entry.zh,
      sound: entry.sound[accent],
      count: entry.count,
      use: entry.use,
      level: entry.cefr === null ? {} : { cefr: entry.cefr },
    })),
    isPhrase: false,
  }
}

/** What a final 的 says nothing about. */
const plain = (zh: string): string => zh.replace(/[（(].*?[)）]/g, '').replace(/的$/, '')

/**
 * The meanings with the equivalents that the translation has in front, in each part of speech, and the part of speech in
 * front that has the counterpart itself. The order is kept otherwise.
 *
 * @param translation of the sentence, in simplified characters
 */
export function meaningsHere(
  meanings: readonly Meaning[],
  counterpart: string | null,
  translation: string,
): readonly Meaning[] {
  const weigh = (zh: string): number => {
    const word = plain(zh)
    if (word === '') return 0
    if (counterpart !== null && plain(counterpart) === word) return 4
    if (counterpart?.includes(word)) return 2 + word.length / 100
    return word.length > 1 && translation.includes(word) ? 1 : 0
  }
  return meanings
    .map((meaning, at) => {
      const zh = meaning.zh.toSorted((a, b) => weigh(b) - weigh(a))
      // The part of speech was read from the sentence: only the counterpart itself knows better.
      const best = Math.max(0, ...zh.map(weigh))
      return { meaning: { ...meaning, zh }, score: best >= 4 ? 2 : at === 0 ? 1 : 0 }
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ meaning }) => meaning)
}

/** Whether one of the meanings says what a counterpart says, or part of it. */
export function agrees(meanings: readonly Meaning[], counterpart: string): boolean {
  const there = plain(counterpart)
  return meanings.some(({ zh }) =>
    zh.map(plain).some((one) => one !== '' && (there.includes(one) || one.includes(there))),
  )
}
