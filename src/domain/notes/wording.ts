import type { TermNote } from '../model.ts'

/** What a term note says of its headword. */
export interface Wording {
  /** As in `TermNote`: numbered pinyin, or IPA; empty when nobody knows. */
  readonly reading: string
  readonly gloss: readonly string[]
  readonly counterparts: readonly string[]
}

/** What a term note says, the learner's edits winning. */
export function wordingOf({ reading, gloss, counterparts, edits }: TermNote): Wording {
  return { reading, gloss, counterparts, ...edits }
}

/** The translation to show: the learner's own, else what stands in this place, else the first one known; '' without any. */
export function counterpartOf(note: TermNote, standsHere = ''): string {
  const { counterparts, gloss } = wordingOf(note)
  return note.edits?.counterparts?.[0] ?? (standsHere || (counterparts[0] ?? gloss[0] ?? ''))
}
