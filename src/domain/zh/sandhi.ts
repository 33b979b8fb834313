import type { TextRange } from '../model.ts'

/**
 * Readings as they are spoken, for drawing only: what is stored and compared are citation tones.
 *
 * - 不 is bú before a fourth tone (不会), and neutral between two same verbs (看不看).
 * - 一 is yí before a fourth tone (一个 too: its 个 was one), yì before the others (一天), neutral between two same verbs;
 *   it keeps yī at the end, as a digit, in ordinals and dates (第一, 一月, 二〇一一).
 * - A third tone before a third tone is a second (你好 ní hǎo): first within each word, from its end to its start, then
 *   between words where one of the two is a single syllable.
 *
 * @param readings one syllable or null for each UTF-16 unit, as `readZh` gives them
 * @param words the words the text is cut into
 */
export function spokenReadings(
  text: string,
  readings: readonly (string | null)[],
  words: readonly TextRange[],
): readonly (string | null)[] {
  const spoken = [...readings]
  const places = readings.flatMap((reading, at) => (reading === null ? [] : [at]))
  for (const [i, at] of places.entries()) {
    const next = places[i + 1]
    const follows = next === at + 1 ? next : undefined
    if (text[at] === '不' && readings[at] === 'bu4')
      spoken[at] = spokenBu(text, readings, at, follows)
    if (text[at] === '一' && readings[at] === 'yi1')
      spoken[at] = spokenYi(text, readings, at, follows)
  }
  return joinThirdTones(spoken, words)
}

type Readings = readonly (string | null)[]

function toneOf(reading: string | null | undefined): number {
  return Number(reading?.at(-1) ?? 0)
}

function isBetweenSame(text: string, at: number): boolean {
  return at > 0 && text[at - 1] === text[at + 1]
}

function spokenBu(text: string, readings: Readings, at: number, next: number | undefined): string {
  if (next === undefined) return 'bu4'
  if (isBetweenSame(text, at)) return 'bu5'
  return toneOf(readings[next]) === 4 ? 'bu2' : 'bu4'
}

const NUMERAL = /[第〇零○一二三四五六七八九十百千万亿点點0-9]/
const UNIT_AFTER_DATE = /[月日号號楼樓]/

function spokenYi(text: string, readings: Readings, at: number, next: number | undefined): string {
  if (next === undefined) return 'yi1'
  const before = text[at - 1] ?? ''
  const after = text[next] ?? ''
  if (isBetweenSame(text, at) && !NUMERAL.test(before)) return 'yi5'
  const isHundred = /[百千万亿]/.test(after) && !/[第十]/.test(before)
  if (!isHundred && (NUMERAL.test(before) || NUMERAL.test(after) || UNIT_AFTER_DATE.test(after))) {
    return 'yi1'
  }
  const tone = after === '个' || after === '個' ? 4 : toneOf(readings[next])
  return tone === 4 ? 'yi2' : 'yi4'
}

function joinThirdTones(
  readings: readonly (string | null)[],
  words: readonly TextRange[],
): Readings {
  const spoken = [...readings]
  const raise = (at: number): void => {
    spoken[at] = (spoken[at] ?? '').replace(/3$/, '2')
  }
  const syllablesOf = ({ start, end }: TextRange): readonly number[] => {
    const at: number[] = []
    for (let i = start; i < end; i++)
      if (readings[i] !== null && readings[i] !== undefined) at.push(i)
    return at
  }
  const groups = words.map(syllablesOf)
  for (const group of groups) {
    for (let i = group.length - 2; i >= 0; i--) {
      // Two in a row turn the first; of three in a row (展览馆) the first two.
      if (toneOf(readings[group[i]!]) === 3 && toneOf(readings[group[i + 1]!]) === 3)
        raise(group[i]!)
    }
  }
  for (let i = groups.length - 2; i >= 0; i--) {
    const [one, other] = [groups[i]!, groups[i + 1]!]
    const last = one.at(-1)
    const first = other[0]
    if (last === undefined || first === undefined || first - last > 1) continue
    const meet = toneOf(spoken[last]) === 3 && toneOf(spoken[first]) === 3
    if (meet && (one.length === 1 || other.length === 1)) raise(last)
  }
  return spoken
}
