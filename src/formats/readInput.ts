import type { Issue, Parsed } from '../domain/errors.ts'
import type { NoteTypeColumns, Source } from '../domain/text/layoutTypes.ts'
import { storable } from '../domain/text/paragraphs.ts'
import { trimBlank } from '../domain/text/ranges.ts'
import { decodeText, MAX_BYTES, type DecodedText } from './encoding.ts'
import type { Content, Format, Found } from './format.ts'
import { sourceOfCues } from './cues.ts'
import { pairBooks, sourceOfBook } from './chapters.ts'
import { readHtml } from './html.ts'
import { pairCues } from './pairCues.ts'
import { textOf } from './sourceText.ts'
import { FORMATS, formatOf } from './table.ts'

export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What the learner chose; guessed when absent. */
  readonly encoding?: string
  /** What the learner said sets its cells apart; guessed when absent. */
  readonly delimiter?: string
  /** What the learner said the fields of its notes are; guessed when absent. */
  readonly noteTypes?: NoteTypeColumns
  /** Chapters of a book that the learner wants, 0-based; all when absent. */
  readonly chapters?: readonly number[]
}

export interface Input {
  readonly source: Source
  /** The encoding each file was read in, in order; files that are no text have none. */
  readonly encodings: string[]
}

/**
 * What one file of any known format, or two files for the two sides, hold. `value` is null when a file cannot be read, or
 * there are more than two.
 */
export async function readInput(
  files: readonly InputFile[],
  formats: readonly Format[] = FORMATS,
): Promise<Parsed<Input | null>> {
  if (files.length === 0) return { value: null, issues: [{ code: 'empty' }] }
  if (files.length > 2)
    return { value: null, issues: [{ code: 'tooManyFiles', found: String(files.length) }] }
  const issues: Issue[] = []
  const encodings: string[] = []
  const found: Importable[] = []
  for (const file of files) {
    let decoded: Parsed<DecodedText | null> | null = null
    const content: Content = {
      name: file.name,
      bytes: file.bytes,
      ...(file.delimiter === undefined ? {} : { delimiter: file.delimiter }),
      ...(file.chapters === undefined ? {} : { chapters: file.chapters }),
      ...(file.noteTypes === undefined ? {} : { noteTypes: file.noteTypes }),
      text: () => (decoded ??= storableText(file)),
    }
    const read = await readContent(content, formats)
    issues.push(...read.issues)
    const encoding = encodingOf(decoded)
    if (encoding !== null) encodings.push(encoding)
    if (read.value) found.push(read.value)
  }
  const [one, two] = found
  if (!one || found.length < files.length) return { value: null, issues }
  if (one.kind === 'cues' && two?.kind === 'cues') {
    const paired = pairCues(one.cues, two.cues)
    return {
      value: { source: paired.value, encodings },
      issues: [...issues, ...paired.issues],
    }
  }
  const source: Source = two ? sourceOfTwo(one, two) : sourceOf(one)
  // Markup may be longer than a text, but what it holds may not.
  if (source.kind !== 'deck' && textOf(source).length > MAX_BYTES)
    return { value: null, issues: [...issues, { code: 'tooLarge' }] }
  return { value: { source, encodings }, issues }
}

function storableText({ bytes, encoding }: InputFile): Parsed<DecodedText | null> {
  const { value, issues } = decodeText(bytes, encoding)
  return { value: value && { ...value, text: storable(value.text) }, issues }
}

const encodingOf = (decoded: Parsed<DecodedText | null> | null): string | null =>
  decoded?.value?.encoding ?? null

/**
 * What the clipboard or a drop holds: HTML when it says as much as the plain text does, else that, read as a file with
 * this text is.
 */
export async function readClipboard(
  clip: { readonly html?: string; readonly text?: string; readonly delimiter?: string },
  formats: readonly Format[] = FORMATS,
): Promise<Parsed<Source | null>> {
  const { html = '', text = '', delimiter } = clip
  if (text.length > MAX_BYTES) return { value: null, issues: [{ code: 'tooLarge' }] }
  const plain = storable(text)
  const pasted: Content = {
    name: '',
    bytes: new TextEncoder().encode(plain),
    ...(delimiter === undefined ? {} : { delimiter }),
    text: () =>
      trimBlank(plain) === ''
        ? { value: null, issues: [{ code: 'empty' }] }
        : { value: { text: plain, encoding: 'utf-8' }, issues: [] },
  }
  // A program that colours what it shows copies any file as rich text: what is plainly of a format is read as that.
  const isOwn = !MAYBE_RICH.has(formatOf(pasted, formats).id)
  if (!isOwn && trimBlank(html) !== '' && html.length <= MAX_BYTES) {
    const source = readHtml(storable(html), false)
    if (letters(textOf(source)) >= 0.6 * letters(plain) && letters(textOf(source)) > 0) {
      return { value: source, issues: [] }
    }
  }
  const { value, issues } = await readContent(pasted, formats)
  return { value: value && sourceOf(value), issues }
}

/** Formats of a text that may be the words of a richer one. */
const MAYBE_RICH = new Set(['text', 'csv', 'markdown', 'html'])

/** What can be imported: all but backups. */
type Importable = Exclude<Found, { kind: 'backup' }>

async function readContent(
  content: Content,
  formats: readonly Format[],
): Promise<Parsed<Importable | null>> {
  const { value, issues } = await formatOf(content, formats).read(content)
  // It would take the place of much that is here: Settings asks first.
  if (value?.kind === 'backup') return { value: null, issues: [...issues, { code: 'backupFound' }] }
  return { value, issues }
}

function sourceOf(found: Importable): Source {
  switch (found.kind) {
    case 'bitext':
      return found.source
    case 'book':
      return sourceOfBook(found.chapters)
    case 'cues':
      return sourceOfCues(found.cues)
    case 'deck':
      return { kind: 'deck', deck: found.deck }
  }
}

const sourceOfTwo = (one: Importable, two: Importable): Source =>
  one.kind === 'book' && two.kind === 'book'
    ? pairBooks(one.chapters, two.chapters)
    : { kind: 'two', texts: [textOf(sourceOf(one)), textOf(sourceOf(two))] }

const letters = (text: string) => text.replace(/\s+/g, '').length
