import type { Article, CardKind, Level, Note, Side } from '../domain/model.ts'
import type { Digest } from '../domain/srs/digest.ts'
import type { Image } from '../domain/srs/image.ts'
import type { PackedEntries } from '../formats/packedEntries.ts'

// ---------------------------------------------------------------- kept

export interface NoteRecord {
  readonly id: string
  readonly note: Note
  /** Where it can be shown or comes from; what the index `article` is over. */
  readonly articles: readonly Article['id'][]
  /** In the order in which notes came. */
  readonly place: number
}

export interface SegmentRecord {
  /** Random and given once, so that a cloned profile cannot write two contents under one id. */
  readonly id: string
  readonly entries: PackedEntries
}

/** An import under way, so that a killed tab loses nothing. What is in it is the import's own business. */
export interface DraftRecord {
  readonly id: string
  readonly savedAt: number
  /** Plain and cloneable. From another version of the app, perhaps: whoever reads it checks it. */
  readonly value: unknown
}

export interface OutboxRecord {
  readonly kind: 'entry' | 'article' | 'note' | 'setting'
  readonly id: string
}

// ---------------------------------------------------------------- derived

/** What is in the store `image`: made from other stores, and made again whenever it is missing or does not match. */
export type Derived =
  | StateRecord
  | Catalogue
  | IndexChunk
  | FociRecord
  | LibraryRecord
  | DoubtCounts
  | OwnReadings

/** The image of all cards' states, and exactly which entries it covers. */
export interface StateRecord {
  readonly kind: 'state'
  readonly image: Image
  readonly segments: readonly string[]
  /** Of entries that were not sealed then. */
  readonly pending: readonly string[]
}

/** What is in the sealed segments, so that nobody has to read them to know. */
export interface Catalogue {
  readonly kind: 'catalogue'
  readonly segments: readonly SegmentSummary[]
}

export interface SegmentSummary {
  readonly id: string
  readonly digest: Digest
  readonly answers: number
}

/** Every article without its sentences. */
export interface LibraryRecord {
  readonly kind: 'library'
  readonly heads: readonly ArticleHead[]
}

/** How many doubts about its translation each article had when somebody last looked. */
export interface DoubtCounts {
  readonly kind: 'doubts'
  readonly counts: Readonly<Record<string, number>>
}

/** An article as a list shows it. */
export interface ArticleHead extends Omit<
  Article,
  'segments' | 'beads' | 'terms' | 'settledDoubts'
> {
  readonly beads: number
  /** Beads with text on both sides. */
  readonly paired: number
  /** Paired beads the aligner is not sure of. */
  readonly doubtful: number
  /** Notes whose text is lost or unpaired; their cards are suspended until somebody looks. */
  readonly needCare: number
}

/** The notes of {@link CHUNK_NOTES} places, as columns: few objects, so quick to read. */
export interface IndexChunk {
  readonly kind: 'cards'
  readonly version: typeof INDEX_VERSION
  readonly ids: readonly string[]
  /** Places in the order of all notes, ascending. */
  readonly places: Uint32Array
  readonly headwords: readonly string[]
  /** The articles of each note, joined by line feeds. */
  readonly articles: readonly string[]
  readonly createdAt: Float64Array
  readonly flags: Uint8Array
  /** By name, so that those of a newer version stay; null where a note names none. */
  readonly kinds: readonly (readonly CardKind[] | null)[]
}

export const INDEX_VERSION = 2

/**
 * The words of what an article's cards ask to understand, for the order of new cards. Derived: made from notes and texts by
 * the language thread in an idle moment, and made again whenever it is missing.
 */
export interface FociRecord {
  readonly kind: 'foci'
  readonly version: typeof FOCI_VERSION
  readonly article: string
  readonly learning: Side
  /** Every word of the foci once. */
  readonly words: readonly { readonly key: string; readonly level: Level }[]
  readonly foci: readonly {
    readonly note: string
    /** Numbered syllables of the headword; empty for a sentence. */
    readonly reading: string
    /** As in `newOrder.ts`. */
    readonly rarity: number
    /** Places in `words`. */
    readonly words: readonly number[]
  }[]
}

export const FOCI_VERSION = 1

/** A reading the learner wrote over that of a note. */
export interface OwnReading {
  readonly headword: string
  /** The note's own: of two notes of one headword (行) only one is meant. */
  readonly instead: string
  readonly reading: string
}

/** All of them, by the id of the note: derived from the notes, so that nobody has to read 20,000 of them for a few. */
export interface OwnReadings {
  readonly kind: 'ownReadings'
  readonly readings: ReadonlyMap<string, OwnReading>
}
