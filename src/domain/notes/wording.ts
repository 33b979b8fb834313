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
  return note.edits?.counterparts?.[0] ?? (standsHere || foundAnswer(note))
}

/** Glosses are English: they translate Chinese words, and for a learner of English they are no answer. */
function foundAnswer(note: TermNote): string {
  const { counterparts, gloss } = wordingOf(note)
  return counterparts[0] ?? (note.learning === 'zh' ? (gloss[0] ?? '') : '')
}

/** Whether there is anything to answer a card of the note with. */
export const hasAnswer = (note: TermNote): boolean => foundAnswer(note).trim() !== ''
