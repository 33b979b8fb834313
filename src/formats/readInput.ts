import type { Issue, Parsed } from '../domain/errors.ts'
import type { Source } from '../domain/text/layoutTypes.ts'
import { storable } from '../domain/text/paragraphs.ts'
import { trimBlank } from '../domain/text/ranges.ts'
import { readCsv } from './csv.ts'
import { looksLikeDeck, readDeck } from './deckFile.ts'
import { decodeText, MAX_BYTES } from './encoding.ts'
import { readHtml } from './html.ts'

export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What the learner chose; guessed when absent. */
  readonly encoding?: string
}

export interface Input {
  readonly source: Source
  /** The encoding each file was read in, in order. */
  readonly encodings: string[]
}

/**
 * What one file (text, Markdown, CSV, TSV, HTML, deck), or two files for the two sides, hold; their formats are told by
 * content first, then by name. `value` is null when a file cannot be read, or there are more than two.
 */
export function readInput(files: readonly InputFile[]): Parsed<Input | null> {
  if (files.length === 0) return { value: null, issues: [{ code: 'empty' }] }
  if (files.length > 2)
    return { value: null, issues: [{ code: 'tooManyFiles', found: String(files.length) }] }
  const issues: Issue[] = []
  const encodings: string[] = []
  const sources: Source[] = []
  for (const { name, bytes, encoding } of files) {
    const decoded = decodeText(bytes, encoding)
    issues.push(...decoded.issues.map((issue) => ({ found: name, ...issue })))
    if (!decoded.value) continue
    encodings.push(decoded.value.encoding)
    const read = readContent(name, storable(decoded.value.text))
    issues.push(...read.issues)
    if (read.value) sources.push(read.value)
  }
  const [one, two] = sources
  if (!one || sources.length < files.length) return { value: null, issues }
  const source: Source = two ? { kind: 'two', texts: [plainText(one), plainText(two)] } : one
  return { value: { source, encodings }, issues }
}

/** What the clipboard or a drop holds: HTML when it says as much as the plain text does, else that. */
export function readClipboard(clip: {
  readonly html?: string
  readonly text?: string
}): Parsed<Source | null> {
  const { html = '', text = '' } = clip
  if (text.length > MAX_BYTES) return { value: null, issues: [{ code: 'tooLarge' }] }
  const plain = storable(text)
  if (looksLikeDeck(plain)) return readDeckSource(plain)
  if (trimBlank(html) !== '' && html.length <= MAX_BYTES) {
    const source = readHtml(storable(html), false)
    if (letters(plainText(source)) >= 0.6 * letters(plain) && letters(plainText(source)) > 0) {
      return { value: source, issues: [] }
    }
  }
  if (trimBlank(plain) === '') return { value: null, issues: [{ code: 'empty' }] }
  return { value: { kind: 'text', text: plain }, issues: [] }
}

function readContent(name: string, text: string): Parsed<Source | null> {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (extension === 'json' || looksLikeDeck(text)) return readDeckSource(text)
  if (/^html?$|^xhtml$/.test(extension) || /^\s*<(?:!doctype html|html)[\s>]/i.test(text)) {
    const source = readHtml(text, true)
    const isEmpty = trimBlank(plainText(source)) === ''
    return isEmpty
      ? { value: null, issues: [{ code: 'empty', found: name }] }
      : { value: source, issues: [] }
  }
  if (extension === 'csv' || extension === 'tsv' || extension === 'tab') {
    const { value, issues } = readCsv(text, extension === 'csv' ? undefined : '\t')
    return { value: { kind: 'rows', rows: value }, issues }
  }
  if (extension === 'md' || extension === 'markdown') {
    return { value: { kind: 'text', text: withoutMarkdown(text) }, issues: [] }
  }
  return { value: { kind: 'text', text }, issues: [] }
}

function readDeckSource(text: string): Parsed<Source | null> {
  const { value, issues } = readDeck(text)
  return { value: value && { kind: 'deck', deck: value }, issues }
}

/** Text with headings, quotes, emphasis, links and images of Markdown reduced to their words. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/^(?:---|\+\+\+)\n[^]*?\n(?:---|\+\+\+)\n/, '')
    .replace(/^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)/gm, '')
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, '')
    .replace(/\[([^\]\n]+)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|__|~~)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g, '$1')
    .replace(/<[a-z/!][^>\n]*>/gi, '')
}

/** All the text of a source, for a side of two files. */
function plainText(source: Source): string {
  switch (source.kind) {
    case 'text':
      return source.text
    case 'rows':
      return source.rows.map((row) => row.filter((cell) => cell !== '').join('\n')).join('\n')
    case 'two':
      return source.texts.join('\n')
    case 'deck':
      return source.deck.beads.map(({ zh, en }) => `${zh}\n${en}`).join('\n')
  }
}

const letters = (text: string) => text.replace(/\s+/g, '').length
