import type { Article } from '../domain/model.ts'
import type { Digest } from '../domain/srs/digest.ts'
import type { Image } from '../domain/srs/image.ts'
import type { IndexChunk } from './cardIndex.ts'
import type { FociRecord } from './foci.ts'
import type { OwnReadings } from './ownReadings.ts'

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
