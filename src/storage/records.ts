import type { Article, CardKind, Level, Side } from '../domain/model.ts'
import type { Merged } from '../domain/records/merged.ts'
import type { Digest } from '../domain/srs/digest.ts'
import type { Image } from '../domain/srs/image.ts'
import type { Lines } from '../domain/words/concordanceLines.ts'
import type { WordCount } from '../domain/words/coverage.ts'
import type { PackedEntries } from '../formats/packedEntries.ts'

// ---------------------------------------------------------------- kept

/** What is shown of an article is made of its row and its revisions when it is read. */
export interface ArticleRecord {
  readonly id: string
  readonly row: Merged
}

export interface NoteRecord {
  readonly id: string
  readonly row: Merged
  /** Where it has a place, in the order in which it was met there; what the index `article` is over. */
  readonly articles: readonly Article['id'][]
  /** In the order in which notes came. */
  readonly place: number
}

export interface SegmentRecord {
  /** Random and given once, so that a cloned profile cannot write two contents under one id. */
  readonly id: string
  readonly entries: PackedEntries
}

/** A record of a kind that is not known here, as it came. */
export interface StoredUnknown {
  readonly kind: string
  readonly id: string
  readonly value: unknown
}

/** An import under way, so that a killed tab loses nothing. What is in it is the import's own business. */
export interface DraftRecord {
  readonly id: string
  readonly savedAt: number
  /** Plain and cloneable. From another version of the app, perhaps: whoever reads it checks it. */
  readonly value: unknown
}

/** What is not in any sealed segment yet. Of rows the whole row counts, as it is when it is sent. */
export interface OutboxRecord {
  readonly kind: 'entry' | 'article' | 'note' | 'setting' | 'everything'
  readonly id: string
  /** The change that touched it last. */
  readonly by: string
  /** Whether the server's copy of the tail has it as that change left it. */
  readonly sent?: true
  /** Of `everything`: how far the disk has been handed on. */
  readonly walk?: Walk
}

/** A place on the way over all stores that are shared. */
export interface Walk {
  /** Which of them, in the order of the way. */
  readonly step: number
  /** The last key that was taken; null before the first. */
  readonly after: IDBValidKey | null
}

export interface OutgoingRecord {
  readonly key: string
  readonly sealed: string
  /** How many are in it. */
  readonly changes: number
}

/** An object of the sync server that was taken in, or put there by this device. */
export interface ReceivedRecord {
  readonly key: string
  readonly version: string
  /** As it came, of a version of the app to which this one has to be updated first. */
  readonly held?: string
  /** Whether it cannot be read at all. */
  readonly spoilt?: true
}

// ---------------------------------------------------------------- derived

/**
 * What is in the store `image`: a record made from other stores, or a part of one. Whoever reads it checks it, and makes it
 * again whenever anything about it is wrong.
 */
export interface DerivedPart {
  /** Of the shape of `value`. */
  readonly version: number
  /** Of the contents of `value`. */
  readonly check: number
  readonly value: unknown
}

/** The image of all cards' states, and exactly which entries it covers. */
export interface StateRecord {
  readonly image: Image
  readonly segments: readonly string[]
  /** Of entries that were not sealed then. */
  readonly pending: readonly string[]
}

/** What is in a sealed segment, so that nobody has to read it to know. */
export interface SegmentSummary {
  readonly id: string
  readonly digest: Digest
  readonly answers: number
}

/** An article as a list shows it. */
export interface ArticleHead extends Omit<
  Article,
  'segments' | 'beads' | 'terms' | 'settledDoubts' | 'revision'
> {
  /** Ids under which it was known before. */
  readonly formerly: readonly string[]
  /** Whether its texts are here: those of a deleted article may have been given up. */
  readonly isWhole: boolean
  readonly beads: number
  /** Beads with text on both sides. */
  readonly paired: number
  /** Paired beads the aligner is not sure of. */
  readonly doubtful: number
}

/** The notes of {@link CHUNK_NOTES} places, as columns: few objects, so quick to read. */
export interface IndexChunk {
  /** Of each note, joined by line feeds; so are the headwords, which hold none. */
  readonly ids: string
  readonly headwords: string
  /** Places in the order of all notes, ascending. */
  readonly places: Uint32Array
  /** The lists of articles there are, each joined by line feeds, and which of them each note has. */
  readonly lists: readonly string[]
  readonly listOf: Uint16Array
  /** A {@link Spot} as three numbers for each article of each note; zeros where it stands nowhere. */
  readonly spots: Uint32Array
  readonly createdAt: Float64Array
  readonly flags: Uint16Array
  /** By name, so that those of a newer version stay; of the notes that name any, by row. */
  readonly kinds: ReadonlyMap<number, readonly CardKind[]>
}

/** The words of an article that count, each once. */
export interface ArticleWords {
  readonly article: string
  readonly learning: Side
  /** Tells by which of the learner's cuts they were found. */
  readonly cuts: string
  readonly words: readonly WordCount[]
  /** Every word and name with how it is said, as `saidAs.ts` has it; of Chinese alone. */
  readonly spoken: string
  /** How long each word, mark and space of the Chinese text is, one after the other. */
  readonly lengths: Uint8Array
}

/** The same as it is kept: columns are read sooner. */
export interface PackedWords extends Omit<ArticleWords, 'words'> {
  /** Joined by line feeds. */
  readonly keys: string
  readonly counts: Uint32Array
  /** Each level once, and which of them each word has. */
  readonly levels: readonly Level[]
  readonly levelOf: Uint16Array
}

/** What the concordance reads of an article. */
export interface ArticleLines extends Lines {
  readonly article: string
}

/** The words of what an article's cards ask to understand, for the order of new cards. */
export interface WordsNeeded {
  readonly article: string
  readonly learning: Side
  /** Which way of cutting words they were found with. */
  readonly cuts: string
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

/** A reading the learner wrote over that of a note. */
export interface OwnReading {
  readonly headword: string
  /** The note's own: of two notes of one headword (行) only one is meant. */
  readonly instead: string
  readonly reading: string
}
