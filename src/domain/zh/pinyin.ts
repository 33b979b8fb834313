import { type ZhToken } from '../text/zhToken.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { foldZh } from '../text/fold.ts'
import { isHanzi } from '../text/hanzi.ts'
import { tokenizeZh } from '../text/tokenizeZh.ts'
import { englishEvidence, openEnglishOdds } from './englishEvidence.ts'
import storedOdds from './readingEnglish.json' with { type: 'json' }
import { openReadingModel, type ReadingModel } from './readingModel.ts'
import { readingText } from './readingText.ts'
import stored from './readingWeights.json' with { type: 'json' }
import { readWord } from './readWord.ts'
import { UNKNOWN } from './unknown.ts'

export interface ReadOptions {
  /** The text's own words, where somebody has cut it already. */
  readonly tokens?: readonly ZhToken[]
  /** Another model than the built-in one, for cross-validation. */
  readonly model?: ReadingModel
  /** The text's translation, where it has one: it says which sense is meant, so which reading. */
  readonly english?: string
}

/**
 * The reading of every hanzi of a text: for each UTF-16 unit one numbered citation syllable as CC-CEDICT writes it
 * (`lu:4`, `le5`, `r5` for an erhua 儿), null for what is no hanzi and for the second half of a surrogate pair.
 *
 * Citation tones: 不 and 一 keep bu4 and yi1 (`sandhi.ts` is for drawing). A word of the dictionary fixes the readings of
 * its characters; where it has several, and for single characters, what stands around decides (`readingModel.ts`).
 */
export function readZh(
  text: string,
  dictionary: Dictionary,
  options: ReadOptions = {},
): readonly (string | null)[] {
  const { tokens = tokenizeZh(text, dictionary), model = builtIn(), english = '' } = options
  const folded = foldZh(text)
  if (folded !== null) {
    const within = tokens.flatMap((token) => {
      const [start, end] = [folded.folded(token.start), folded.folded(token.end)]
      return start < end ? [{ ...token, start, end, text: folded.text.slice(start, end) }] : []
    })
    const readings = readFolded(folded.text, within, dictionary, model, english)
    const placed = Array.from({ length: text.length }, (): string | null => null)
    readings.forEach((reading, at) => {
      if (reading !== null) placed[folded.given(at)] = reading
    })
    return placed
  }
  return readFolded(text, tokens, dictionary, model, english)
}

function readFolded(
  text: string,
  tokens: readonly ZhToken[],
  dictionary: Dictionary,
  model: ReadingModel,
  english: string,
): readonly (string | null)[] {
  const readings = Array.from({ length: text.length }, (): string | null => null)
  const opened = readingText(text, tokens, dictionary)
  const evidence = english === '' ? null : englishEvidence(english, opened, oddsOf, dictionary)
  const reader = { text: opened, dictionary, model, evidence }
  for (const [i, token] of tokens.entries()) {
    const characters = [...token.text]
    if (!characters.some((character) => isHanzi(character.codePointAt(0)!))) continue
    const syllables = readWord(reader, i)
    let at = token.start
    characters.forEach((character, nth) => {
      if (isHanzi(character.codePointAt(0)!)) readings[at] = syllables[nth] ?? UNKNOWN
      at += character.length
    })
  }
  return repeatIterationMarks(text, readings)
}

/**
 * A word's reading as it is shown and stored: numbered syllables separated by spaces, in lower case, of its hanzi only.
 * The dictionary's, else made of its parts; empty when it has no hanzi, or one that nobody can read.
 *
 * @param english what the word is translated with, where that is known: it decides between readings
 */
export function readingOf(word: string, dictionary: Dictionary, english = ''): string {
  const syllables = readZh(word, dictionary, { english }).filter((syllable) => syllable !== null)
  return syllables.includes(UNKNOWN) ? '' : syllables.join(' ')
}

/** 々 is read like the hanzi before it. */
function repeatIterationMarks(
  text: string,
  readings: (string | null)[],
): readonly (string | null)[] {
  for (let at = text.indexOf('々'); at > 0; at = text.indexOf('々', at + 1)) {
    readings[at] = readings[at - 1] ?? readings[at - 2] ?? UNKNOWN
  }
  return readings
}

let learnt: ReadingModel | null = null

function builtIn(): ReadingModel {
  learnt ??= openReadingModel(stored)
  return learnt
}

const oddsOf = openEnglishOdds(storedOdds.rows)
