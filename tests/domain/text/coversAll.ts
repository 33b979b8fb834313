import type { TextRange } from '../../../src/domain/model.ts'
import { isBlank } from '../../../src/domain/text/ranges.ts'

/** Whether the ranges are trimmed, in order, apart, inside the text, and leave out nothing but blanks. */
export function coversAll(text: string, ranges: readonly TextRange[]): boolean {
  let covered = 0
  for (const { start, end } of [...ranges, { start: text.length, end: text.length }]) {
    if (start < covered || end > text.length) return false
    if (
      text
        .slice(covered, start)
        .split('')
        .some((unit) => !isBlank(unit))
    )
      return false
    if (start < end && (isBlank(text[start]!) || isBlank(text[end - 1]!))) return false
    covered = end
  }
  return true
}
