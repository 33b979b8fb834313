import { trimBlank } from '../domain/text/ranges.ts'
import { decodeText } from './encoding.ts'
import { bitextOf, type Format } from './format.ts'
import { readHtml } from './html.ts'
import { textOf } from './sourceText.ts'
import { readXml, type XmlHandler } from './xml.ts'
import { unzip, zipNames } from './zip.ts'

type Attributes = Readonly<Record<string, string>>

const DOCUMENT = /^word\/document\d*\.xml$/
/** What is deleted or moved away, readings over hanzi, and what older programs show instead. */
const DROPPED = new Set(['del', 'movefrom', 'rt', 'fallback', 'instrtext', 'deltext'])
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Documents of Word since 2007. */
export const wordDocument: Format = {
  id: 'wordDocument',
  extensions: ['docx', 'docm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  sniff: ({ bytes }) => zipNames(bytes)?.some((name) => DOCUMENT.test(name)) ?? false,
  read: ({ name, bytes }) => {
    const { parts, issue } = unzip(bytes, (part) => DOCUMENT.test(part))
    if (issue !== null) return { value: null, issues: [{ code: issue, found: name }] }
    const [part = new Uint8Array()] = parts.values()
    const document = new Document()
    const issues = readXml(decodeText(part).value?.text ?? '', document)
    const source = readHtml(document.html(), false)
    if (trimBlank(textOf(source)) === '')
      return { value: null, issues: [...issues, { code: 'empty', found: name }] }
    return { value: bitextOf(source), issues }
  },
}

/** What a document says as a page of plain paragraphs and tables. */
class Document implements XmlHandler {
  #pieces: string[] = []
  /** Runs that are open: what is hidden in them is told only inside. */
  readonly #runs: { pieces: string[]; isHidden: boolean }[] = []
  /** Cells that are open. */
  readonly #cells: { span: string; isContinued: boolean; pieces: string[] }[] = []
  #dropped = 0
  #isText = false

  html(): string {
    return this.#pieces.join('')
  }

  onOpen(name: string, attributes: Attributes): void {
    if (DROPPED.has(name)) this.#dropped++
    if (this.#dropped > 0) return
    const value = valueOf(attributes)
    if (name === 't') this.#isText = true
    else if (name === 'r') this.#runs.push({ pieces: [], isHidden: false })
    else if (name === 'vanish' && !/^(?:false|0|off)$/.test(value ?? '')) {
      const run = this.#runs.at(-1)
      if (run) run.isHidden = true
    } else if (name === 'tab') this.#write(' ')
    else if (name === 'br' || name === 'cr') this.#write('<br>')
    else if (name === 'p') this.#write('<p>')
    else if (name === 'tbl') this.#write('<table>')
    else if (name === 'tr') this.#write('<tr>')
    else if (name === 'tc') this.#cells.push({ span: '', isContinued: false, pieces: [] })
    else if (name === 'gridspan')
      this.#inCell((cell) => (cell.span = ` colspan="${Number(value) || 1}"`))
    else if (name === 'vmerge')
      this.#inCell((cell) => (cell.isContinued = value === undefined || value === 'continue'))
  }

  onText(text: string): void {
    if (this.#isText && this.#dropped === 0)
      this.#write(text.replace(/[&<>]/g, (sign) => ESCAPES[sign]!))
  }

  onClose(name: string): void {
    if (DROPPED.has(name)) this.#dropped = Math.max(0, this.#dropped - 1)
    else if (this.#dropped > 0) return
    if (name === 't') this.#isText = false
    else if (name === 'r') {
      const run = this.#runs.pop()
      if (run && !run.isHidden) this.#write(run.pieces.join(''))
    } else if (name === 'p') this.#write('</p>')
    else if (name === 'tc') {
      const cell = this.#cells.pop()
      if (cell) this.#write(`<td${cell.span}>${cell.isContinued ? '' : cell.pieces.join('')}</td>`)
    } else if (name === 'tr') this.#write('</tr>')
    else if (name === 'tbl') this.#write('</table>')
  }

  #write(piece: string): void {
    const pieces = this.#runs.at(-1)?.pieces ?? this.#cells.at(-1)?.pieces ?? this.#pieces
    pieces.push(piece)
  }

  #inCell(change: (cell: { span: string; isContinued: boolean }) => void): void {
    const cell = this.#cells.at(-1)
    if (cell) change(cell)
  }
}

const valueOf = (attributes: Attributes): string | undefined =>
  Object.entries(attributes).find(([key]) => /(?:^|:)val$/.test(key))?.[1]
