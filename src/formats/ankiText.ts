import { cellText } from './cellText.ts'
import { parse, readTable } from './csv.ts'
import { filledRows, withoutBlankColumns } from './filledRows.ts'
import { bitextOf, textFormat } from './format.ts'

/** #separator:tab and the like, as Anki's "Notes in plain text" begins. */
const DIRECTION =
  /^#(separator|html|tags|columns|notetype|deck|guid|if matches|(?:tags|notetype|deck|guid|if matches) column)\s*:\s*(.*)$/i
const SEPARATORS: Readonly<Record<string, string>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  space: ' ',
  pipe: '|',
  colon: ':',
}
/** What a column is for where it is not for reading. */
const SERVICE = /^(?:tags|notetype|deck|guid|if matches) column$/

/** Notes as Anki writes them into a text: directions first, markup in the cells. */
export const ankiText = textFormat({
  id: 'ankiText',
  extensions: [],
  looksLike: (text) => DIRECTION.test(firstLine(text)),
  read: (text, _name, delimiter) => readNotes(text, delimiter),
})

const firstLine = (text: string) => /^\ufeff?([^\r\n]*)/.exec(text)?.[1] ?? ''

function readNotes(text: string, wanted?: string) {
  const { directions, names, body } = splitHead(text)
  const said = directions.get('separator') ?? ''
  const delimiter = wanted ?? SEPARATORS[said.toLowerCase()] ?? (said === '' ? undefined : said[0])
  const isMarkup = directions.get('html')?.toLowerCase() !== 'false'
  const words = isMarkup ? cellText : (cell: string) => cell
  const { value, issues } = readTable(body, delimiter, words)
  const service = new Set(
    [...directions].flatMap(([name, column]) => (SERVICE.test(name) ? [Number(column) - 1] : [])),
  )
  const named = names === null ? [] : parse(names, value.delimiter).slice(0, 1)
  const rows = filledRows([...named, ...value.rows]).map((row) =>
    row.filter((_cell, column) => !service.has(column)),
  )
  const found = {
    kind: 'rows',
    rows: withoutBlankColumns(rows),
    delimiter: value.delimiter,
  } as const
  return { value: bitextOf(found), issues }
}

const LINE = /([^\r\n]*)(?:\r\n|[\n\r]|$)/y

/** Without the delimiters at its end. A pattern would try every one of a run anew. */
function withoutEnd(value: string): string {
  let end = value.length
  while (end > 0 && ',;|\t '.includes(value[end - 1]!)) end--
  return value.slice(0, end)
}

/** The directions, by name, the names of the columns, and what comes after them. Excel fills their lines up with delimiters. */
function splitHead(text: string) {
  const directions = new Map<string, string>()
  let names: string | null = null
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (text[at] === '#') {
    LINE.lastIndex = at
    const [whole = '', line = ''] = LINE.exec(text) ?? []
    const [, name = '', value = ''] = DIRECTION.exec(line) ?? []
    if (name.toLowerCase() === 'columns') names = value
    else if (name !== '') directions.set(name.toLowerCase(), withoutEnd(value))
    at += whole.length
  }
  return { directions, names, body: text.slice(at) }
}
