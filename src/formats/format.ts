import type { Issue, Parsed } from '../domain/errors.ts'
import type { Deck } from '../domain/model.ts'
import type { NoteTypeColumns, SeenChapter, Source } from '../domain/text/layoutTypes.ts'
import type { Backup } from './backup.ts'
import type { Cue } from './cues.ts'
import type { DecodedText } from './encoding.ts'

/** What was put in, as a format looks at it: bytes first, and text for whoever asks. */
export interface Content {
  /** Of the file; empty for what was pasted. */
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** What sets cells apart, where the learner said so. */
  readonly delimiter?: string
  /** What the fields of notes are, where the learner said so. */
  readonly noteTypes?: NoteTypeColumns
  /** Chapters of a book that the learner wants, 0-based. */
  readonly chapters?: readonly number[]
  /** Decoded when somebody first asks. */
  text(): Parsed<DecodedText | null>
}

/** What a file holds. Whoever reads files handles every kind; a format that brings another one adds it here. */
export type Found =
  | { readonly kind: 'bitext'; readonly source: Exclude<Source, { kind: 'deck' }> }
  | { readonly kind: 'book'; readonly chapters: readonly Chapter[] }
  | { readonly kind: 'cues'; readonly cues: readonly Cue[] }
  | { readonly kind: 'deck'; readonly deck: Deck }
  | { readonly kind: 'backup'; readonly backup: Backup }

export interface Chapter extends SeenChapter {
  readonly text: string
}

type Read = Parsed<Found | null>

/** One file in `formats/` and one line in `table.ts`. */
export interface Format {
  readonly id: string
  /** Lower case, without the dot. They count when no format knows the content. */
  readonly extensions: readonly string[]
  /** Media types, for file dialogs that go by these. */
  readonly mediaTypes?: readonly string[]
  /** Whether the content is of this format, whatever it is called. */
  sniff(content: Content): boolean
  read(content: Content): Read | Promise<Read>
}

export const bitextOf = (source: Exclude<Source, { kind: 'deck' }>): Found => ({
  kind: 'bitext',
  source,
})

/** A format that is text. `looksLike` is asked with the text; without it only the name tells. */
export function textFormat(given: {
  readonly id: string
  readonly extensions: readonly string[]
  readonly mediaTypes?: readonly string[]
  readonly looksLike?: (text: string) => boolean
  readonly read: (text: string, name: string, delimiter?: string) => Read
}): Format {
  const { id, extensions, mediaTypes = [], looksLike, read } = given
  return {
    id,
    extensions,
    mediaTypes,
    sniff: (content) => {
      if (looksLike === undefined) return false
      const { value } = content.text()
      return value !== null && looksLike(value.text)
    },
    read: (content) => {
      const { value, issues } = content.text()
      const named: readonly Issue[] = issues.map((issue) =>
        content.name === '' ? issue : { found: content.name, ...issue },
      )
      if (value === null) return { value, issues: named }
      const { value: found, issues: flaws } = read(value.text, content.name, content.delimiter)
      return { value: found, issues: [...named, ...flaws] }
    },
  }
}
