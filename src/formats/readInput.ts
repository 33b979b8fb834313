import type { Issue, Parsed } from '../domain/errors.ts'
import type { Source } from '../domain/text/layoutTypes.ts'
import { storable } from '../domain/text/paragraphs.ts'
import { trimBlank } from '../domain/text/ranges.ts'
import { decodeText, MAX_BYTES, type DecodedText } from './encoding.ts'
import type { Content, Format, Found } from './format.ts'
import { readHtml } from './html.ts'
import { textOf } from './sourceText.ts'
import { FORMATS, formatOf } from './table.ts'

export interface InputFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What the learner chose; guessed when absent. */
  readonly encoding?: string
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
  const sources: Source[] = []
  for (const file of files) {
    let decoded: Parsed<DecodedText | null> | null = null
    const content: Content = {
      name: file.name,
      bytes: file.bytes,
      text: () => (decoded ??= storableText(file)),
    }
    const read = await readContent(content, formats)
    issues.push(...read.issues)
    const encoding = encodingOf(decoded)
    if (encoding !== null) encodings.push(encoding)
    if (read.value) sources.push(read.value)
  }
  const [one, two] = sources
  if (!one || sources.length < files.length) return { value: null, issues }
  const source: Source = two ? { kind: 'two', texts: [textOf(one), textOf(two)] } : one
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
  clip: { readonly html?: string; readonly text?: string },
  formats: readonly Format[] = FORMATS,
): Promise<Parsed<Source | null>> {
  const { html = '', text = '' } = clip
  if (text.length > MAX_BYTES) return { value: null, issues: [{ code: 'tooLarge' }] }
  const plain = storable(text)
  const pasted: Content = {
    name: '',
    bytes: new TextEncoder().encode(plain),
    text: () =>
      trimBlank(plain) === ''
        ? { value: null, issues: [{ code: 'empty' }] }
        : { value: { text: plain, encoding: 'utf-8' }, issues: [] },
  }
  const isDeck = formatOf(pasted, formats).id === 'deck'
  if (!isDeck && trimBlank(html) !== '' && html.length <= MAX_BYTES) {
    const source = readHtml(storable(html), false)
    if (letters(textOf(source)) >= 0.6 * letters(plain) && letters(textOf(source)) > 0) {
      return { value: source, issues: [] }
    }
  }
  return readContent(pasted, formats)
}

async function readContent(
  content: Content,
  formats: readonly Format[],
): Promise<Parsed<Source | null>> {
  const { value, issues } = await formatOf(content, formats).read(content)
  return value === null ? { value, issues } : sourceOf(value, issues)
}

/** What of a file can be imported. */
function sourceOf(found: Found, issues: readonly Issue[]): Parsed<Source | null> {
  switch (found.kind) {
    case 'bitext':
      return { value: found.source, issues }
    case 'deck':
      return { value: { kind: 'deck', deck: found.deck }, issues }
    case 'backup':
      // It would take the place of much that is here: Settings asks first.
      return { value: null, issues: [...issues, { code: 'backupFound' }] }
  }
}

const letters = (text: string) => text.replace(/\s+/g, '').length
