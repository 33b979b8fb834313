import type { TextRange } from '../model.ts'

/** White space, controls, and what is there without being seen: zero-width characters, direction marks, BOM. */
const BLANK =
  /[\s\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/

/** Whether nothing is seen where this UTF-16 unit stands. */
export function isBlank(unit: string): boolean {
  return BLANK.test(unit)
}

/** The range without blanks at its ends; null when nothing is left. */
export function trimRange(text: string, start: number, end: number): TextRange | null {
  while (start < end && isBlank(text[start]!)) start++
  while (end > start && isBlank(text[end - 1]!)) end--
  return start < end ? { start, end } : null
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
