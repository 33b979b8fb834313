import type { TextRange } from '../model.ts'
import { trimRange } from './ranges.ts'

const PAIRS = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
] as const

/** Whether the quotation mark at one end of a text has no other half in it, walking from there to the other end. */
function isStray(text: string, from: number, step: 1 | -1): boolean {
  const mark = text[from]!
  const pair = PAIRS.find(([open, close]) => mark === open || mark === close)
  if (pair === undefined) return mark === '"' && text.split('"').length % 2 === 0
  const [opens, closes] = step === 1 ? pair : [pair[1], pair[0]]
  if (mark === closes) return true
  // At the end of a word it may be an apostrophe.
  if (mark === '’' && /\p{L}/u.test(text[from - 1] ?? '')) return false
  let depth = 0
  for (let at = from; at >= 0 && at < text.length; at += step) {
    if (text[at] === opens) depth += 1
    else if (text[at] === closes) depth -= 1
    if (depth === 0) return false
  }
  return true
}

/**
 * A text without the quotation marks at its edges whose other half stands in a sentence before or after it; without blanks
 * at its ends.
 */
export function withoutStrayQuotes(text: string): TextRange {
  let range = trimRange(text, 0, text.length)
  while (range !== null) {
    const { start, end } = range
    const part = text.slice(start, end)
    if (isStray(part, 0, 1)) range = trimRange(text, start + 1, end)
    else if (isStray(part, part.length - 1, -1)) range = trimRange(text, start, end - 1)
    else return range
  }
  return { start: 0, end: text.length }
}
