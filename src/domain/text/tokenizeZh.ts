import { type ZhToken } from './zhToken.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { STEPS_PER_POWER } from '../dictionary/frequency.ts'
import { doubledWord } from './doubled.ts'
import { foldZh, type Folded } from './fold.ts'
import { countHanzi, isHanziAt } from './hanzi.ts'
import { foreignNameEnds, joinChineseNames } from './namesZh.ts'
import { numberEnds, startsNumber } from './numbersZh.ts'
import { openClass } from './wordClasses.ts'
import { EDGE, pairClass, pairCost } from './wordPairs.ts'

/**
 * Costs are −log10 of a frequency in thirtieths, like the dictionary's (`frequency.ts`): whole numbers, so that sums and
 * comparisons are the same in every engine.
 */
const COST = {
  /** One hanzi the dictionary does not have. */
  unknown: 300,
  number: 110,
  /**
   * The most a headword of two hanzi costs: those that the frequency list lacks are young (点赞, 新冠) more often than they are
   * two words that happen to meet.
   */
  rareOfTwo: 200,
  /** The most a headword of three costs that is a potential form: 看不见, 听得懂. */
  potential: 170,
  /** A word said twice, hanzi by hanzi, beyond the word itself: 干干净净. */
  doubled: 15,
  latin: 111,
  mark: 100,
} as const

/**
 * The words of a Chinese text, simplified or traditional, covering it exactly from start to end.
 *
 * The most probable sequence under a bigram model of classes: of all ways to cut the text into words w₁ … wₙ the one with the
 * least Σ cost(wᵢ) + pair(wᵢ₋₁, wᵢ), found by dynamic programming over the text's positions and the class of the word
 * that ends there (Viterbi 1967):
 *
 *   best(0, edge) = 0,  best(j, c) = min over words w = text[i … j] of class c and classes b of
 *   best(i, b) + cost(w) + pair(b, c)
 *
 * What hides words is folded before (`foldZh`): a token's `text` is the folded one, its range that of the text as it came.
 * The words are the dictionary's headwords, numbers and dates, foreign names by their spelling hanzi.
 * Of two equally cheap ways the one with the longer last word wins. Chinese names are joined afterwards: surname and two
 * hanzi that are no words together.
 */
export function tokenizeZh(text: string, dictionary: Dictionary): readonly ZhToken[] {
  const folded = foldZh(text)
  if (folded === null) return cutWords(text, dictionary)
  return covering(cutWords(folded.text, dictionary), folded, text)
}

/** The words of a folded text where they stand in the text as it came; what was left out between two is space. */
function covering(tokens: readonly ZhToken[], folded: Folded, text: string): readonly ZhToken[] {
  const all: ZhToken[] = []
  let done = 0
  const fill = (end: number): void => {
    if (end > done) all.push({ start: done, end, text: text.slice(done, end), kind: 'space' })
  }
  for (const token of tokens) {
    const start = folded.given(token.start)
    fill(start)
    // Up to behind its last character, not to the start of the next: what is unseen may stand between.
    const last = folded.given(token.end - 1)
    done = last + (text.codePointAt(last)! > 0xffff ? 2 : 1)
    all.push({ ...token, start, end: done })
  }
  fill(text.length)
  return all
}

/** What a headword costs at most, by its length and form. */
function costAtMost(text: string, at: number, end: number): number {
  if (end - at === 2) return COST.rareOfTwo
  return end - at === 3 && /[不得]/.test(text[at + 1]!) ? COST.potential : Infinity
}

/** Words that end at a place: for each class the cheapest way there. */
interface Way {
  readonly cost: number
  readonly start: number
  readonly kind: ZhToken['kind']
  readonly pair: number
  readonly before: Way | null
}

function cutWords(text: string, dictionary: Dictionary): readonly ZhToken[] {
  const ways: Way[][] = Array.from({ length: text.length + 1 }, () => [])
  const readRun = runReader(text)
  ways[0]!.push({ cost: 0, start: 0, kind: 'space', pair: EDGE, before: null })

  const relax = (
    start: number,
    end: number,
    own: number,
    kind: ZhToken['kind'],
    pair: number,
  ): void => {
    let before: Way | null = null
    let cost = Infinity
    for (const way of ways[start]!) {
      const total = way.cost + own + pairCost(way.pair, pair)
      if (total < cost) [before, cost] = [way, total]
    }
    const there = ways[end]!
    const rival = there.findIndex((way) => way.pair === pair)
    if (rival >= 0 && there[rival]!.cost <= cost) return
    there[rival < 0 ? there.length : rival] = { cost, start, kind, pair, before }
  }
  const relaxWord = (start: number, end: number, own: number): void => {
    const word = text.slice(start, end)
    relax(start, end, own, 'word', pairClass(word))
  }

  for (let at = 0; at < text.length; at++) {
    if (ways[at]!.length === 0) continue
    dictionary.matches(text, at, (end, logFrequency) => {
      if (cutsLatin(text, end)) return
      const cost = Math.round(-logFrequency * STEPS_PER_POWER)
      relaxWord(at, end, Math.min(cost, costAtMost(text, at, end)))
    })
    const doubled = doubledWord(text.slice(at, at + 4))
    if (doubled !== null && isHanziAt(text, at)) {
      const frequency = dictionary.logFrequency(doubled)
      if (frequency !== null)
        relaxWord(at, at + 4, Math.round(-frequency * STEPS_PER_POWER) + COST.doubled)
    }
    if (startsNumber(text, at)) {
      for (const end of numberEnds(text, at)) {
        if (!cutsLatin(text, end)) relax(at, end, COST.number, 'number', openClass('number'))
      }
    }
    if (isHanziAt(text, at)) {
      relaxWord(at, at + (text.codePointAt(at)! > 0xffff ? 2 : 1), COST.unknown)
      for (const { end, cost } of foreignNameEnds(text, at, dictionary))
        relax(at, end, cost, 'name', openClass('name'))
    } else {
      const { end, kind } = readRun(at)
      if (kind !== 'latin') relax(at, end, COST.mark, kind, openClass('mark'))
      else if (DIGITS.test(text.slice(at, end)))
        relax(at, end, COST.number, kind, openClass('number'))
      else relax(at, end, COST.latin, kind, openClass('latin'))
    }
  }

  const atEnd = (way: Way): number => way.cost + pairCost(way.pair, EDGE)
  let last: Way | null = null
  for (const way of ways[text.length]!) if (last === null || atEnd(way) < atEnd(last)) last = way
  const tokens: ZhToken[] = []
  for (let end = text.length; last !== null && end > 0; last = last.before) {
    const { start, kind } = last
    const word = text.slice(start, end)
    tokens.push({ start, end, text: word, kind: refineKind(word, kind, dictionary) })
    end = start
  }
  return joinChineseNames(tokens.reverse(), dictionary)
}

