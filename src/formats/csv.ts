import Papa from 'papaparse'
import type { Issue, Parsed } from '../domain/errors.ts'
import { guessColumns } from '../domain/text/columnKinds.ts'
import { cellText } from './cellText.ts'
import { filledRows, withoutBlankColumns } from './filledRows.ts'
import { withoutMarkdown } from './markdown.ts'

type Rows = readonly (readonly string[])[]

/** In the order they are preferred when several fit as well: the comma stands in running text. */
export const DELIMITERS = ['\t', ';', '|', ',', '，', '；', '｜'] as const
/** Marks of Chinese: they set cells apart only where both languages show it. */
const CHINESE_MARKS: readonly string[] = ['，', '；', '｜']
/** Stands in no text. */
const NO_QUOTE = '\u0001'
const SAMPLE_ROWS = 200
/** Further ragged rows are not worth telling one by one. */
const MOST_ISSUES = 20
/** Excel's own line about what sets its cells apart. */
const SEP_LINE = /^\ufeff?"?sep=([^\r\n"])"?[,;\t]*(?:\r\n|[\n\r])/i

export interface Table {
  readonly rows: Rows
  readonly delimiter: string
}

/**
 * The rows of a CSV or TSV text, filled up to the longest; blank rows are left out. The delimiter is what Excel's `sep=` says, else
 * the one that sets both languages apart in most rows, else that gives most rows the same number of cells. A row shorter or longer
 * than most is a `raggedRow`; more cells than that are text of the last one when it is a language's.
 *
 * @param wanted the delimiter, where somebody knows it
 */
export function readCsv(given: string, wanted?: string): Parsed<Table> {
  const { value, issues } = readTable(given, wanted)
  return { value: { ...value, rows: withoutBlankColumns(value.rows) }, issues }
}

/**
 * {@link readCsv} with every column where it stands.
 *
 * @param words what a cell says
 */
export function readTable(
  given: string,
  wanted?: string,
  words: (cell: string) => string = cellText,
): Parsed<Table> {
  const said = SEP_LINE.exec(given)
  const text = said === null ? given : given.slice(said[0].length)
  const delimiter = wanted ?? said?.[1] ?? guessDelimiter(text)
  const rows = joined(parse(text, delimiter), delimiter)
  const usual = usualWidth(rows)
  const issues: Issue[] = []
  for (const [at, row] of rows.entries()) {
    if (row.length === usual || issues.length === MOST_ISSUES) continue
    issues.push({ code: 'raggedRow', line: at + 1, found: row.slice(0, 60).join(' ').slice(0, 60) })
  }
  const plain = withoutRules(rows) ?? rows.map((row) => row.map(words))
  return { value: { rows: filledRows(plain), delimiter }, issues }
}

/** Rows of running text rarely agree in anything; fewer than these may do so by chance. */
const LEAST_ROWS = 2
/** In this share of its rows a table has one language in one cell and the other in another. */
const PAIR_SHARE = 0.6
const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u

/**
 * Whether a text without a name is a table: all rows are of one width, two cells at least, and all tell the languages apart
 * by column, so that running text with a comma in every line is none.
 */
export function looksLikeTable(text: string): boolean {
  if (SEP_LINE.test(text)) return true
  const delimiter = guessDelimiter(text)
  const rows = joined(parse(text, delimiter, SAMPLE_ROWS), delimiter)
  const width = usualWidth(rows)
  if (rows.length < LEAST_ROWS || width < 2 || rows.some((row) => row.length !== width))
    return false
  return pairShare(rows) >= PAIR_SHARE
}

/** Share of the rows with one language in one column and the other in another. */
function pairShare(rows: Rows): number {
  const columns = guessColumns(rows)
  if (columns === null) return 0
  const isPair = (row: readonly string[]) => {
    const [zh, en] = [row[columns.zh] ?? '', row[columns.en] ?? '']
    return HAN.test(zh) && LATIN.test(en) && !HAN.test(en)
  }
  return rows.filter(isPair).length / rows.length
}

/** Cells, trimmed. Quotes that do not pair are part of the text: "Stop," he said is no quoted cell. */
export function parse(text: string, delimiter: string, preview = 0): string[][] {
  const options = { delimiter, preview, skipEmptyLines: 'greedy' } as const
  const quoted = Papa.parse<string[]>(text, options)
  const isBroken = quoted.errors.some(({ type }) => type === 'Quotes')
  const { data } = isBroken
    ? Papa.parse<string[]>(text, { ...options, quoteChar: NO_QUOTE })
    : quoted
  return data.map((row) => row.map((cell) => cell.trim()))
}

/** The line under the head of a table in Markdown. */
const isRule = (row: readonly string[]) =>
  row.some((cell) => cell !== '') && row.every((cell) => /^(?::?-+:?)?$/.test(cell))

/** The rows of a table in Markdown, without its rules and without the bars that stand around it; null when it is none. */
function withoutRules(rows: Rows): Rows | null {
  if (!rows.slice(0, 2).some(isRule)) return null
  const body = rows.filter((row) => !isRule(row))
  const isFramed = body.every((row) => row.length > 2 && row[0] === '' && row.at(-1) === '')
  return body.map((row) => (isFramed ? row.slice(1, -1) : row).map(withoutMarkdown))
}

/** Rows with more cells than most, where the last of those is a language: whoever wrote it did not quote its commas. */
function joined(rows: Rows, delimiter: string): Rows {
  const usual = usualWidth(rows)
  if (usual < 2 || delimiter === '\t' || rows.every((row) => row.length <= usual)) return rows
  const columns = guessColumns(rows.filter((row) => row.length === usual))
  if (columns === null || Math.max(columns.zh, columns.en) !== usual - 1) return rows
  const space = CHINESE_MARKS.includes(delimiter) ? '' : ' '
  return rows.map((row) =>
    row.length <= usual
      ? row
      : [
          ...row.slice(0, usual - 1),
          row
            .slice(usual - 1)
            .join(delimiter + space)
            .trim(),
        ],
  )
}

/**
 * The delimiter that sets both languages apart in most rows, and then gives most rows the same number of cells, two at least; a comma
 * when none does.
 */
function guessDelimiter(text: string): string {
  let best = { delimiter: ',', pairs: 0, share: 0 }
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue
    const rows = parse(text, delimiter, SAMPLE_ROWS)
    const width = usualWidth(rows)
    if (width < 2) continue
    const share = rows.filter((row) => row.length === width).length / rows.length
    const pairs = pairShare(rows)
    if (pairs < PAIR_SHARE && CHINESE_MARKS.includes(delimiter)) continue
    if (pairs > best.pairs || (pairs === best.pairs && share > best.share))
      best = { delimiter, pairs, share }
  }
  return best.delimiter
}

/** The number of cells most rows have; the larger of two as frequent. */
function usualWidth(rows: Rows): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  let usual = 0
  for (const [width, count] of counts) {
    const most = counts.get(usual) ?? 0
    if (count > most || (count === most && width > usual)) usual = width
  }
  return usual
}
