import type { Issue } from '../domain/errors.ts'
import { decodeText } from './encoding.ts'
import { filledRows, withoutBlankColumns } from './filledRows.ts'
import { bitextOf, type Format } from './format.ts'
import { unitedRows } from './unitedRows.ts'
import { readXml, type XmlHandler } from './xml.ts'
import { unzip, zipNames } from './zip.ts'

type Attributes = Readonly<Record<string, string>>
type Row = readonly string[]

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
/** Farther to the right nothing is read: a cell at the far end of a sheet must not make of it a grid. */
const MOST_COLUMNS = 256
/** _x000D_: how a sheet writes what XML cannot. */
const ESCAPE = /_x([\da-f]{4})_/gi

/** Sheets of Excel since 2007, and of whoever writes them too. */
export const spreadsheet: Format = {
  id: 'spreadsheet',
  extensions: ['xlsx', 'xlsm'],
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  sniff: ({ bytes }) => zipNames(bytes)?.includes(WORKBOOK) ?? false,
  read: ({ name, bytes }) => {
    const { parts, issue } = unzip(bytes, (part) => /^xl\/.*\.(?:xml|rels)$/.test(part))
    if (issue !== null) return { value: null, issues: [{ code: issue, found: name }] }
    const issues: Issue[] = []
    const read = (part: string, handler: XmlHandler): void => {
      const bytes = parts.get(part)
      if (bytes !== undefined) issues.push(...readXml(decodeText(bytes).value?.text ?? '', handler))
    }
    const [book, relations, shared] = [new Workbook(), new Relations(), new SharedStrings()]
    read(WORKBOOK, book)
    read(RELATIONS, relations)
    read(relations.ofType('sharedStrings') ?? 'xl/sharedStrings.xml', shared)
    const tables = book.sheets
      .filter(({ isHidden }) => !isHidden)
      .map(({ relation }) => {
        const sheet = new Sheet(shared.texts)
        read(relations.targets.get(relation) ?? '', sheet)
        return sheet.rows
      })
    const hidden = book.sheets.filter(({ isHidden }) => isHidden).map((sheet) => sheet.name)
    if (hidden.length > 0)
      issues.push({ code: 'hiddenSheet', found: hidden.join(', ').slice(0, 200) })
    const { rows } = unitedRows(tables.filter((table) => table.length > 0))
    if (rows.length === 0)
      return { value: null, issues: [...issues, { code: 'empty', found: name }] }
    const table = withoutBlankColumns(filledRows(rows))
    return { value: bitextOf({ kind: 'rows', rows: table }), issues }
  },
}

/** Nothing is heard but what a reader asks for. */
class Silent implements XmlHandler {
  onOpen(_name: string, _attributes: Attributes): void {}
  onText(_text: string): void {}
  onClose(_name: string): void {}
}

class Workbook extends Silent {
  readonly sheets: { name: string; relation: string; isHidden: boolean }[] = []

  override onOpen(name: string, attributes: Attributes): void {
    if (name !== 'sheet') return
    const relation = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? ''
    const isHidden = /hidden$/i.test(attributes['state'] ?? '')
    this.sheets.push({ name: attributes['name'] ?? '', relation, isHidden })
  }
}

class Relations extends Silent {
  readonly targets = new Map<string, string>()
  readonly #types = new Map<string, string>()

  override onOpen(name: string, attributes: Attributes): void {
    if (name !== 'relationship') return
    const target = attributes['Target'] ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
    this.targets.set(attributes['Id'] ?? '', path)
    this.#types.set(/[^/]*$/.exec(attributes['Type'] ?? '')![0], path)
  }

  ofType(type: string): string | undefined {
    return this.#types.get(type)
  }
}

/** The words of a cell: runs joined, the reading over them (rPh) left out. */
abstract class Texts extends Silent {
  protected text = ''
  #isText = false
  #phonetic = 0

  override onOpen(name: string, _attributes: Attributes): void {
    if (name === 'rph') this.#phonetic++
    this.#isText = name === 't'
  }

  override onText(text: string): void {
    if (this.#isText && this.#phonetic === 0) this.text += text
  }

  override onClose(name: string): void {
    if (name === 'rph') this.#phonetic--
    this.#isText = false
  }

  protected take(): string {
    const text = plain(this.text)
    this.text = ''
    return text
  }
}

const plain = (text: string): string =>
  text
    .replace(ESCAPE, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
    .trim()

class SharedStrings extends Texts {
  readonly texts: string[] = []

  override onClose(name: string): void {
    super.onClose(name)
    if (name === 'si') this.texts.push(this.take())
  }
}

/** Rows of cells: shared strings by their number, strings in place, results of formulas, numbers as they are kept. */
class Sheet extends Texts {
  readonly rows: Row[] = []
  readonly #shared: readonly string[]
  #row: string[] = []
  #column = -1
  #type = ''
  #value: string | null = null

  constructor(shared: readonly string[]) {
    super()
    this.#shared = shared
  }

  override onOpen(name: string, attributes: Attributes): void {
    super.onOpen(name, attributes)
    if (name === 'row') {
      this.#row = []
      this.#column = -1
    } else if (name === 'c') {
      this.#column = columnOf(attributes['r'] ?? '') ?? this.#column + 1
      this.#type = attributes['t'] ?? 'n'
      this.#value = null
      this.text = ''
    } else if (name === 'v') this.#value = ''
  }

  override onText(text: string): void {
    super.onText(text)
    if (this.#value !== null) this.#value += text
  }

  override onClose(name: string): void {
    super.onClose(name)
    if (name === 'v') {
      this.text =
        this.#type === 's' ? (this.#shared[Number(this.#value)] ?? '') : (this.#value ?? '')
      this.#value = null
    } else if (name === 'c') {
      const text = this.take()
      if (this.#column >= MOST_COLUMNS || this.#type === 'e' || text === '') return
      while (this.#row.length < this.#column) this.#row.push('')
      this.#row[this.#column] = text
    } else if (name === 'row' && this.#row.length > 0) this.rows.push(this.#row)
  }
}

/** B7 is in column 1. */
function columnOf(place: string): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place.toUpperCase())?.[0]
  if (letters === undefined) return null
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
