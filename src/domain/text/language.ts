import type { Side } from '../model.ts'
import { isHanzi } from './hanzi.ts'

/** A line is Chinese from this share of hanzi among its letters on: Chinese lines carry Latin names. */
const CHINESE_SHARE = 0.3

/** Letters of a text: hanzi, and those of any other script. Figures, marks and signs are no letters. */
export interface LetterCount {
  readonly hanzi: number
  readonly other: number
}

const LETTER = /\p{L}/u

export function countLetters(text: string): LetterCount {
  let hanzi = 0
  let other = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!
    if (code > 0xffff) at++
    if (isHanzi(code)) hanzi++
    else if (code < 0x80 ? (code | 32) >= 97 && (code | 32) <= 122 : isOtherLetter(code)) other++
  }
  return { hanzi, other }
}

function isOtherLetter(code: number): boolean {
  return LETTER.test(String.fromCodePoint(code))
}

/** The side a line belongs to: `zh` when at least 30 % of its letters are hanzi, else `en`; null without letters. */
export function languageOf(text: string): Side | null {
  return sideOf(countLetters(text))
}

/** {@link languageOf} a text with these letters. */
export function sideOf({ hanzi, other }: LetterCount): Side | null {
  if (hanzi + other === 0) return null
  return hanzi >= CHINESE_SHARE * (hanzi + other) ? 'zh' : 'en'
}

/** Whether a text holds both hanzi and other letters; stops at the first of each. */
export function isMixed(text: string): boolean {
  return /[\u3400-\u9fff]/.test(text) && /[A-Za-z\u00c0-\u024f]/.test(text)
}
