import type { Side } from '../../model.ts'
import { americanSpelling } from '../../en/americanSpelling.ts'
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
 * What is to be thought of a typed word: right when it equals one of the answers once both are folded, in whichever
 * spelling (colour, color); near when it is another form of it (ceasefires), one letter is wrong, or two of a long word are.
 *
 * @param answers the first is the one asked for
 */
export function judgeWord(typed: string, answers: readonly string[], side: Side): Verdict {
  const said = foldTyped(typed, side)
  const wanted = answers.map((answer) => foldTyped(answer, side)).filter(Boolean)
  if (said === '') return 'wrong'
  if (wanted.includes(said)) return 'right'
  if (side === 'en' && wanted.some((answer) => american(answer) === american(said))) return 'right'
  return side === 'en' && wanted.some((answer) => isNear(said, answer)) ? 'near' : 'wrong'
}

/** Shorter words have too many neighbours. */
const LEAST_LETTERS = 4
/** In these two letters may be wrong. */
const LONG = 9

function isNear(said: string, answer: string): boolean {
  if (lemmas(said) === lemmas(answer)) return true
  if (answer.length < LEAST_LETTERS) return false
  return lettersApart(said, answer) <= (answer.length >= LONG ? 2 : 1) || isSwapped(said, answer)
}

/** Whether two neighbours changed places: recieve. */
function isSwapped(said: string, answer: string): boolean {
  if (said.length !== answer.length) return false
  const at = [...said].findIndex((letter, i) => letter !== answer[i])
  return said.slice(0, at) + (said[at + 1] ?? '') + (said[at] ?? '') + said.slice(at + 2) === answer
}

const american = (text: string): string => text.split(' ').map(americanSpelling).join(' ')

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
