import type { Side } from '../../model.ts'
import { lemmaEn } from '../../text/lemmaEn.ts'
import type { Verdict } from './verdict.ts'

/**
 * A text that was typed, so that what a keyboard makes of one answer is one: full-width letters and spaces as usual ones,
 * no case, straight quotes, one kind of dash, no marks around it. Hanzi lose their spaces.
 */
export function foldTyped(text: string, side: Side): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '')
  return side === 'zh' ? folded.replace(/[\s·•・‧]/g, '') : folded.replace(/[\s-]+/g, ' ')
}

/**
 * What is to be thought of a typed word: right when it equals one of the answers once both are folded, near when it is
 * another form of it (ceasefires) or one letter is wrong.
 *
 * @param answers the first is the one asked for
 */
export function judgeWord(typed: string, answers: readonly string[], side: Side): Verdict {
  const said = foldTyped(typed, side)
  const wanted = answers.map((answer) => foldTyped(answer, side)).filter(Boolean)
  if (said === '') return 'wrong'
  if (wanted.includes(said)) return 'right'
  return side === 'en' && wanted.some((answer) => isNear(said, answer)) ? 'near' : 'wrong'
}

/** Shorter words have too many neighbours. */
const LEAST_LETTERS = 4

function isNear(said: string, answer: string): boolean {
  if (lemmas(said) === lemmas(answer)) return true
  return answer.length >= LEAST_LETTERS && lettersApart(said, answer) === 1
}

const lemmas = (text: string): string => text.split(' ').map(lemmaEn).join(' ')

/** How many letters must be exchanged, left out or put in to make one text the other (Levenshtein). */
export function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let at = 0; at < b.length; at++) {
      const exchanged = row[at]! + (letter === b[at] ? 0 : 1)
      next.push(Math.min(exchanged, row[at + 1]! + 1, next[at]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
