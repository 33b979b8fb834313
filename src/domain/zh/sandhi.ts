import type { TextRange } from '../model.ts'
import { spokenYi } from './spokenYi.ts'

/**
 * Readings as they are spoken, for drawing only: what is stored and compared are citation tones.
 *
 * - 不 is bú before a fourth tone (不会), and neutral between two same verbs (看不看).
 * - 一 is yí before a fourth tone (一个 too: its 个 was one), yì before the others (一天): `spokenYi`.
 * - A third tone before a third tone is a second (你好 ní hǎo): first within each word, from its end to its start, then
 *   between words where one of the two is a single syllable.
 *
 * @param readings one syllable or null for each UTF-16 unit, as `readZh` gives them
 * @param words the words the text is cut into, in order
 */
export function spokenReadings(
  text: string,
  readings: readonly (string | null)[],
  words: readonly TextRange[],
): readonly (string | null)[] {
  const spoken = [...readings]
  for (const word of words) {
    for (let at = word.start; at < word.end; at++) {
      const next = toneOf(readings[at + 1])
      if (text[at] === '不' && readings[at] === 'bu4') spoken[at] = spokenBu(text, at, next)
      if (text[at] === '一' && readings[at] === 'yi1') spoken[at] = spokenYi(text, at, next, word)
    }
  }
  return joinThirdTones(text, spoken, words)
}

function toneOf(reading: string | null | undefined): number {
  return Number(reading?.at(-1) ?? 0)
}

function spokenBu(text: string, at: number, next: number): string {
  if (next === 0) return 'bu4'
  const isBetweenSame = at > 0 && text[at - 1] === text[at + 1] && text[at - 1] !== '不'
  if (isBetweenSame) return 'bu5'
  return next === 4 ? 'bu2' : 'bu4'
}

function joinThirdTones(
  text: string,
  readings: readonly (string | null)[],
  words: readonly TextRange[],
): readonly (string | null)[] {
  const spoken = [...readings]
  const isThird = (at: number | undefined): boolean => at !== undefined && toneOf(spoken[at]) === 3
  const raise = (at: number): void => {
    spoken[at] = (spoken[at] ?? '').replace(/3$/, '2')
  }
  const groups = words.map((word) => syllablesOf(readings, word))
  for (const group of groups) {
    const parts = partsOf(text, group)
    for (const part of parts) {
      // Of three in a row (展览馆) the first two turn: the next is still as it is cited.
      for (let i = 0; i < part.length - 1; i++) {
        if (isThird(part[i]) && isThird(part[i + 1])) raise(part[i]!)
      }
    }
    const [last, next] = [parts[0]!.at(-1), parts[1]?.[0]]
    if (isThird(last) && isThird(next)) raise(last!)
  }
  for (let i = groups.length - 2; i >= 0; i--) {
    const [one, other] = [groups[i]!, groups[i + 1]!]
    const last = one.at(-1)
    const first = other[0]
    if (last === undefined || first === undefined || first - last > 1) continue
    if (isThird(last) && isThird(first) && (one.length === 1 || other.length === 1)) raise(last)
  }
  return spoken
}

function syllablesOf(
  readings: readonly (string | null)[],
  { start, end }: TextRange,
): readonly number[] {
  const at: number[] = []
  for (let i = start; i < end; i++)
    if (readings[i] !== null && readings[i] !== undefined) at.push(i)
  return at
}

/** Small or young before a whole word: 小老虎 is 小 + 老虎, whereas 小组长 is 小组 + 长. */
const BEFORE_WORD = /^(?:小(?!组|組)|[老纸紙米党黨母女很])/

/** Four syllables are two and two (岂有此理), three sometimes one and two. */
function partsOf(text: string, group: readonly number[]): readonly (readonly number[])[] {
  if (group.length === 4) return [group.slice(0, 2), group.slice(2)]
  if (group.length === 3 && BEFORE_WORD.test(text.slice(group[0], group[2]! + 1))) {
    return [group.slice(0, 1), group.slice(1)]
  }
  return [group]
}
