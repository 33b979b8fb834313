import type { TextRange } from '../model.ts'

/**
 * Whether nothing is seen where this UTF-16 unit stands: white space, controls, zero-width characters, direction
 * marks, the byte order mark.
 */
export function isBlank(unit: string): boolean {
  const code = unit.charCodeAt(0)
  if (code <= 0x20) return true
  if (code < 0x7f) return false
  return (
    code <= 0xa0 ||
    code === 0xad ||
    code === 0x34f ||
    code === 0x61c ||
    code === 0x1680 ||
    code === 0x180e ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x206f) ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0xfff9 && code <= 0xfffb)
  )
}

/** The range without blanks at its ends; null when nothing is left. */
export function trimRange(text: string, start: number, end: number): TextRange | null {
  while (start < end && isBlank(text[start]!)) start++
  while (end > start && isBlank(text[end - 1]!)) end--
  return start < end ? { start, end } : null
}

/** The text without blanks at its ends. */
export function trimBlank(text: string): string {
  const range = trimRange(text, 0, text.length)
  return range ? text.slice(range.start, range.end) : ''
}

/** The lines of a text that are not blank, trimmed. Any line break Unicode knows ends a line. */
export function lineRanges(text: string): TextRange[] {
  const lines: TextRange[] = []
  const breaks = /[\n\r\v\f\u0085\u2028\u2029]|$/g
  let start = 0
  for (const match of text.matchAll(breaks)) {
    const line = trimRange(text, start, match.index)
    if (line) lines.push(line)
    start = match.index + 1
  }
  return lines
}
