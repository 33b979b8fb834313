import { isHanzi } from '../text/hanzi.ts'
import { UNKNOWN } from './unknown.ts'
import { spokenReadings } from './sandhi.ts'
import { toneMarks } from './toneMarks.ts'
import { zhuyin } from './zhuyin.ts'

/** A syllable as it is drawn, and its tone, 1 … 5; 0 when it has none. */
export interface DrawnSyllable {
  readonly text: string
  readonly tone: number
}

/** A numbered syllable in the learner's own notation; nothing for a hanzi whose reading nobody knows. */
export function drawSyllable(syllable: string, notation: 'pinyin' | 'zhuyin'): DrawnSyllable {
  if (syllable === UNKNOWN) return { text: '', tone: 0 }
  const text = notation === 'zhuyin' ? zhuyin(syllable) : toneMarks(syllable)
  return { text, tone: Number(/[1-5]$/.exec(syllable)?.[0] ?? 0) }
}

/**
 * A word's reading as it is spoken: stored are citation tones, drawn is sandhi (你好 ní hǎo, 一个 yí gè). Without sandhi when
 * the word is not given or has another number of hanzi.
 *
 * @param reading numbered syllables separated by spaces
 */
export function drawReading(
  reading: string,
  notation: 'pinyin' | 'zhuyin',
  word = '',
): readonly DrawnSyllable[] {
  const syllables = reading.split(' ').filter(Boolean)
  return spokenIn(word, syllables).map((syllable) => drawSyllable(syllable, notation))
}

/** A word's reading with the tones its syllables have next to each other; numbered syllables separated by spaces. */
export const spokenReading = (word: string, reading: string): string =>
  spokenIn(word, reading.split(' ').filter(Boolean)).join(' ')

function spokenIn(word: string, syllables: readonly string[]): readonly string[] {
  const places = hanziPlaces(word)
  if (places.length !== syllables.length) return syllables
  const readings = Array.from({ length: word.length }, (): string | null => null)
  places.forEach((at, i) => (readings[at] = syllables[i]!))
  const spoken = spokenReadings(word, readings, [{ start: 0, end: word.length }])
  return places.map((at) => spoken[at]!)
}

/** Offsets of the hanzi of a word. */
function hanziPlaces(word: string): readonly number[] {
  const places: number[] = []
  let at = 0
  for (const character of word) {
    if (isHanzi(character.codePointAt(0)!)) places.push(at)
    at += character.length
  }
  return places
}
