import { type ZhToken } from '../text/zhToken.ts'
import type { Level, TextRange } from '../model.ts'
import { foldZh } from '../text/fold.ts'
import { tokenizeZh } from '../text/tokenizeZh.ts'
import { readZh } from '../zh/pinyin.ts'
import { recut, type OwnCuts } from './ownCuts.ts'
import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'

/** What the popup of a tapped word shows. */
export interface LookUp {
  readonly range: TextRange
  /** Those with the reading the word has here come first; empty for a name or number no dictionary has. */
  readonly entries: readonly DictionaryEntry[]
  /** Here, in this sentence: one numbered syllable for each hanzi, separated by spaces. */
  readonly reading: string
  readonly level: Level
  /** log10 of its share of running words; null when it is no headword. */
  readonly logFrequency: number | null
}

/**
 * The word at a tapped offset of a Chinese text: the one the text is cut into there, if the dictionary has it, it is a
 * name; else the longest headword over that place. Null on punctuation, space and Latin letters.
 */
export function lookUp(
  text: string,
  at: number,
  dictionary: Dictionary,
  cuts?: OwnCuts,
  translation = '',
): LookUp | null {
  const cut = tokenizeZh(text, dictionary)
  const tokens = recut(cut, cuts)
  const token = tokens.find(({ start, end }) => start <= at && at < end)
  if (!token) return null
  // What the learner has cut is shown as they cut it, whatever the dictionary has there.
  const range = cut.includes(token) ? rangeToShow(token, text, at, dictionary) : token
  if (!range) return null
  const given = text.slice(range.start, range.end)
  const word = foldZh(given)?.text ?? given
  const reading = readZh(text, dictionary, { tokens, english: translation })
    .slice(range.start, range.end)
    .filter((syllable) => syllable !== null)
    .join(' ')
  const here = (entry: DictionaryEntry): number => (entry.reading.toLowerCase() === reading ? 0 : 1)
  return {
    range: { start: range.start, end: range.end },
    entries: dictionary.entries(word).toSorted((a, b) => here(a) - here(b)),
    reading,
    level: dictionary.levelZh(word),
    logFrequency: dictionary.logFrequency(word),
  }
}

function rangeToShow(
  { start, end, text: word, kind }: ZhToken,
  text: string,
  at: number,
  dictionary: Dictionary,
): TextRange | null {
  if (dictionary.has(word)) return { start, end }
  if (kind === 'punctuation' || kind === 'space' || kind === 'latin') return null
  if (kind === 'name') return { start, end }
  return longestOver(text, at, dictionary) ?? { start, end }
}

/** The longest headword over a place, the first of several; at most this many units before it. */
const REACH = 8

function longestOver(text: string, at: number, dictionary: Dictionary): TextRange | null {
  let best: TextRange | null = null
  for (let start = Math.max(0, at - REACH); start <= at; start++) {
    dictionary.matches(text, start, (end) => {
      if (end > at && end - start > (best ? best.end - best.start : 0)) best = { start, end }
    })
  }
  return best
}
