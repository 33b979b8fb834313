import { type Entry } from '../srs/entries.ts'
import type {
  Alignment,
  Level,
  Provenance,
  Side,
  Sides,
  Term,
  TermEdits,
  TextEdit,
  TextRange,
} from '../model.ts'

/**
 * The records of schema version 1 and backup version 1, as far as they differ from today's: revisions had numbers, which
 * two devices gave alike to different texts.
 */
export interface RecordsV1 {
  readonly articles: readonly ArticleRecordV1[]
  readonly revisions: readonly RevisionV1[]
  readonly notes: readonly NoteV1[]
  readonly entries: readonly Entry[]
  /** Without those that belong to the device. */
  readonly settings: readonly SettingV1[]
}

export interface SettingV1 {
  readonly key: string
  readonly value: unknown
}

export interface RevisionV1 {
  readonly article: string
  readonly side: Side
  readonly number: number
  readonly text: string
  /** From revision `number - 1`. */
  readonly edits: readonly TextEdit[]
}

export interface ArticleRecordV1 {
  readonly id: string
  readonly article: ArticleV1
  readonly care: readonly CareV1[]
  /** While a deletion could be undone: what it took from the notes. */
  readonly taken?: TakenV1
}

export interface ArticleV1 extends Alignment {
  /** ULID, or for a deck the deck's own id. */
  readonly id: string
  readonly title: Sides<string>
  readonly addedAt: number
  readonly provenance: Provenance
  readonly contentHash: string
  readonly revision: Sides<number>
  readonly terms: readonly Term[]
  readonly deckRevision?: number
  readonly settledDoubts?: readonly string[]
  readonly deletedAt?: number
}

export interface CareV1 {
  readonly note: string
  /** Entries that suspended its cards. */
  readonly suspensions: readonly string[]
}

export interface TakenV1 {
  readonly sentences: readonly string[]
  readonly terms: readonly { readonly note: string; readonly contexts: readonly ContextV1[] }[]
}

export interface AnchorV1 extends TextRange {
  readonly article: string
  readonly side: Side
  readonly revision: number
  readonly quote: string
}

export interface ContextV1 {
  readonly article: string
  readonly zh: AnchorV1 | null
  readonly en: AnchorV1 | null
  readonly quote: Sides<string>
}

interface NoteBaseV1 {
  readonly id: string
  readonly learning: Side
  readonly createdAt: number
  readonly deletedAt?: number
}

export interface TermNoteV1 extends NoteBaseV1 {
  readonly kind: 'term'
  readonly headword: string
  readonly reading: string
  readonly sense: number
  readonly gloss: readonly string[]
  readonly counterparts: readonly string[]
  readonly level: Level
  readonly contexts: readonly ContextV1[]
  readonly edits?: TermEdits
}

export interface SentenceNoteV1 extends NoteBaseV1 {
  readonly kind: 'sentence'
  readonly anchor: AnchorV1
}

export type NoteV1 = TermNoteV1 | SentenceNoteV1
