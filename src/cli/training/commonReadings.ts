import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { isHanziAt } from '../../domain/text/hanzi.ts'
import { wordReadings } from '../../domain/zh/wordReading.ts'

const LONGEST_WORD = 4
/** A word of the least frequency counts so much, one a power of ten commoner one more. */
const LEAST = 0.2
const FLOOR = -7
/** Added to every sum, so that a reading no word has is not impossible. */
const SMOOTHING = 2

export type CommonReadings = ReadonlyMap<string, ReadonlyMap<string, number>>

const made = new WeakMap<Dictionary, CommonReadings>()

/**
 * How common each reading of a hanzi is in the dictionary's words of two to four characters, commoner words counting more: a
 * logarithm in eighths. Of hanzi with several readings.
 */
export function commonReadings(dictionary: Dictionary): CommonReadings {
  const known = made.get(dictionary)
  if (known) return known
  const sums = new Map<string, Map<string, number>>()
  for (const word of dictionary.headwords()) {
    const characters = [...word]
    if (characters.length < 2 || characters.length > LONGEST_WORD) continue
    const [syllables] = wordReadings(word, dictionary)
    const worth = Math.max(LEAST, (dictionary.logFrequency(word) ?? FLOOR) - FLOOR)
    for (const [i, character] of characters.entries()) {
      const syllable = syllables?.[i]
      if (!syllable || !isHanziAt(character, 0)) continue
      const ofCharacter = sums.get(character) ?? new Map<string, number>()
      sums.set(character, ofCharacter.set(syllable, (ofCharacter.get(syllable) ?? 0) + worth))
    }
  }
  const common: CommonReadings = new Map(
    [...sums]
      .filter(([hanzi]) => wordReadings(hanzi, dictionary).length > 1)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([hanzi, readings]) => [
        hanzi,
        new Map(
          [...readings].map(([one, sum]) => [one, Math.round(8 * Math.log(sum + SMOOTHING))]),
        ),
      ]),
  )
  made.set(dictionary, common)
  return common
}
