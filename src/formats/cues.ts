import { countLetters, languageOf } from '../domain/text/language.ts'
import type { Source } from '../domain/text/layoutTypes.ts'

/** What is shown, or sung, at a time. */
export interface Cue {
  /** In ms; `end` is not before `start`. */
  readonly start: number
  readonly end: number
  /** Without markup; at least one. */
  readonly lines: readonly string[]
}

/** Cues that begin and end this close to each other in ms are shown as one. */
const SAME_TIME_MS = 120
/** With this share of its cues in both languages a file is a table of pairs. */
const BILINGUAL_SHARE = 0.5
const DASH = /^[-–—−‐]\s*(?=\S)/

/** What a file of subtitles says: a row a cue when it has both languages, else its lines. */
export function sourceOfCues(cues: readonly Cue[]): Exclude<Source, { kind: 'deck' }> {
  const rows = together(cues).map(({ lines }) => sidesOf(lines))
  const paired = rows.filter(([zh, en]) => zh !== '' && en !== '')
  if (paired.length > 0 && paired.length >= BILINGUAL_SHARE * rows.length)
    return { kind: 'rows', rows, sentences: true }
  return { kind: 'text', text: textOfCues(cues) }
}

/** The lines of all cues, those of one cue joined as far as they are one sentence. */
export const textOfCues = (cues: readonly Cue[]): string =>
  cues.map(({ lines }) => joinedLines(lines).join('\n')).join('\n')

/** In the order of time; cues at one time (a file with a cue for each language) become one. */
function together(cues: readonly Cue[]): readonly Cue[] {
  const merged: { start: number; end: number; lines: string[] }[] = []
  for (const { start, end, lines } of byTime(cues)) {
    const last = merged.at(-1)
    const isSame =
      last !== undefined &&
      Math.abs(last.start - start) <= SAME_TIME_MS &&
      Math.abs(last.end - end) <= SAME_TIME_MS
    if (!isSame) merged.push({ start, end, lines: [...lines] })
    else for (const line of lines) last.lines.push(line)
  }
  return merged
}

export const byTime = (cues: readonly Cue[]): readonly Cue[] =>
  cues.toSorted((one, two) => one.start - two.start || one.end - two.end)

/** The Chinese and the English of a cue. A line without letters goes with the one before it. */
function sidesOf(lines: readonly string[]): readonly [zh: string, en: string] {
  const zh: string[] = []
  const en: string[] = []
  let side = lines.map(languageOf).find((one) => one !== null) ?? 'zh'
  for (const line of lines) {
    for (const { text, language } of halves(line)) {
      side = language ?? side
      ;(side === 'zh' ? zh : en).push(text)
    }
  }
  return [joinedLines(zh).join('\n'), joinedLines(en).join('\n')]
}

/** 好的。 / Fine. on one line: both halves; else the line. */
function halves(line: string): readonly { text: string; language: 'zh' | 'en' | null }[] {
  const parts = line.split(/\s+[/|｜]\s+|\t+|\s{3,}/)
  const split = parts.map((text) => ({ text, language: languageOf(text) }))
  const [one, two] = split
  const isPair = parts.length === 2 && one!.language !== null && two!.language !== null
  return isPair && one!.language !== two!.language
    ? split
    : [{ text: line, language: languageOf(line) }]
}

const STOP = /[.!?…。！？]["'”’」）)]*$/
const LONGEST_STOP = 6

/** Lines of one side of a cue: those somebody else speaks, or another sentence, stay; a wrapped one goes on. */
export function joinedLines(lines: readonly string[]): readonly string[] {
  const isTalk = lines.filter((line) => DASH.test(line)).length >= Math.min(2, lines.length)
  const joined: string[] = []
  for (const line of lines) {
    const last = joined.at(-1)
    const startsNew = isTalk && DASH.test(line)
    const text = isTalk ? line.replace(DASH, '') : line
    if (last === undefined || startsNew || STOP.test(last.slice(-LONGEST_STOP))) joined.push(text)
    else joined[joined.length - 1] = `${last} ${text}`
  }
  return joined
}

/** Whether most of what the cues say is Chinese. */
export function isChinese(cues: readonly Cue[]): boolean {
  const { hanzi, other } = countLetters(cues.flatMap(({ lines }) => lines).join('\n'))
  return hanzi > 0.3 * other
}
