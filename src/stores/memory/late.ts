import { type Entry } from '../../domain/srs/entries.ts'

/** What changed while the disk was being read, which may have missed it. A part of the memory store. */
export interface Late {
  readonly entries: readonly Entry[]
  /** Whether notes or articles changed. */
  readonly texts: boolean
}

export const NONE: Late = { entries: [], texts: false }

export const add = (late: Late, entries: readonly Entry[], texts: boolean): Late => ({
  entries: [...late.entries, ...entries],
  texts: late.texts || texts,
})
