import type { TextRange } from '../model.ts'

/** What stands between hanzi and the marks of Chinese sentences. */
const NOT_CHINESE = /[^\p{Script=Han}。！？，；：、]+/gu
const HAN = /^\p{Script=Han}/u
/** The end of the last sentence: its mark and what closes after it. Before hanzi a quotation or bracket may open. */
const LAST_MARK = {
  beforeHan: /[.!?…](["”’')]*)\s*["“‘「『（《]?$/,
  atEnd: /[.!?…](["”’')]*)\s*$/,
} as const
/** What a Chinese sentence ends with, and what an English one begins with. */
const BEFORE = /[。！？…”’」』）]/
const FIRST = /[A-Z0-9"“‘'(]/

/**
 * Where English sentences stand that begin a line or follow a Chinese sentence, and end before hanzi or the line does: one
 * stretch at most between two hanzi.
 */
export function englishStretches(line: string): readonly TextRange[] {
  const stretches: TextRange[] = []
  for (const { index, 0: part } of line.matchAll(NOT_CHINESE)) {
    const after = index + part.length
    if (after < line.length && !HAN.test(line.slice(after, after + 2))) continue
    const mark = (after < line.length ? LAST_MARK.beforeHan : LAST_MARK.atEnd).exec(part)
    if (mark === null) continue
    const start = firstIn(part, line[index - 1], mark.index)
    if (start < 0) continue
    stretches.push({ start: index + start, end: index + mark.index + 1 + mark[1]!.length })
  }
  return stretches
}

/** Where the first sentence begins before `end`, given what stands before the part; −1 when none does. */
function firstIn(part: string, before: string | undefined, end: number): number {
  if (before === undefined && FIRST.test(part[0]!) && end > 0) return 0
  let mayBegin = before !== undefined && BEFORE.test(before)
  for (let at = 0; at < end; at++) {
    const unit = part[at]!
    if (mayBegin && FIRST.test(unit)) return at
    if (!/\s/.test(unit)) mayBegin = BEFORE.test(unit)
  }
  return -1
}
