import type { Issue } from '../domain/errors.ts'
import { guessColumns } from '../domain/text/columnKinds.ts'
import { isHeader } from '../domain/text/layoutTable.ts'
import { cellText } from './cellText.ts'
import { tableOf } from './delimited.ts'
import { filledRows, withoutBlankColumns } from './filledRows.ts'
import { bitextOf, textFormat } from './format.ts'
import { withoutMarkdown } from './markdown.ts'
import { unitedRows } from './unitedRows.ts'

type Row = readonly string[]

/** One table of a page: its head and its rows. */
type Table = readonly Row[]

/** So many lines are told one by one. */
const MOST_ISSUES = 20
/** A page is read as its tables when they hold this share of its lines; headings count for neither. */
const TABLE_SHARE = 0.5

/** A page in Markdown that is tables above all: head, rule and rows, whatever stands over, between and under them. */
export const markdownTable = textFormat({
  id: 'markdownTable',
  extensions: [],
  looksLike: (text) => isMostlyTables(text),
  read: (text, _name, delimiter) => {
    if (delimiter !== undefined && delimiter !== '|') return tableOf(text, delimiter)
    const { tables, issues } = tablesOf(text)
    return { value: bitextOf({ kind: 'rows', delimiter: '|', ...united(tables) }), issues }
  },
})

function isMostlyTables(text: string): boolean {
  if (!/\|[^\r\n]*[\r\n]+[ \t>]*[|:-]/.test(text)) return false
  const { tables, beside } = tablesOf(text)
  const rows = tables.reduce((sum, table) => sum + table.length, 0)
  if (rows < TABLE_SHARE * (rows + beside)) return false
  return tables.some((table) => guessColumns(table) !== null)
}

/** What stands in the tables of a page, and what beside them: that many lines, the first of them as issues. */
function tablesOf(text: string) {
  const lines = text.split(/\r\n|[\n\r]/).map(withoutQuote)
  const tables: Row[][] = []
  const issues: Issue[] = []
  let beside = 0
  let table: Row[] | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (line === '') table = null
    else if (table === null && isHead(line, lines[at + 1])) {
      tables.push((table = [cellsOf(line)]))
      at++
    } else if (table !== null && line.includes('|')) table.push(cellsOf(line))
    else {
      table = null
      if (/^#{1,6}\s/.test(line)) continue
      beside++
      if (issues.length < MOST_ISSUES)
        issues.push({ code: 'besideTable', line: at + 1, found: line.slice(0, 60) })
    }
  }
  return { tables, issues, beside }
}

/** A table may stand in a quotation. */
const withoutQuote = (line: string): string => line.replace(/^[ \t]*(?:>[ \t]?){0,8}/, '').trim()

/** Whether a line is the head of a table: under it stands a rule with as many cells. */
function isHead(line: string, next: string | undefined): boolean {
  if (next === undefined || !line.includes('|') || !/^[|:\- \t]+$/.test(next)) return false
  const rule = cellsOf(next)
  return rule.length === cellsOf(line).length && rule.every((cell) => /^:?-+:?$/.test(cell))
}

/** The cells of a row. A bar with a backslash before it is text. */
function cellsOf(line: string): Row {
  const cells = line.split(/(?<!\\)\|/)
  if (cells.length > 1 && cells[0]!.trim() === '') cells.shift()
  if (cells.length > 1 && cells.at(-1)!.trim() === '') cells.pop()
  return cells.map((cell) => cellText(withoutMarkdown(cell.replaceAll('\\|', '|').trim())))
}

/** The rows of all tables under one head. */
function united(tables: readonly Table[]) {
  const bodies = tables.map((table) => {
    const columns = guessColumns(table)
    const isNamed = columns !== null && isHeader(table, columns)
    return {
      columns,
      head: isNamed ? table.slice(0, 1) : [],
      body: isNamed ? table.slice(1) : table,
    }
  })
  const first = bodies.find(({ columns }) => columns !== null) ?? bodies[0]
  const isAlike = ({ columns }: (typeof bodies)[number]) =>
    columns?.zh === first?.columns?.zh && columns?.en === first?.columns?.en
  const rows = bodies.every(isAlike)
    ? bodies.flatMap(({ body }) => body)
    : unitedRows(bodies.map(({ body }) => body)).rows
  const head = bodies.every(isAlike) ? (first?.head ?? []) : []
  return {
    rows: withoutBlankColumns(filledRows([...head, ...rows]), head.length),
    ...(head.length > 0 ? { header: true as const } : {}),
  }
}
