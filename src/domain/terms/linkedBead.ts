import type { Sides, TextRange } from '../model.ts'
import type { BeadWords } from './beadWords.ts'
import type { Link } from './links/linkBoard.ts'
import type { Association } from './words/association.ts'

/** The words of a bead and the links between them. */
export interface LinkedBead extends BeadWords {
  readonly links: readonly Link[]
}

/** A bitext that was linked, with what spares work when it is linked again after a repair. */
export interface Linking {
  readonly texts: Sides<string>
  /** Where each bead stands. */
  readonly ranges: readonly Sides<TextRange | null>[]
  /** Before what is left over in the document is linked. */
  readonly own: readonly LinkedBead[]
  readonly association: Association
  readonly beads: readonly LinkedBead[]
}