// ---------------------------------------------------------------- what is not hanzi

/** Letters and digits of Latin, Greek and Cyrillic words, and full-width ones; also what may stand inside: Wi-Fi, U.S. */
const LATIN = /[0-9A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff０-９Ａ-Ｚａ-ｚ]/
const LATIN_RUN = new RegExp(
  `(?:[A-Za-z]\\.){2,}|${LATIN.source}+(?:['’&.@_+-]${LATIN.source}+)*[+]*`,
  'y',
)
const DIGITS = /^[0-9０-９]+$/
/** Initials are read as a run of their own, from wherever they begin. */
const DOTTED = /^(?:[A-Za-z]\.){2}/
/** What belongs to the emoji before it: a joiner with the next one, a colour, a variant. */
const EMOJI_TAIL = /(?:\u200d[^\s]|[\ufe0e\ufe0f]|[\u{1f3fb}-\u{1f3ff}])+/uy
const SPACE_RUN = /[\s\u200b\ufeff]+/y

/** Whether a place is inside a word or number in Latin letters: the A of `AP` is no word. */
function cutsLatin(text: string, at: number): boolean {
  return at > 0 && at < text.length && LATIN.test(text[at - 1]!) && LATIN.test(text[at]!)
}

interface Run {
  readonly start: number
  readonly end: number
  readonly kind: ZhToken['kind']
}

/**
 * Reads the run at a place: of Latin letters, of white space, of one repeated mark (……, ——, !!!), or one other character. A
 * place inside a run read before has the end of that run: a page of %%% must not be read to its end from each of its places.
 */
function runReader(text: string): (at: number) => Run {
  const last = new Map<ZhToken['kind'], Run>()
  return (at) => {
    for (const run of last.values())
      if (at > run.start && at < run.end && goesOnAt(text, run, at)) return run
    const run = readRun(text, at)
    last.set(run.kind, run)
    return run
  }
}

/** Whether what can be read from a place inside a run on is the rest of it. */
function goesOnAt(text: string, { start, kind }: Run, at: number): boolean {
  if (kind === 'space') return true
  if (kind === 'latin') {
    const isDotted = (place: number) => DOTTED.test(text.slice(place, place + 4))
    if (isDotted(at)) return isDotted(start) && (at - start) % 2 === 0
    return LATIN.test(text[at]!) && !isDotted(start)
  }
  const mark = String.fromCodePoint(text.codePointAt(start)!)
  return (at - start) % mark.length === 0 && text.startsWith(mark, at)
}

function readRun(text: string, at: number): Run {
  LATIN_RUN.lastIndex = at
  if (LATIN_RUN.test(text)) return { start: at, end: LATIN_RUN.lastIndex, kind: 'latin' }
  SPACE_RUN.lastIndex = at
  if (SPACE_RUN.test(text)) return { start: at, end: SPACE_RUN.lastIndex, kind: 'space' }
  const mark = String.fromCodePoint(text.codePointAt(at)!)
  let end = at + mark.length
  while (text.startsWith(mark, end)) end += mark.length
  EMOJI_TAIL.lastIndex = end
  if (EMOJI_TAIL.test(text)) end = EMOJI_TAIL.lastIndex
  return { start: at, end, kind: 'punctuation' }
}

/** Headwords like `3C`, `%` and 北京 are found as words; what they are is seen afterwards. */
function refineKind(word: string, kind: ZhToken['kind'], dictionary: Dictionary): ZhToken['kind'] {
  if (kind === 'number') return dictionary.has(word) && !/[0-9]/.test(word) ? 'word' : 'number'
  if ((kind === 'word' || kind === 'latin') && DIGITS.test(word)) return 'number'
  if (kind !== 'word') return kind
  if (countHanzi(word) === 0) return LATIN.test(word) ? 'latin' : 'punctuation'
  return dictionary.isName(word) ? 'name' : 'word'
}
