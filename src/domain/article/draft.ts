import type { Bitext } from '../bitext/bitext.ts'
import type { Sides, Term } from '../model.ts'

/** How far the pipeline is: `done` is the share of this step, 0 … 1. */
export interface Progress {
  readonly step: 'split' | 'align' | 'terms'
  readonly done: number
}

/** An article before anybody keeps it: all but its id, its date and where it comes from. */
export interface Draft extends Bitext {
  /** Best first. */
  readonly terms: readonly Term[]
  readonly title: Sides<string>
  readonly contentHash: string
}
