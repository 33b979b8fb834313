import type { Dictionary } from '../dictionary/dictionary.ts'
import { candidateFeatures, type SharedFeature } from './candidateFeatures.ts'
import { placeFeatures } from './placeFeatures.ts'
import type { ReadingModel } from './readingModel.ts'
import type { ReadingText } from './readingText.ts'
import { wordReadings } from './wordReading.ts'

/** One hanzi of a text, the readings it can have, and what speaks for each. */
export interface ReadingPlace {
  /** Simplified. */
  readonly hanzi: string
  /** Those of the hanzi, the usual one first, then those only its word has. */
  readonly candidates: readonly string[]
  /** Indicators, see `placeFeatures.ts`. */
  readonly place: readonly string[]
  /** Of each candidate, see `candidateFeatures.ts`. */
  readonly shared: readonly (readonly SharedFeature[])[]
}

/** The readings a hanzi can have at a place: its own, and those its word gives it. */
export function candidatesAt(
  character: string,
  ofWord: readonly string[],
  dictionary: Dictionary,
): readonly string[] {
  const alone = wordReadings(character, dictionary).map(([syllable = '']) => syllable)
  return [...new Set([...alone, ...ofWord])]
}

/** The readings of one character in the readings of its word; none when it stands alone. */
export function readingsInWord(
  characters: readonly string[],
  i: number,
  dictionary: Dictionary,
): readonly string[] {
  if (characters.length === 1) return []
  return wordReadings(characters.join(''), dictionary).map((syllables) => syllables[i]!)
}

/** The place of the i-th character of a word, which stands at `at`. */
export function readingPlace(
  text: ReadingText,
  token: number,
  i: number,
  at: number,
  dictionary: Dictionary,
  model: Pick<ReadingModel, 'commonness'>,
): ReadingPlace {
  const characters = [...text.tokens[token]!.text]
  const ofWord = readingsInWord(characters, i, dictionary)
  const candidates = candidatesAt(characters[i]!, ofWord, dictionary)
  const hanzi = String.fromCodePoint(text.simplified.codePointAt(at)!)
  const commonness = (reading: string): number => model.commonness(hanzi, reading)
  return {
    hanzi,
    candidates,
    place: placeFeatures(text, token, at, dictionary),
    shared: candidateFeatures({ text, token, at, ofWord }, candidates, commonness, dictionary),
  }
}
