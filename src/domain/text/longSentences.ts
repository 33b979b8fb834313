import type { TextRange } from '../model.ts'
import { isBlank, trimRange } from './ranges.ts'

/** A sentence longer than this, in UTF-16 units, is a text without stops; in novels the longest have half of it. */
const LONGEST_SENTENCE = 2_000
/** So far back a pause is looked for to cut it at. */
const REACH = 400
const PAUSE = /[，,；;：:、—–]/

/**
 * The range in pieces no longer than a sentence may be, cut behind a pause or at a space where there is one: whatever comes
 * after takes the square of a sentence's length, and a page of dots must not stop the app.
 */
export function cutLong(text: string, range: TextRange): readonly TextRange[] {
  if (range.end - range.start <= LONGEST_SENTENCE) return [range]
  const pieces: TextRange[] = []
  for (let start = range.start; start < range.end;) {
    const end = range.end - start <= LONGEST_SENTENCE ? range.end : cutBefore(text, start)
    const piece = trimRange(text, start, end)
    if (piece) pieces.push(piece)
    start = end
  }
  return pieces
}

/** The last good place to cut within a sentence's length of `start`. */
function cutBefore(text: string, start: number): number {
  const most = start + LONGEST_SENTENCE
  for (let at = most; at > most - REACH; at--)
    if (PAUSE.test(text[at - 1]!) || isBlank(text[at]!)) return at
  return /[\ud800-\udbff]/.test(text[most - 1]!) ? most - 1 : most
}
