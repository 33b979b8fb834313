import { type ZhToken } from '../text/zhToken.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { isHanzi } from '../text/hanzi.ts'
import { nameSyllable } from '../text/nameHanzi.ts'
import { tokenizeZh } from '../text/tokenizeZh.ts'
import stored from './readingWeights.json' with { type: 'json' }
import {
  neighbourClass,
  openReadingModel,
  placeClass,
  scoreReadings,
  type ReadingContext,
  type ReadingModel,
} from './readingModel.ts'
import { usualReading } from './usualReadings.ts'
import { wordReadings } from './wordReading.ts'

/** CC-CEDICT's mark for a syllable nobody knows. */
const UNKNOWN = 'xx5'

/** How much more plausible the first of a word's own readings is, and a reading that an overlapping headword proposes. */
const FIRST_READING = 20
const COVERED = 2.7
/** And the reading that spells foreign names, inside a name: 茜 xi1, 朴 pu3. */
const SPELLS_NAME = 8

export interface ReadOptions {
  /** The text's own words, where somebody has cut it already. */
  readonly tokens?: readonly ZhToken[]
  /** Another model than the built-in one, for cross-validation. */
  readonly model?: ReadingModel
}

/**
 * The reading of every hanzi of a text: for each UTF-16 unit one numbered citation syllable as CC-CEDICT writes it
 * (`lu:4`, `le5`, `r5` for an erhua 儿), null for what is no hanzi and for the second half of a surrogate pair.
 *
 * Citation tones: 不 and 一 keep bu4 and yi1 (`sandhi.ts` is for drawing). A word of the dictionary fixes the readings of
 * its characters; where it has several, and for single characters, their neighbours decide (`readingModel.ts`).
 */
export function readZh(
  text: string,
  dictionary: Dictionary,
  options: ReadOptions = {},
): readonly (string | null)[] {
  const { tokens = tokenizeZh(text, dictionary), model = builtIn() } = options
  const readings = Array.from({ length: text.length }, (): string | null => null)
  for (const token of tokens) {
    if (![...token.text].some((character) => isHanzi(character.codePointAt(0)!))) continue
    const syllables = readToken(token, text, dictionary, model)
    let at = token.start
    ;[...token.text].forEach((character, i) => {
      if (isHanzi(character.codePointAt(0)!)) readings[at] = syllables[i] ?? UNKNOWN
      at += character.length
    })
  }
  return repeatIterationMarks(text, readings)
}

/**
 * A word's reading as it is shown and stored: numbered syllables separated by spaces, in lower case, of its hanzi only.
 * The dictionary's, else made of its parts; empty when it has no hanzi.
 */
export function readingOf(word: string, dictionary: Dictionary): string {
  return readZh(word, dictionary)
    .filter((syllable) => syllable !== null)
    .join(' ')
}

function readToken(
  token: ZhToken,
  text: string,
  dictionary: Dictionary,
  model: ReadingModel,
): readonly string[] {
  const characters = [...token.text]
  const ofWord = characters.length > 1 ? wordReadings(token.text, dictionary) : []
  const [first] = ofWord
  if (first && (ofWord.length === 1 || usualReading(token.text) !== undefined)) return first

  let at = token.start
  const contexts = characters.map((character, i) => {
    const context = contextOf(text, at, characters, i, dictionary)
    at += character.length
    return context
  })
  if (first) return chooseAmongOwn(characters, ofWord, contexts, dictionary, model)
  at = token.start
  return characters.map((character, i) => {
    const place = at
    at += character.length
    const isName = token.kind === 'name'
    return chooseAlone(character, { text, at: place, isName }, contexts[i]!, dictionary, model)
  })
}

/** A word that has several readings: the first one, unless the neighbours of its characters speak for another. */
function chooseAmongOwn(
  characters: readonly string[],
  ofWord: readonly (readonly string[])[],
  contexts: readonly ReadingContext[],
  dictionary: Dictionary,
  model: ReadingModel,
): readonly string[] {
  const scores = ofWord.map((_, i) => (i === 0 ? FIRST_READING : 1))
  characters.forEach((character, i) => {
    const candidates = ofWord.map((syllables) => syllables[i] ?? UNKNOWN)
    if (new Set(candidates).size === 1) return
    const hanzi = dictionary.simplifiedForms(character)[0]!
    scoreReadings(model, hanzi, candidates, contexts[i]!).forEach((score, which) => {
      scores[which]! *= score
    })
  })
  return ofWord[indexOfGreatest(scores)]!
}

/** A character that is no part of a headword here. */
function chooseAlone(
  character: string,
  { text, at, isName }: { readonly text: string; readonly at: number; readonly isName: boolean },
  context: ReadingContext,
  dictionary: Dictionary,
  model: ReadingModel,
): string {
  const hanzi = dictionary.simplifiedForms(character)[0]!
  const ofCharacter = wordReadings(character, dictionary).map(([syllable = UNKNOWN]) => syllable)
  const candidates = [...new Set(ofCharacter)]
  if (candidates.length <= 1) return candidates[0] ?? UNKNOWN
  if (!model.has(hanzi)) return candidates[0]!
  const covered = readingsOfCoveringWords(text, at, dictionary)
  const spelling = isName ? nameSyllable(hanzi) : null
  const scores = scoreReadings(model, hanzi, candidates, context).map((score, i) => {
    const candidate = candidates[i]!
    const spells = candidate.slice(0, -1) === spelling
    return score * (covered.has(candidate) ? COVERED : 1) * (spells ? SPELLS_NAME : 1)
  })
  return candidates[indexOfGreatest(scores)]!
}

/** What the headwords over a place would make of it, though the text was cut otherwise. */
function readingsOfCoveringWords(
  text: string,
  at: number,
  dictionary: Dictionary,
): ReadonlySet<string> {
  const readings = new Set<string>()
  for (let from = Math.max(0, at - 4); from <= at; from++) {
    dictionary.matches(text, from, (end) => {
      if (end <= at || end - from < 2) return
      const [syllables] = wordReadings(text.slice(from, end), dictionary)
      const syllable = syllables?.[Array.from(text.slice(from, at)).length]
      if (syllable !== undefined) readings.add(syllable)
    })
  }
  return readings
}

/** The neighbourhood of the i-th character of a token, in simplified characters; `at` is its place in the text. */
export function contextOf(
  text: string,
  at: number,
  characters: readonly string[],
  i: number,
  dictionary: Dictionary,
): ReadingContext {
  const after = text.codePointAt(at + (characters[i]?.length ?? 1))
  const simplify = (character: string | undefined): string | undefined =>
    character && dictionary.simplifiedForms(character)[0]
  return {
    before: neighbourClass(simplify(at > 0 ? text[at - 1] : undefined)),
    after: neighbourClass(simplify(after === undefined ? undefined : String.fromCodePoint(after))),
    place: placeClass(i, characters.length),
  }
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

function indexOfGreatest(scores: readonly number[]): number {
  let best = 0
  scores.forEach((score, i) => {
    if (score > scores[best]!) best = i
  })
  return best
}

let opened: ReadingModel | null = null

function builtIn(): ReadingModel {
  opened ??= openReadingModel(stored.readings)
  return opened
}
