import type { Dictionary } from '../dictionary/dictionary.ts'
import { isHanziAt } from '../text/hanzi.ts'
import { doubledWord } from '../text/doubled.ts'
import { nameSyllable } from '../text/nameHanzi.ts'
import type { EnglishEvidence } from './englishEvidence.ts'
import { UNIT, type ReadingModel } from './readingModel.ts'
import { candidatesAt, readingPlace, type ReadingPlace } from './readingPlace.ts'
import type { ReadingText } from './readingText.ts'
import { UNKNOWN } from './unknown.ts'
import { usualReading } from './usualReadings.ts'
import { wordReadings } from './wordReading.ts'

/** How much more plausible another reading must be before a word's only one gives way to it: 1.1. */
const MARGIN = Math.round(1.1 * UNIT)

/** What one word of a text is read with. */
export interface Reader {
  readonly text: ReadingText
  readonly dictionary: Dictionary
  readonly model: ReadingModel
  /** What the text's translation says; null where there is none. */
  readonly evidence: EnglishEvidence | null
}

/**
 * The syllables of a word where it stands, one for each character. A word of the dictionary fixes them; where it has several
 * readings, and for hanzi that are no part of a word, the model decides.
 */
export function readWord(reader: Reader, token: number): readonly string[] {
  const { text, dictionary } = reader
  const word = text.tokens[token]!.text
  const characters = [...word]
  const ofWord = characters.length > 1 ? readingsOf(word, dictionary) : []
  const [first] = ofWord
  if (first && usualReading(word) !== undefined) return first
  const places = placesOf(characters, text.tokens[token]!.start)
  if (first === undefined) {
    return characters.map((character, i) => readAlone(reader, token, character, i, places[i]!))
  }
  if (ofWord.length > 1) return chooseReading(reader, token, ofWord, places)
  return first.map((syllable, i) => giveWay(reader, token, syllable, i, places[i]!))
}

/** The readings of a headword, or of the one that is said twice: 干干净净 by 干净. */
function readingsOf(word: string, dictionary: Dictionary): readonly (readonly string[])[] {
  const own = wordReadings(word, dictionary)
  const single = own.length === 0 ? doubledWord(word) : null
  if (single === null) return own
  return wordReadings(single, dictionary).map((reading) => reading.flatMap((one) => [one, one]))
}

/** A character that is no part of a headword here. */
function readAlone(
  reader: Reader,
  token: number,
  character: string,
  i: number,
  at: number,
): string {
  if (!isHanziAt(character, 0)) return ''
  const { text, dictionary, model } = reader
  const candidates = candidatesAt(character, [], dictionary)
  if (candidates.length <= 1) return candidates[0] ?? UNKNOWN
  const hanzi = String.fromCodePoint(text.simplified.codePointAt(at)!)
  if (!model.has(hanzi)) {
    const isName = text.tokens[token]!.kind === 'name'
    return neverLearnt(hanzi, candidates, isName, model)
  }
  const place = readingPlace(text, token, i, at, dictionary, model)
  return candidates[indexOfGreatest(scoresAt(reader, token, place))]!
}

/** What the model and the translation say of each candidate. */
function scoresAt(
  { model, evidence }: Reader,
  token: number,
  { hanzi, candidates, place, shared }: ReadingPlace,
): readonly number[] {
  const scores = model.score(hanzi, candidates, place, shared)
  if (evidence === null) return scores
  return scores.map((score, i) => score + evidence(hanzi, candidates[i]!, token))
}

/** The reading that spells names, in a name; else what is laid down as usual; else the commonest in the dictionary's words. */
function neverLearnt(
  hanzi: string,
  candidates: readonly string[],
  isName: boolean,
  model: ReadingModel,
): string {
  const spelling = isName ? nameSyllable(hanzi) : null
  const spelt = candidates.find((candidate) => candidate.slice(0, -1) === spelling)
  if (spelt !== undefined) return spelt
  if (usualReading(hanzi) === candidates[0]) return candidates[0]!
  return candidates[indexOfGreatest(candidates.map((one) => model.commonness(hanzi, one)))]!
}

/** One of a word's own readings. */
function chooseReading(
  reader: Reader,
  token: number,
  ofWord: readonly (readonly string[])[],
  places: readonly number[],
): readonly string[] {
  const { text, dictionary, model } = reader
  const scores = ofWord.map(() => 0)
  for (const [i, at] of places.entries()) {
    const syllables = ofWord.map((reading) => reading[i]!)
    if (new Set(syllables).size === 1) continue
    const place = readingPlace(text, token, i, at, dictionary, model)
    const ofCandidates = scoresAt(reader, token, place)
    syllables.forEach((syllable, which) => {
      scores[which]! += ofCandidates[place.candidates.indexOf(syllable)]!
    })
  }
  return ofWord[indexOfGreatest(scores)]!
}

/**
 * A syllable of a word's only reading, unless what stands around speaks clearly for another full tone: then the word is
 * none here (教|会了, 落|下).
 */
function giveWay(
  { text, dictionary, model }: Reader,
  token: number,
  syllable: string,
  i: number,
  at: number,
): string {
  const hanzi = String.fromCodePoint(text.simplified.codePointAt(at) ?? 0)
  if (syllable.endsWith('5') || !model.has(hanzi, syllable)) return syllable
  const { candidates, place, shared } = readingPlace(text, token, i, at, dictionary, model)
  if (candidates.length === 1) return syllable
  const scores = model.score(hanzi, candidates, place, shared)
  const least = scores[candidates.indexOf(syllable)]! + MARGIN
  let best = syllable
  let greatest = least - 1
  candidates.forEach((candidate, which) => {
    if (candidate === syllable || candidate.endsWith('5') || scores[which]! <= greatest) return
    best = candidate
    greatest = scores[which]!
  })
  return best
}

function placesOf(characters: readonly string[], start: number): readonly number[] {
  let at = start
  return characters.map((character) => {
    const place = at
    at += character.length
    return place
  })
}

function indexOfGreatest(scores: readonly number[]): number {
  let best = 0
  scores.forEach((score, i) => {
    if (score > scores[best]!) best = i
  })
  return best
}
