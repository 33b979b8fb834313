import type { Deck, Sides, Span } from '../model.ts'
import type { TakenHistory } from './takenHistory.ts'

/** What a reader of files makes of bytes or of the clipboard, before anybody asks which text is which. */
export type Source = Shape & {
  /** The address it comes from, where another app said so. */
  readonly origin?: string
  /** Of books: the chapters of each. */
  readonly chapters?: readonly (readonly SeenChapter[])[]
}

/** A chapter of a book as somebody is shown it who chooses what is read. */
export interface SeenChapter {
  /** How it begins. */
  readonly title: string
  readonly taken: boolean
}

type Shape =
  | { readonly kind: 'text'; readonly text: string }
  /** A table: CSV, TSV, an HTML table. All rows are as long as the longest. */
  | {
      readonly kind: 'rows'
      readonly rows: readonly (readonly string[])[]
      /** What set the cells apart, of a table that was text. */
      readonly delimiter?: string
      /** Whether the first row is known to name the columns. */
      readonly header?: true
      /** Whether the rows are running text whatever they look like: subtitles. */
      readonly sentences?: true
      /** Which columns hold what, where somebody said so. */
      readonly columns?: Columns
      /** The kinds of notes the rows were, which somebody may read otherwise. */
      readonly noteTypes?: readonly SeenNoteType[]
      /** What the program it comes from knows of the cards it had of these rows. */
      readonly history?: TakenHistory
    }
  /** Two files, one a side, or two texts in the order they came. */
  | { readonly kind: 'two'; readonly texts: readonly [string, string] }
  | { readonly kind: 'deck'; readonly deck: Deck }

/**
 * Shapes a bitext comes in. `blocks`: one language, then the other; `alternating`: lines or paragraphs in turn;
 * `columns`: two columns of a table; `two`: two files; `inline`: 停火 (ceasefire) lists; `single`: one language only.
 */
export type LayoutKind = 'blocks' | 'alternating' | 'columns' | 'two' | 'inline' | 'single'

/** Which column holds what, 0-based. */
export interface Columns {
  readonly zh: number
  readonly en: number
  /** How the Chinese is said: for a list of words. */
  readonly reading?: number
}

/** Notes of a flashcard program that have the same fields. */
export interface SeenNoteType {
  readonly id: string
  readonly name: string
  /** How many there are. */
  readonly notes: number
  readonly fields: readonly { readonly name: string; readonly samples: readonly string[] }[]
  /** Which field is what; null of notes that are left out. */
  readonly columns: Columns | null
}

/** What somebody says the fields of each note type are, by its id; null leaves its notes out. */
export type NoteTypeColumns = Readonly<Record<string, Columns | null>>

/** What was seen, for the one plain sentence the learner reads; numbers count paragraphs (rows for `columns`, pairs for `inline`). */
export interface Seen {
  readonly kind: LayoutKind
  readonly first: 'zh' | 'en'
  readonly zh: number
  readonly en: number
  /** The side whose first line looks like a headline the other side lacks. */
  readonly headline: 'zh' | 'en' | null
  /** Columns read, 0-based, of a table. */
  readonly columns: Columns | null
  /** Whether a first row was left out as a header. */
  readonly header: boolean
  /** Whether running line numbers or time codes were left out; absent when there were none, or they were kept. */
  readonly numbers?: true
  /** Of books: the chapters of each. */
  readonly chapters?: readonly (readonly SeenChapter[])[]
}

/** The two texts, one paragraph a line, and what is known of which paragraphs belong together. */
export interface Layout {
  readonly kind: LayoutKind
  /** Paragraphs separated by `\n`; what the learner's article will store. Empty for a side that is missing. */
  readonly texts: Sides<string>
  /** Spans of paragraphs known to translate each other (rows, alternating runs), monotone; empty when nothing is known. */
  readonly ties: readonly { readonly zh: Span; readonly en: Span }[]
  readonly seen: Seen
  /** Of a list of words: how each is said, as its maker wrote it; as many as there are ties. */
  readonly readings?: readonly string[]
  /** Other readings worth offering, best first; this one not included. */
  readonly alternatives: readonly LayoutKind[]
}

/** What the learner overrides; whatever is absent is guessed. */
export interface LayoutChoice {
  readonly kind?: LayoutKind
  /** Which language comes first, or stands in the first text. */
  readonly first?: 'zh' | 'en'
  readonly columns?: Columns
  readonly header?: boolean
  /** Whether line numbers and time codes stay in the text. */
  readonly numbers?: boolean
}
