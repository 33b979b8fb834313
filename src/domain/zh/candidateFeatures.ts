import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'
import { nameSyllable } from '../text/nameHanzi.ts'
import { perDictionary } from './perDictionary.ts'
import type { ReadingText } from './readingText.ts'
import { isMeasureGloss, isVerbGloss } from './speechPart.ts'
import { isMinorEntry, wordReadings } from './wordReading.ts'

/** A feature that every hanzi's readings can have, and its value, a whole number. */
export type SharedFeature = readonly [name: string, value: number]

/** Where a hanzi stands and what its word says of it. */
export interface CandidatePlace {
  readonly text: ReadingText
  readonly token: number
  readonly at: number
  /** Readings of the hanzi in the dictionary's readings of its word, the usual one first; none outside a headword. */
  readonly ofWord: readonly string[]
}

/** Roles are shares of the glosses, in so many parts. */
const PARTS = 4
/** Few examples have surnames, so regularisation would hold a weight for 1 back. */
const SURNAME = 4
const REACH = 4

/**
 * What speaks for each candidate whatever the hanzi: that its word, or another headword over the place, has it; that it comes
 * first; how common it is in the dictionary's words; that it spells names; what its glosses say it is, beside its neighbours.
 *
 * @param commonness of a reading of the hanzi in the dictionary's words, in eighths of a natural logarithm
 */
export function candidateFeatures(
  { text, token, at, ofWord }: CandidatePlace,
  candidates: readonly string[],
  commonness: (reading: string) => number,
  dictionary: Dictionary,
): readonly (readonly SharedFeature[])[] {
  const own = text.tokens[token]!
  const hanzi = String.fromCodePoint(text.simplified.codePointAt(at)!)
  const length = own.end - own.start
  const isAlone = length === hanzi.length
  const covering = readingsOfCoveringWords(text, at, own, dictionary)
  const spelling = own.kind === 'name' ? nameSyllable(hanzi) : null
  const mayBeSurname = isSurnamePlace(text, token, at, isAlone)
  const facts = factsOf(hanzi, dictionary)
  const before = text.part(token - 1)
  const after = text.part(token + 1)
  return candidates.map((candidate, i) => {
    const features: SharedFeature[] = [['common', commonness(candidate)]]
    const is = (name: string, holds: boolean | undefined): void => {
      if (holds) features.push([name, 1])
    }
    const fact = facts.get(candidate)
    is(length === 2 ? 'word2' : 'word3', ofWord.includes(candidate))
    is('wordFirst', ofWord.length > 1 && ofWord[0] === candidate)
    is('covered', covering.has(candidate))
    is('first', i === 0)
    is('minor', fact?.isMinor ?? true)
    is('spells', candidate.slice(0, -1) === spelling)
    is('boundAlone', isAlone && fact?.isBound)
    if (mayBeSurname && fact?.isSurname) features.push(['surname', SURNAME])
    if (!isAlone || fact === undefined) return features
    for (const [role, value] of fact.roles) {
      features.push([`${role}<${before}`, value], [`${role}>${after}`, value])
    }
    return features
  })
}

interface ReadingFacts {
  readonly isMinor: boolean
  readonly isBound: boolean
  readonly isSurname: boolean
  readonly roles: readonly SharedFeature[]
}

/** What the dictionary says of each reading of a hanzi. */
const factsOf = perDictionary((hanzi, dictionary): ReadonlyMap<string, ReadingFacts> => {
  const byReading = new Map<string, DictionaryEntry[]>()
  for (const entry of dictionary.entries(hanzi)) {
    const reading = entry.reading.toLowerCase()
    byReading.set(reading, [...(byReading.get(reading) ?? []), entry])
  }
  return new Map(
    [...byReading].map(([reading, entries]) => [
      reading,
      {
        isMinor: entries.every((one) => isMinorEntry(one) || /^[A-Z]/.test(one.reading)),
        isBound: entries.every(({ glosses }) =>
          glosses.every((gloss) => /bound form|used in|^see /.test(gloss)),
        ),
        isSurname: entries.some(({ glosses }) => glosses.some(isSurnameGloss)),
        roles: rolesOf(entries),
      },
    ]),
  )
})

const isSurnameGloss = (gloss: string): boolean => gloss.startsWith('surname ')

function rolesOf(entries: readonly DictionaryEntry[]): readonly SharedFeature[] {
  const weights = new Map<string, number>()
  let total = 0
  for (const entry of entries) {
    for (const [i, gloss] of entry.glosses.entries()) {
      if (gloss.startsWith('CL:') || (isMinorEntry(entry) && !isSurnameGloss(gloss))) continue
      const weight = i === 0 ? 2 : 1
      const role = roleOf(gloss)
      total += weight
      weights.set(role, (weights.get(role) ?? 0) + weight)
    }
  }
  return [...weights]
    .map(([role, weight]) => [role, Math.round((PARTS * weight) / total)] as const)
    .filter(([, value]) => value > 0)
}

function roleOf(gloss: string): string {
  if (isSurnameGloss(gloss)) return 'surname'
  if (isMeasureGloss(gloss)) return 'measure'
  if (/particle|marker|\(used/.test(gloss)) return 'particle'
  return isVerbGloss(gloss) ? 'verb' : 'noun'
}

/** What the other headwords over a place would make of it, though the text is cut otherwise. */
function readingsOfCoveringWords(
  { simplified }: ReadingText,
  at: number,
  own: { readonly start: number; readonly end: number },
  dictionary: Dictionary,
): ReadonlySet<string> {
  const readings = new Set<string>()
  for (let from = Math.max(0, at - REACH + 1); from <= at; from++) {
    dictionary.matches(simplified, from, (end) => {
      if (end <= at || end - from < 2 || (from === own.start && end === own.end)) return
      const [syllables] = wordReadings(simplified.slice(from, end), dictionary)
      const syllable = syllables?.[Array.from(simplified.slice(from, at)).length]
      if (syllable !== undefined) readings.add(syllable)
    })
  }
  return readings
}

/** After 姓 or a familiar 老, 小, before a title, or where a name begins. */
function isSurnamePlace(text: ReadingText, token: number, at: number, isAlone: boolean): boolean {
  const { start, kind } = text.tokens[token]!
  if (kind === 'name') return at === start
  if (!isAlone) return false
  const before = text.word(token - 1) ?? ''
  if (before.endsWith('姓') || text.part(token + 1) === 'T') return true
  return /^[老小]$/.test(before) && !'AS'.includes(text.part(token + 1))
}
