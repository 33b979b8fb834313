import { trimBlank } from '../domain/text/ranges.ts'
import type { Source } from '../domain/text/layoutTypes.ts'
import { filledRows } from './filledRows.ts'
import { findBody, type Block, type Container } from './htmlBody.ts'
import { ShallowParser } from './shallowParser.ts'
import { placed, spanOf, LONGEST_SPAN } from './tableGrid.ts'

/** Not text, or not the text of the page: dropped with all that is in them. `rt` and `rp` are the readings over hanzi. */
const DROPPED = new Set(
  (
    'script style noscript template head svg math canvas iframe object embed video audio picture map ' +
    'rt rp rtc nav aside footer button select option textarea input label dialog menu'
  ).split(' '),
)
/** End the paragraph where they begin and where they end. */
const BLOCKS = new Set(
  (
    'address article blockquote body center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header ' +
    'hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption'
  ).split(' '),
)
/** May hold the article. */
const CONTAINERS = new Set([
  'html',
  'body',
  'div',
  'section',
  'article',
  'main',
  'td',
  'center',
  'blockquote',
])
/** A table with this share of the text is the text. */
const TABLE_SHARE = 0.5

type TextOrRows = Extract<Source, { kind: 'text' | 'rows' }>

/** Where the text of a cell stands among the blocks, end exclusive. Kept as places: tables in tables would copy it each time. */
interface Cell {
  readonly from: number
  readonly to: number
  /** Columns it takes, and rows. */
  readonly width: number
  readonly height: number
}

interface Table {
  readonly rows: Cell[][]
  /** Length of its text. */
  length: number
  /** Where the text of the open cell begins among the blocks, and what was read before it. */
  cell: {
    readonly from: number
    readonly before: number
    readonly width: number
    readonly height: number
  }
}

/**
 * What a piece of HTML says: a table when most of it is one, else its paragraphs, one a line. Of a whole page (a saved file, not
 * what somebody selected and copied) only the article is kept. No markup survives. The text is empty when there is none.
 */
export function readHtml(html: string, isWholePage: boolean): TextOrRows {
  const page = new PageReader()
  new ShallowParser(page).end(html)
  const { blocks, containers, tables } = page
  const total = blocks.reduce((sum, { text }) => sum + text.length, 0)
  const table = tables
    .filter(({ rows, length }) => isTable(rows) && length >= TABLE_SHARE * total)
    .toSorted((one, two) => one.length - two.length)[0]
  if (table) return { kind: 'rows', rows: filledRows(textsOf(table, blocks)) }
  const body = isWholePage ? findBody(blocks, containers) : blocks
  return { kind: 'text', text: body.map(({ text }) => text).join('\n') }
}

/** Two cells in most rows that have any. */
function isTable(rows: readonly (readonly Cell[])[]): boolean {
  const filled = rows.filter((row) => row.some(isFilled))
  const wide = filled.filter((row) => row.filter(isFilled).length >= 2)
  return wide.length > 0 && wide.length >= filled.length / 2
}

const isFilled = ({ from, to }: Pick<Cell, 'from' | 'to'>): boolean => from < to

function textsOf({ rows }: Table, blocks: readonly Block[]): readonly (readonly string[])[] {
  const textOf = ({ from, to }: Cell) =>
    blocks
      .slice(from, to)
      .map(({ text }) => text)
      .join('\n')
  return placed(rows, isFilled).map((row) => row.map((cell) => (cell === null ? '' : textOf(cell))))
}

/** A line break of the source between hanzi, which in Chinese is no space. */
const SOURCE_BREAK =
  /(?<=[\u2e80-\u2fd5\u3000-\u303f\u3400-\u9fff\uff00-\uff65])[ \t]*[\r\n]\s*(?=[\u2e80-\u2fd5\u3001-\u303f\u3400-\u9fff\uff00-\uff65])/g

/** Collects the paragraphs of a page while it is parsed. */
class PageReader {
  readonly blocks: Block[] = []
  readonly containers: Container[] = [{ parent: -1, isArticle: false }]
  readonly tables: Table[] = []
  /** Elements that are open, innermost last. */
  readonly #open: { name: string; isDropped: boolean; container: number }[] = []
  readonly #openTables: Table[] = []
  #dropped = 0
  #preformatted = 0
  #links = 0
  #container = 0
  #heading = 0
  /** The raised text that is open, and whether it is the mark of a note. */
  #raised: { readonly from: number; readonly isNote: boolean } | null = null
  #text = ''
  /** Length of all blocks. */
  #length = 0
  #linked = 0

  get depth(): number {
    return this.#open.length
  }

