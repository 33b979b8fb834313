import { trimBlank } from '../domain/text/ranges.ts'
import { decodeText } from './encoding.ts'
import type { Format } from './format.ts'
import { readHtml } from './html.ts'
import { textOf } from './sourceText.ts'
import { readXml, type XmlHandler } from './xml.ts'
import { unzip, zipNames } from './zip.ts'

type Attributes = Readonly<Record<string, string>>

const CONTAINER = 'META-INF/container.xml'

/** E-books: the chapters in the order of their spine, one after the other. */
export const book: Format = {
  id: 'book',
  extensions: ['epub'],
  mediaTypes: ['application/epub+zip'],
  sniff: ({ bytes }) => zipNames(bytes)?.includes(CONTAINER) ?? false,
  read: ({ name, bytes, chapters: wanted }) => {
    const isText = (part: string) => part === CONTAINER || /\.(?:opf|x?html?|xml)$/i.test(part)
    const { parts, issue } = unzip(bytes, isText)
    if (issue !== null) return { value: null, issues: [{ code: issue, found: name }] }
    const textAt = (part: string): string => {
      const found = parts.get(part)
      return found === undefined ? '' : (decodeText(found).value?.text ?? '')
    }
    const container = new Container()
    readXml(textAt(CONTAINER), container)
    const spine = new Package()
    const issues = readXml(textAt(container.path), spine)
    const folder = container.path.slice(0, container.path.lastIndexOf('/') + 1)
    const chapters = spine
      .hrefs()
      .map((href) => textOf(readHtml(textAt(pathOf(folder, href)), false)))
      .filter((text) => trimBlank(text) !== '')
    if (chapters.length === 0)
      return { value: null, issues: [...issues, { code: 'empty', found: name }] }
    const found = chapters.map((text, at) => ({
      title: titleOf(text),
      text,
      taken: wanted?.includes(at) ?? true,
    }))
    return { value: { kind: 'book', chapters: found }, issues }
  },
}

const LONGEST_TITLE = 60
/** How a chapter begins. */
const titleOf = (text: string): string =>
  trimBlank(trimBlank(text).split('\n', 1)[0] ?? '').slice(0, LONGEST_TITLE)

/** Where the package of the book lies. */
class Container implements XmlHandler {
  path = ''
  onOpen(name: string, attributes: Attributes): void {
    if (name === 'rootfile') this.path ||= attributes['full-path'] ?? ''
  }
  onText(): void {}
  onClose(): void {}
}

/** The files of a book and their order. What its author set aside (linear="no": notes, answers) stays out. */
class Package implements XmlHandler {
  readonly #files = new Map<string, string>()
  readonly #order: string[] = []

  onOpen(name: string, attributes: Attributes): void {
    if (name === 'item') {
      // The contents are no chapter.
      const isContents = /(?:^|\s)nav(?:\s|$)/.test(attributes['properties'] ?? '')
      if (!isContents) this.#files.set(attributes['id'] ?? '', attributes['href'] ?? '')
    }
    if (name === 'itemref' && attributes['linear'] !== 'no')
      this.#order.push(attributes['idref'] ?? '')
  }
  onText(): void {}
  onClose(): void {}

  hrefs(): readonly string[] {
    return [...new Set(this.#order)].flatMap((id) => this.#files.get(id) ?? [])
  }
}

/** A path in the book from an address in its package: percent signs read, `..` gone up. */
function pathOf(folder: string, href: string): string {
  const [address = ''] = href.split('#')
  const steps: string[] = []
  for (const step of `${folder}${unescaped(address)}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
