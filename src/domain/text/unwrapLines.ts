import type { Side } from '../model.ts'

/** A line that is not blank, with what its surroundings tell of paragraphs. */
export interface Line extends Paragraph {
  /** A blank line stood before it, or it is the first. */
  readonly startsBlock: boolean
  /** It is indented, as the first line of a paragraph may be. */
  readonly isIndented: boolean
}

/** A paragraph as it stands, on one line, and the language it is in. */
export interface Paragraph {
  readonly text: string
  readonly side: Side
  /** Its length in Latin letters, comparable over both languages. */
  readonly weight: number
}

/** What hard-wrapped text of a side looks like: widths in UTF-16 units, and what ends a line that is really finished. */
const WRAPPING = {
  en: { least: 45, most: 110, slack: 22, finished: /[.!?:;…]["'”’)\]]*$/, glue: ' ' },
  zh: { least: 15, most: 90, slack: 2, finished: /[。！？!?：:；…][”’」』）)"']*$/, glue: '' },
} as const
/** Share of the line pairs that must read on, and of those that must fill the width. */
const READS_ON_SHARE = 0.5
const FILLED_SHARE = 0.8

/** The lines as paragraphs: each side's hard-wrapped lines joined where it is clear that they are, else a line each. */
export function unwrapLines(lines: readonly Line[]): readonly Paragraph[] {
  const width = { zh: wrapWidth(lines, 'zh'), en: wrapWidth(lines, 'en') }
  if (width.zh === null && width.en === null) return lines
  const paragraphs: { readonly side: Side; text: string; weight: number }[] = []
  for (const [at, line] of lines.entries()) {
    const previous = lines[at - 1]
    const last = paragraphs.at(-1)
    if (last && previous && continues(previous, line, width[line.side])) {
      last.text = joinLines(last.text, line.text, line.side)
      last.weight += line.weight
    } else {
      paragraphs.push({ side: line.side, text: line.text, weight: line.weight })
    }
  }
  return paragraphs
}

/** Whether two lines stand in one block of one language. */
const areNeighbours = (line: Line, next: Line) => line.side === next.side && !next.startsBlock

/** The width a side's lines were wrapped at; null when they were not, or not clearly. */
function wrapWidth(lines: readonly Line[], side: Side): number | null {
  const { least, most, slack, finished } = WRAPPING[side]
  const broken: Line[] = []
  let pairs = 0
  let lowercase = 0
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    if (line.side !== side || !next || !areNeighbours(line, next)) continue
    pairs++
    if (!finished.test(line.text)) broken.push(line)
    if (/^[a-z]/.test(next.text)) lowercase++
  }
  if (pairs < 2 || broken.length < READS_ON_SHARE * pairs) return null
  if (side === 'en' && lowercase < READS_ON_SHARE * broken.length) return null
  const width = Math.max(...broken.slice(0, 10_000).map((line) => line.text.length))
  if (width < least || width > most) return null
  const filled = broken.filter((line) => line.text.length >= width - slack)
  return filled.length >= FILLED_SHARE * broken.length ? width : null
}

/** Whether `next` goes on with the paragraph that `line` is in, given the width lines are wrapped at. */
function continues(line: Line, next: Line, width: number | null): boolean {
  if (width === null || !areNeighbours(line, next)) return false
  if (next.isIndented && !line.isIndented) return false
  const { slack, finished } = WRAPPING[line.side]
  return !finished.test(line.text) || line.text.length >= width - slack
}

/** First halves of compounds that keep their hyphen where a line ends: well-known, twenty-one. */
const COMPOUND =
  /(?:^|[\s-])(?:self|well|ill|half|high|low|long|short|old|new|full|part|hard|ever|non|ex|co|semi|anti|pro|pre|post|multi|mid|all|cross|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|first|second|third|so|far|fast|left|right|open|deep|hand|home|man|world|year|day|\S*\d)-$/i

/** Two lines of a paragraph as one; a word that was cut at the end of the first is whole again. */
function joinLines(line: string, next: string, side: Side): string {
  if (side !== 'en') return line + WRAPPING[side].glue + next
  if (!/\p{L}-$/u.test(line.slice(-3))) return line + WRAPPING.en.glue + next
  const isCut = /^\p{Ll}/u.test(next) && !COMPOUND.test(line.slice(-20))
  return (isCut ? line.slice(0, -1) : line) + next
}