  /** What is dropped must stay open until its end, or its text would be kept. */
  isKept(name: string): boolean {
    return this.#dropped > 0 || !DROPPED.has(name)
  }

  onopentag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'br') {
      this.#text += '\n'
      return
    }
    const isDropped = DROPPED.has(name) || isHidden(attributes)
    if (isDropped) this.#dropped++
    this.#open.push({ name, isDropped, container: this.#container })
    if (this.#dropped > 0) return
    if (name === 'a' || name === 'sup') this.#note(name, attributes)
    if (BLOCKS.has(name)) this.#endBlock()
    if (CONTAINERS.has(name)) this.#enter(name, attributes)
    if (name === 'pre') this.#preformatted++
    if (name === 'a') this.#links++
    if (name === 'h1') this.#heading++
    if (name === 'table')
      this.#openTables.push({
        rows: [],
        length: 0,
        cell: { from: 0, before: 0, width: 1, height: 1 },
      })
    const table = this.#openTables.at(-1)
    if (table && name === 'tr') table.rows.push([])
    if (table && (name === 'td' || name === 'th'))
      table.cell = {
        from: this.blocks.length,
        before: this.#length,
        width: spanOf(attributes['colspan']),
        height: spanOf(attributes['rowspan'], LONGEST_SPAN),
      }
  }

  ontext(data: string): void {
    if (this.#dropped > 0) return
    const text =
      this.#preformatted > 0 ? data : data.replace(SOURCE_BREAK, '').replace(/[\s\u00a0]+/g, ' ')
    this.#text += text
    if (this.#links > 0) this.#linked += text.trim().length
  }

  onclosetag(name: string): void {
    if (name === 'br') return
    const element = this.#open.pop()
    if (!element) return
    if (element.isDropped) {
      this.#dropped--
      return
    }
    if (this.#dropped > 0) return
    if (BLOCKS.has(name)) this.#endBlock()
    if (name === 'sup') this.#endNote()
    this.#container = element.container
    if (name === 'pre') this.#preformatted--
    if (name === 'a') this.#links--
    if (name === 'h1') this.#heading--
    if (name === 'td' || name === 'th') this.#endCell()
    if (name === 'table') this.#endTable()
  }

  onend(): void {
    this.#endBlock()
    while (this.#openTables.length > 0) this.#endTable()
  }

  /** A raised text begins; what stands in it, or links to it, says whether it is the mark of a note. */
  #note(name: string, attributes: Readonly<Record<string, string>>): void {
    const isMarked = this.#links > 0 || /note|ref|cite|\bfn/i.test(attributes['class'] ?? '')
    if (name === 'sup') this.#raised = { from: this.#text.length, isNote: isMarked }
    else if (this.#raised) this.#raised = { ...this.#raised, isNote: true }
  }

  /** Takes the mark of a note out: a number that is linked, named so, or in brackets. An exponent stays. */
  #endNote(): void {
    if (this.#raised === null) return
    const { from, isNote } = this.#raised
    const mark = this.#text.slice(from).trim()
    if (/^(?:[[［]\d{1,3}[\]］])+$/.test(mark) || (isNote && /^[\d,*†‡§–-]{1,7}$/.test(mark)))
      this.#text = this.#text.slice(0, from)
    this.#raised = null
  }

  #enter(name: string, attributes: Readonly<Record<string, string>>): void {
    const isArticle = name === 'article' || name === 'main' || attributes['role'] === 'main'
    this.containers.push({ parent: this.#container, isArticle })
    this.#container = this.containers.length - 1
  }

  #endBlock(): void {
    const { length } = trimBlank(this.#text)
    for (const line of this.#text.split('\n')) {
      const text = trimBlank(line)
      if (text === '') continue
      this.#length += text.length
      const linkShare = Math.min(1, this.#linked / Math.max(1, length))
      this.blocks.push({
        text,
        linkShare,
        container: this.#container,
        isHeading: this.#heading > 0,
      })
    }
    this.#text = ''
    this.#linked = 0
  }

  #endCell(): void {
    const table = this.#openTables.at(-1)
    const row = table?.rows.at(-1)
    if (!table || !row) return
    const { from, width, height } = table.cell
    const cell = { from, to: this.blocks.length, width, height }
    // With the line breaks between its blocks.
    table.length += this.#length - table.cell.before + Math.max(0, cell.to - cell.from - 1)
    row.push(cell)
  }

  #endTable(): void {
    const table = this.#openTables.pop()
    if (!table) return
    if (table.rows.some((row) => row.some(isFilled))) this.tables.push(table)
  }
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return (
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes['style'] ?? '')
  )
}
