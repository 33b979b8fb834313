import { sha1 } from '@noble/hashes/legacy.js'
import type { FieldName, Fields } from './fields.ts'

const DIVIDER = '\u001f'
// oxlint-disable-next-line no-control-regex
const UNSAID = /[\0\u001f]/g

/** What Anki keeps of a note's fields. */
export interface NoteTexts {
  readonly flds: string
  /** What it is sorted by. */
  readonly sfld: string
  /** The first 32 bits of SHA-1 over the first field without markup: how Anki finds notes that begin alike. */
  readonly csum: number
}

export function noteTexts(names: readonly FieldName[], fields: Fields): NoteTexts {
  const values = names.map((name) => (fields[name] ?? '').normalize('NFC').replace(UNSAID, ''))
  const sfld = plainText(values[0] ?? '')
  const hash = sha1(new TextEncoder().encode(sfld))
  const csum = new DataView(hash.buffer, hash.byteOffset).getUint32(0)
  return { flds: values.join(DIVIDER), sfld, csum }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
}

/** A field as Anki sees it without markup: ours has tags without `>` inside and four entities. */
const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (found) => ENTITIES[found]!)
    .trim()
