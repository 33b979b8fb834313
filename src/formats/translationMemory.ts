import type { Issue } from '../domain/errors.ts'
import { languageOf } from '../domain/text/language.ts'
import { bitextOf, type Found, textFormat } from './format.ts'
import { readXml, type XmlHandler } from './xml.ts'

type Unit = { zh: string; en: string }

/** Inside of these is what a program has for itself: codes, notes, how a text was drawn. */
const UNSAID = new Set(
  'bpt ept ph it ut bx ex note notes prop header tool context-group alt-trans match glossary originaldata metadata ignorable skl'.split(
    ' ',
  ),
)
/** Code that stands for a space: a break of a line, a mark between two words. */
const SPACED = new Set(['lb'])

const sideOf = (language: string): 'zh' | 'en' | null =>
  /^(?:zh|cmn|chi|zho|yue|lzh)\b/i.test(language.replace('_', '-'))
    ? 'zh'
    : /^en/i.test(language)
      ? 'en'
      : null

/** Hears segments whose languages are named; text in inline elements belongs to them, codes do not. */
abstract class Units implements XmlHandler {
  readonly units: Unit[] = []
  /** Units that were there, whether they hold both languages or not. */
  count = 0
  protected segment: string | null = null
  #unsaid = 0

  onOpen(name: string, attributes: Readonly<Record<string, string>>): void {
    if (UNSAID.has(name)) this.#unsaid++
    if (this.#unsaid > 0) return
    if (SPACED.has(name)) this.onText(' ')
    this.opened(name, attributes)
  }

  onText(text: string): void {
    if (this.segment !== null && this.#unsaid === 0) this.segment += text
  }

  onClose(name: string): void {
    if (UNSAID.has(name)) this.#unsaid = Math.max(0, this.#unsaid - 1)
    else if (this.#unsaid === 0) this.closed(name)
  }

  protected abstract opened(name: string, attributes: Readonly<Record<string, string>>): void
  protected abstract closed(name: string): void

  protected add({ zh, en }: Unit): void {
    this.count++
    const unit = { zh: clean(zh), en: clean(en) }
    if (unit.zh !== '' || unit.en !== '') this.units.push(unit)
  }
}

const clean = (text: string) => text.replace(/\s+/g, ' ').trim()

/** TMX: a variant of each language in a unit; the first of a language counts. */
class TmxUnits extends Units {
  #unit: Unit = { zh: '', en: '' }
  #language = ''

  protected opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'tu') this.#unit = { zh: '', en: '' }
    if (name === 'tuv') this.#language = attributes['xml:lang'] ?? attributes['lang'] ?? ''
    if (name === 'seg') this.segment = ''
  }

  protected closed(name: string): void {
    if (name === 'seg' && this.segment !== null) {
      const side =
        sideOf(this.#language) ?? (this.#language === '' ? languageOf(this.segment) : null)
      if (side !== null && this.#unit[side] === '') this.#unit[side] = this.segment
      this.segment = null
    }
    if (name === 'tu') this.add(this.#unit)
  }
}

/** XLIFF 1.2 (trans-unit, with mrk of segments) and 2.0 (unit, segment): a source and a target. */
class XliffUnits extends Units {
  #languages = { source: '', target: '' }
  #texts = { source: '', target: '' }

  protected opened(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'xliff' || name === 'file') {
      const { source, target } = this.#languages
      this.#languages = {
        source: attributes['source-language'] ?? attributes['srcLang'] ?? source,
        target: attributes['target-language'] ?? attributes['trgLang'] ?? target,
      }
    }
    if (name === 'trans-unit' || name === 'segment') this.#texts = { source: '', target: '' }
    if (name === 'source' || name === 'target') this.segment = ''
  }

  protected closed(name: string): void {
    if ((name === 'source' || name === 'target') && this.segment !== null) {
      this.#texts[name] = this.segment
      this.segment = null
    }
    if (name === 'trans-unit' || name === 'segment') this.#pair()
  }

  #pair(): void {
    const { source, target } = this.#texts
    const said = sideOf(this.#languages.source) ?? opposite(sideOf(this.#languages.target))
    const isZh = (said ?? languageOf(source) ?? opposite(languageOf(target))) === 'zh'
    this.add(isZh ? { zh: source, en: target } : { zh: target, en: source })
  }
}

const opposite = (side: 'zh' | 'en' | null) => side && (side === 'zh' ? 'en' : 'zh')

function read(text: string, units: Units): { value: Found | null; issues: readonly Issue[] } {
  const issues = readXml(text, units)
  if (units.units.length === 0) return { value: null, issues: [...issues, { code: 'empty' }] }
  const rows = units.units.map(({ zh, en }) => [zh, en])
  return { value: bitextOf({ kind: 'rows', rows }), issues }
}

/** Whatever may stand in front of the first element: a declaration, notes, a type of document with entities of its own. */
const PROLOGUE =
  /\s+|<\?[^>]{0,500}>|<!--[^]{0,5000}?-->|<!DOCTYPE[^>[]{0,500}(?:\[[^\]]{0,5000}\]\s{0,9})?>/iy
const ELEMENT = /<(?:\w{1,30}:)?(\w{1,30})/y
const LONGEST_PROLOGUE = 20_000

/** The name of the first element; empty when a text does not begin with one. */
function rootOf(text: string): string {
  const head = text.slice(0, LONGEST_PROLOGUE)
  let at = head.startsWith('\ufeff') ? 1 : 0
  for (;;) {
    PROLOGUE.lastIndex = at
    if (!PROLOGUE.test(head)) break
    at = PROLOGUE.lastIndex
  }
  ELEMENT.lastIndex = at
  return ELEMENT.exec(head)?.[1]?.toLowerCase() ?? ''
}

/** Translation memories. */
export const tmx = textFormat({
  id: 'tmx',
  extensions: ['tmx'],
  looksLike: (text) => rootOf(text) === 'tmx',
  read: (text) => read(text, new TmxUnits()),
})

/** Files of a translation, of both kinds that are in use. */
export const xliff = textFormat({
  id: 'xliff',
  extensions: ['xlf', 'xliff', 'mxliff', 'sdlxliff'],
  looksLike: (text) => rootOf(text) === 'xliff',
  read: (text) => read(text, new XliffUnits()),
})
