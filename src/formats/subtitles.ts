import type { Issue, Parsed } from '../domain/errors.ts'
import { type Cue, byTime } from './cues.ts'
import { textFormat } from './format.ts'
import { subtitleText } from './subtitleText.ts'

const STAMP = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?`
const ARROW = new RegExp(String.raw`^\s*${STAMP}\s*-{1,2}>\s*${STAMP}(?:\s.*)?$`)
const LINE_BREAK = /\r\n|[\n\r]/
/** Blocks of WebVTT that are not shown. */
const UNSHOWN = /^(?:NOTE|STYLE|REGION|X-TIMESTAMP-MAP)\b/
/** Further flaws are not worth telling one by one. */
const MOST_ISSUES = 20
/** [00:05.64]: of a line of LRC, which may have several; offset and the like stand in heads. */
const LRC_STAMP = /^\[(\d{1,3}):(\d{1,2})(?:[.:](\d{1,3}))?\]/
const LRC_HEAD = /^\[[a-z#]+:[^\]]*\]\s*$/i
/** A line of a song that is followed by none is sung so long. */
const LAST_LINE_MS = 5_000

/** SubRip and WebVTT. */
export const subtitles = textFormat({
  id: 'subtitles',
  extensions: ['srt', 'vtt'],
  mediaTypes: ['application/x-subrip', 'text/vtt'],
  looksLike: (text) => /^\s*WEBVTT\b/.test(text) || looksTimed(text, ARROW),
  read: (text) => found(readArrows(text)),
})

/** Advanced SubStation Alpha, and its elder. */
export const ass = textFormat({
  id: 'ass',
  extensions: ['ass', 'ssa'],
  looksLike: (text) => /^\s*\[Script Info\]/i.test(text),
  read: (text) => found(readAss(text)),
})

/** Words of a song. */
export const lrc = textFormat({
  id: 'lrc',
  extensions: ['lrc'],
  looksLike: (text) => {
    const lines = filledLines(text).filter((line) => !LRC_HEAD.test(line))
    const timed = lines.filter((line) => LRC_STAMP.test(line))
    return timed.length > 1 && timed.length >= 0.8 * lines.length
  },
  read: (text) => found(readLrc(text)),
})

const filledLines = (text: string): readonly string[] =>
  text.split(LINE_BREAK).filter((line) => line.trim() !== '')

/** Two lines of times, and as many of them as there may be in subtitles. */
function looksTimed(text: string, stamp: RegExp): boolean {
  if (!text.includes('->')) return false
  const lines = filledLines(text)
  const timed = lines.filter((line) => stamp.test(line)).length
  return timed > 0 && timed >= lines.length / 12
}

function found({ value, issues }: Parsed<readonly Cue[]>) {
  if (value.length === 0) return { value: null, issues: [...issues, { code: 'empty' as const }] }
  return { value: { kind: 'cues' as const, cues: value }, issues }
}

function timeOf(match: readonly (string | undefined)[], at: number): number {
  const [hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match.slice(at, at + 4)
  const ms = Number(fraction.padEnd(3, '0'))
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + ms
}

/** Cues by their line of times; the number over it may be missing, and blank lines may stand in a cue. */
function readArrows(text: string): Parsed<readonly Cue[]> {
  const lines = text.split(LINE_BREAK)
  const cues: Cue[] = []
  const issues: Issue[] = []
  let open: { start: number; end: number; lines: string[] } | null = null
  let isUnshown = false
  const close = () => {
    if (open !== null && open.lines.length > 0) cues.push(open)
    open = null
  }
  for (const [at, line] of lines.entries()) {
    const times = line.includes('->') ? ARROW.exec(line) : null
    if (times !== null) {
      close()
      isUnshown = false
      const start = timeOf(times, 1)
      open = { start, end: Math.max(start, timeOf(times, 5)), lines: [] }
    } else if (line.trim() === '') isUnshown = false
    else if (open === null || isUnshown || isNumberOfNext(lines, at)) continue
    else if (lines[at - 1]?.trim() === '' && UNSHOWN.test(line)) isUnshown = true
    else if (line.includes('-->') && issues.length < MOST_ISSUES)
      issues.push({ code: 'badTime', line: at + 1, found: line.slice(0, 60) })
    else {
      const said = subtitleText(line)
      if (said !== '') open.lines.push(said)
    }
  }
  close()
  return { value: cues, issues }
}

/** Whether a line is what the next cue is called: it stands right over its times, after a blank line or as a number. */
function isNumberOfNext(lines: readonly string[], at: number): boolean {
  if (!ARROW.test(lines[at + 1] ?? '')) return false
  return /^\s*\d+\s*$/.test(lines[at]!) || (lines[at - 1] ?? '').trim() === ''
}

const ASS_FORMAT = ['Layer', 'Start', 'End', 'Style', 'Name', 'MarginL', 'MarginR', 'MarginV']
const ASS_FIELDS = [...ASS_FORMAT, 'Effect', 'Text'].map((name) => name.toLowerCase())
const STAMP_ONLY = new RegExp(`^\\s*${STAMP}\\s*$`)

/** Cues by the fields that the line of formats names; the last of them has the commas that are left. */
function readAss(text: string): Parsed<readonly Cue[]> {
  let fields: readonly string[] = ASS_FIELDS
  let isEvents = false
  const cues: Cue[] = []
  const issues: Issue[] = []
  for (const [at, line] of text.split(LINE_BREAK).entries()) {
    const section = /^\s*\[([^\]]*)\]\s*$/.exec(line)
    if (section) isEvents = section[1]!.trim().toLowerCase() === 'events'
    if (!isEvents) continue
    const [, name = '', rest = ''] = /^\s*(Format|Dialogue)\s*:(.*)$/i.exec(line) ?? []
    if (name.toLowerCase() === 'format')
      fields = rest.split(',').map((field) => field.trim().toLowerCase())
    if (name.toLowerCase() !== 'dialogue') continue
    const cue = eventOf(rest, fields)
    if (cue === null) {
      if (issues.length < MOST_ISSUES)
        issues.push({ code: 'badTime', line: at + 1, found: line.slice(0, 60) })
    } else if (cue.lines.length > 0) cues.push(cue)
  }
  return { value: byTime(cues), issues }
}

function eventOf(rest: string, fields: readonly string[]): Cue | null {
  const parts = rest.split(',')
  const valueOf = (name: string) => parts[fields.indexOf(name)]?.trim() ?? ''
  const [from, to] = [STAMP_ONLY.exec(valueOf('start')), STAMP_ONLY.exec(valueOf('end'))]
  if (from === null || to === null) return null
  const start = timeOf(from, 1)
  const said = parts.slice(fields.length - 1).join(',')
  // Figures after \p1 are strokes of a drawing.
  const words = said.replace(/\{[^{}]{0,300}\\p[1-9][^{}]{0,300}\}[^{}]*/g, '')
  const lines = words
    .replace(/\{[^{}]*\}/g, '')
    .replace(/\\h/g, ' ')
    .split(/\\[Nn]/)
    .map(subtitleText)
  return {
    start,
    end: Math.max(start, timeOf(to, 1)),
    lines: lines.filter((line) => line !== ''),
  }
}

/** Lines by their first stamp: one that is sung again is learnt once. Lines of one time are one cue. */
function readLrc(text: string): Parsed<readonly Cue[]> {
  const timed: { start: number; words: string }[] = []
  for (const line of text.split(LINE_BREAK)) {
    if (LRC_HEAD.test(line) && !LRC_STAMP.test(line)) continue
    let rest = line.trim()
    let start: number | null = null
    for (let stamp = LRC_STAMP.exec(rest); stamp !== null; stamp = LRC_STAMP.exec(rest)) {
      start ??= timeOf(['0', ...stamp.slice(1)], 0)
      rest = rest.slice(stamp[0].length).trimStart()
    }
    const words = subtitleText(rest)
    if (words !== '') timed.push({ start: start ?? timed.at(-1)?.start ?? 0, words })
  }
  const lines = timed.toSorted((one, two) => one.start - two.start)
  const cues: { start: number; end: number; lines: string[] }[] = []
  for (const { start, words } of lines) {
    const last = cues.at(-1)
    if (last?.start === start) last.lines.push(words)
    else {
      if (last) last.end = start
      cues.push({ start, end: start + LAST_LINE_MS, lines: [words] })
    }
  }
  return { value: cues, issues: [] }
}
