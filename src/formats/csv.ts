import Papa from 'papaparse'
import type { Issue, Parsed } from '../domain/errors.ts'
import { filledRows } from './filledRows.ts'

type Rows = readonly (readonly string[])[]

/** In the order they are preferred when several fit as well: the comma stands in running text. */
const DELIMITERS = ['\t', ';', '|', ','] as const
/** Stands in no text. */
const NO_QUOTE = '\u0001'
const SAMPLE_ROWS = 200
/** Further ragged rows are not worth telling one by one. */
const MOST_ISSUES = 20

/**
 * The rows of a CSV or TSV text, filled up to the longest; blank rows are left out. The delimiter is the one that gives
 * most rows the same number of cells. A row shorter or longer than most is a `raggedRow`.
 */
export function readCsv(text: string, delimiter: string = guessDelimiter(text)): Parsed<Rows> {
  const rows = parse(text, delimiter)
  const usual = usualWidth(rows)
  const issues: Issue[] = []
  for (const [at, row] of rows.entries()) {
    if (row.length === usual || issues.length === MOST_ISSUES) continue
    issues.push({ code: 'raggedRow', line: at + 1, found: row.slice(0, 60).join(' ').slice(0, 60) })
  }
  return { value: filledRows(rows), issues }
}

/** Rows of running text rarely agree in anything; fewer than these may do so by chance. */
const LEAST_ROWS = 2
/** A column is of a language when this share of its cells is: a header may be in the other. */
const COLUMN_SHARE = 0.6
const HAN = /\p{Script=Han}/u
const LATIN = /\p{Script=Latin}/u

/**
 * Whether a text without a name is a table: all rows are of one width, two cells at least, and all tell the languages apart
 * by column, so that running text with a comma in every line is none.
 */
export function looksLikeTable(text: string): boolean {
  const rows = parse(text, guessDelimiter(text), SAMPLE_ROWS)
  const width = usualWidth(rows)
  if (rows.length < LEAST_ROWS || width < 2 || rows.some((row) => row.length !== width))
    return false
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''))
  const isHan = (cell: string) => HAN.test(cell)
  const isLatin = (cell: string) => LATIN.test(cell) && !HAN.test(cell)
  const most = (cells: readonly string[], is: (cell: string) => boolean) =>
    cells.filter(is).length >= COLUMN_SHARE * cells.length
  return (
    columns.some((cells) => most(cells, isHan)) && columns.some((cells) => most(cells, isLatin))
  )
}

/** Cells, trimmed. Quotes that do not pair are part of the text: "Stop," he said is no quoted cell. */
function parse(text: string, delimiter: string, preview = 0): string[][] {
  const options = { delimiter, preview, skipEmptyLines: 'greedy' } as const
  const quoted = Papa.parse<string[]>(text, options)
  const isBroken = quoted.errors.some(({ type }) => type === 'Quotes')
  const { data } = isBroken
    ? Papa.parse<string[]>(text, { ...options, quoteChar: NO_QUOTE })
    : quoted
  return data.map((row) => row.map((cell) => cell.trim()))
}

/** The delimiter that gives most rows the same number of cells, two at least; a comma when none does. */
function guessDelimiter(text: string): string {
  let best = { delimiter: ',', share: 0 }
  for (const delimiter of DELIMITERS) {
    const rows = parse(text, delimiter, SAMPLE_ROWS)
    const width = usualWidth(rows)
    if (width < 2) continue
    const share = rows.filter((row) => row.length === width).length / rows.length
    if (share > best.share) best = { delimiter, share }
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
