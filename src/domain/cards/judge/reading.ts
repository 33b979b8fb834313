import { zhuyin } from '../../zh/zhuyin.ts'
import type { Verdict } from './verdict.ts'
import { lettersApart } from './word.ts'

/** One syllable of a reading that was typed. */
export interface JudgedSyllable {
  /** As it is said: a numbered syllable. */
  readonly wanted: string
  /** What was typed for it: a numbered syllable, letters that are none, or nothing. */
  readonly typed: string
  readonly is: 'right' | 'tone' | 'wrong'
}

/** What is to be thought of a typed reading, and of each of its syllables. */
export interface JudgedReading {
  readonly verdict: Verdict
  readonly syllables: readonly JudgedSyllable[]
}

/** A letter that was typed with the tone that is marked on it or stands after it; 0 without one. */
interface Letter {
  readonly letter: string
  readonly tone: number
  /** Whether a syllable must end after it: a space, an apostrophe or a tone's number follows. */
  readonly ends: boolean
}

/**
 * A typed reading beside the right one, syllable by syllable: in pinyin with numbers or marks, `v`, `u:` or ü, with or
 * without spaces and apostrophes, full-width or not; or in zhuyin. No tone is the neutral one in pinyin, the first in zhuyin.
 * Right is every syllable with its tone; near is one wrong tone and nothing else.
 *
 * @param reading numbered syllables separated by spaces
 * @param spoken the same with the tones they have next to each other, which are right as well
 */
export function judgeReading(typed: string, reading: string, spoken = reading): JudgedReading {
  const wanted = reading.split(' ').filter(Boolean)
  const also = spoken.split(' ').filter(Boolean)
  const isZhuyin = /[\u3105-\u312f]/.test(typed)
  const letters = isZhuyin ? zhuyinLetters(typed) : pinyinLetters(typed)
  const sounds = wanted.map((syllable) => soundOf(syllable, isZhuyin))
  const parts = cut(letters, sounds)
  const toneAt = (at: number) => parts[at]?.find(({ tone }) => tone > 0)?.tone
  const syllables = parts.map((part, at): JudgedSyllable => {
    const own = wanted[at]!
    const said = part.map(({ letter }) => letter).join('')
    // An r that colours the syllable before it bears that one's tone where it is written as part of it: dianr3.
    const isR = own === 'r5' && said === 'r'
    const after = wanted[at + 1] === 'r5' ? toneAt(at + 1) : undefined
    const given = isR ? 5 : (toneAt(at) ?? after)
    const tone = given ?? (isZhuyin && said !== '' ? 1 : 5)
    const tones = [own, also[at] ?? own].map((one) => Number(one.at(-1)))
    const isSame = said === sounds[at]
    const written = isSame ? own.slice(0, -1) : said.replace(/v/g, 'u:')
    return {
      wanted: own,
      typed: written === '' ? '' : `${written}${tone}`,
      is: !isSame ? 'wrong' : tones.includes(tone) ? 'right' : 'tone',
    }
  })
  const off = syllables.filter(({ is }) => is !== 'right')
  const isNear = off.length === 1 && off[0]?.is === 'tone'
  const isRight = off.length === 0 && syllables.length > 0
  return { verdict: isRight ? 'right' : isNear ? 'near' : 'wrong', syllables }
}

/** A numbered syllable as its letters are compared: ü is v, and u where nothing else can be meant. */
function soundOf(syllable: string, isZhuyin: boolean): string {
  if (isZhuyin) return zhuyin(`${syllable.slice(0, -1)}1`)
  return syllable.toLowerCase().slice(0, -1).replace(/u:|ü/g, 'v')
}

const MARKS: Readonly<Record<string, number>> = {
  '\u0304': 1,
  '\u0301': 2,
  '\u030c': 3,
  '\u0306': 3,
  '\u0300': 4,
}

function pinyinLetters(typed: string): readonly Letter[] {
  const plain = typed
    .normalize('NFKD')
    .toLowerCase()
    .replace(/u(?:\u0308|:)|ü/g, 'v')
    .replace(/([nl])ue/g, '$1ve')
    // After j, q, x and y there is no other u.
    .replace(/([jqxy])v/g, '$1u')
  const letters: { letter: string; tone: number; ends: boolean }[] = []
  for (const character of plain) {
    const last = letters.at(-1)
    const mark = MARKS[character]
    if (/[a-zê]/.test(character)) letters.push({ letter: character, tone: 0, ends: false })
    // Dots of ü that stand after a tone mark.
    else if (character === '\u0308' && last?.letter === 'u') last.letter = 'v'
    else if (last === undefined) continue
    else if (mark !== undefined) last.tone = mark
    else {
      if (/[0-5]/.test(character)) last.tone = character === '0' ? 5 : Number(character)
      last.ends = true
    }
  }
  return letters
}

const ZHUYIN_TONES = '˙ˉˊˇˋ'
const isZhuyinLetter = (character: string): boolean => /^[\u3105-\u312f]$/.test(character)

function zhuyinLetters(typed: string): readonly Letter[] {
  const letters: { letter: string; tone: number; ends: boolean }[] = []
  let neutral = false
  const characters = [...typed]
  for (const [at, character] of characters.entries()) {
    const last = letters.at(-1)
    const tone = ZHUYIN_TONES.indexOf(character)
    if (isZhuyinLetter(character)) {
      letters.push({ letter: character, tone: neutral ? 5 : 0, ends: false })
      neutral = false
      continue
    }
    // The dot stands before its syllable, or, as keyboards have it, after it.
    if (tone === 0 && isZhuyinLetter(characters[at + 1] ?? '')) neutral = true
    else if (last !== undefined && tone >= 0) last.tone = tone === 0 ? 5 : tone
    if (last !== undefined) last.ends = true
  }
  return letters
}

/** What a cut costs that goes against a space or a tone's number. */
const AGAINST = 2

/** The letters cut into as many parts as there are syllables, so that they differ from those least. */
function cut(
  letters: readonly Letter[],
  sounds: readonly string[],
): readonly (readonly Letter[])[] {
  const count = letters.length
  const costOf = (from: number, to: number, sound: string): number => {
    const part = letters.slice(from, to)
    const inside = part.slice(0, -1).filter(({ ends }) => ends).length
    return lettersApart(part.map(({ letter }) => letter).join(''), sound) + AGAINST * inside
  }
  // Cheapest way to have the first so many letters be the first so many syllables, and where the last of them begins.
  let costs = Array.from({ length: count + 1 }, (_, at) => (at === 0 ? 0 : Infinity))
  const begins: number[][] = []
  for (const sound of sounds) {
    const next = Array.from({ length: count + 1 }, () => Infinity)
    const from = Array.from({ length: count + 1 }, () => 0)
    for (let to = 0; to <= count; to++) {
      for (let start = Math.max(0, to - LONGEST); start <= to; start++) {
        const cost = costs[start]! + costOf(start, to, sound)
        if (cost < next[to]!) {
          next[to] = cost
          from[to] = start
        }
      }
    }
    costs = next
    begins.push(from)
  }
  const parts: (readonly Letter[])[] = []
  let end = count
  for (let at = sounds.length - 1; at >= 0; at--) {
    const start = begins[at]![end]!
    parts.unshift(letters.slice(start, end))
    end = start
  }
  return parts
}

/** Letters of the longest syllable, with some to spare for what is typed wrongly. */
const LONGEST = 10
