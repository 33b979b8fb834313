import { type ZhToken } from './zhToken.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { STEPS_PER_POWER } from '../dictionary/frequency.ts'
import { doubledWord } from './doubled.ts'
import { foldZh, type Folded } from './fold.ts'
import { countHanzi, isHanziAt } from './hanzi.ts'
import { foreignNameEnds, joinChineseNames } from './namesZh.ts'
import { numberEnds, startsNumber } from './numbersZh.ts'

/**
 * Costs are −log10 of a frequency in thirtieths, like the dictionary's (`frequency.ts`): whole numbers, so that sums and
 * comparisons are the same in every engine.
 */
const COST = {
  /** One hanzi the dictionary does not have. */
  unknown: 300,
  number: 110,
  /** A word said twice, hanzi by hanzi, beyond the word itself: 干干净净. */
  doubled: 15,
  latin: 111,
  mark: 100,
} as const

/**
 * The words of a Chinese text, simplified or traditional, covering it exactly from start to end.
 *
 * The most probable sequence under a unigram model: of all ways to cut the text into words w₁ … wₙ the one with the
 * least Σ −log p(wᵢ), found by dynamic programming over the text's positions (Viterbi 1967):
 *
 *   best(0) = 0,  best(j) = min over words w = text[i … j] of best(i) + cost(w)
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

function cutWords(text: string, dictionary: Dictionary): readonly ZhToken[] {
  const best = new Float64Array(text.length + 1).fill(Infinity)
  const origin = new Int32Array(text.length + 1)
  const kinds: ZhToken['kind'][] = []
  const readRun = runReader(text)
  best[0] = 0

  const relax = (start: number, end: number, cost: number, kind: ZhToken['kind']): void => {
    const total = best[start]! + cost
    if (total >= best[end]!) return
    best[end] = total
    origin[end] = start
    kinds[end] = kind
  }

  for (let at = 0; at < text.length; at++) {
    if (best[at] === Infinity) continue
    dictionary.matches(text, at, (end, logFrequency) => {
      if (!cutsLatin(text, end)) relax(at, end, Math.round(-logFrequency * STEPS_PER_POWER), 'word')
    })
    const doubled = doubledWord(text.slice(at, at + 4))
    if (doubled !== null && isHanziAt(text, at)) {
      const frequency = dictionary.logFrequency(doubled)
      if (frequency !== null)
        relax(at, at + 4, Math.round(-frequency * STEPS_PER_POWER) + COST.doubled, 'word')
    }
    if (startsNumber(text, at)) {
      for (const end of numberEnds(text, at)) {
        if (!cutsLatin(text, end)) relax(at, end, COST.number, 'number')
      }
    }
    if (isHanziAt(text, at)) {
      relax(at, at + (text.codePointAt(at)! > 0xffff ? 2 : 1), COST.unknown, 'word')
      for (const { end, cost } of foreignNameEnds(text, at, dictionary))
        relax(at, end, cost, 'name')
    } else {
      const { end, kind } = readRun(at)
      relax(at, end, kind === 'latin' ? COST.latin : COST.mark, kind)
    }
  }

  const tokens: ZhToken[] = []
  for (let end = text.length; end > 0; end = origin[end]!) {
    const start = origin[end]!
    const word = text.slice(start, end)
    tokens.push({
      start,
      end,
      text: word,
      kind: refineKind(word, kinds[end] ?? 'word', dictionary),
    })
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
  if (kind !== 'word') return kind
  if (/^[0-9０-９]+$/.test(word)) return 'number'
  if (countHanzi(word) === 0) return LATIN.test(word) ? 'latin' : 'punctuation'
  return dictionary.isName(word) ? 'name' : 'word'
}
