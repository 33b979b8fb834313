import type { Note, TextRange } from '../model.ts'
import { articlesOf } from './contexts.ts'

/** Where a note is asked in one article: the sentences around it on the side learnt, in one revision of it. */
export interface Spot extends TextRange {
  readonly article: string
  readonly revision: string
}

/**
 * The spot of each of its articles, in their order; null where only the other side is left. Of a term the bead it was first
 * met in there; of a sentence its own range, which lies in one.
 */
export function spotsOf(note: Note): readonly (Spot | null)[] {
  if (note.kind === 'sentence') return [note.anchor]
  return articlesOf(note).map((article) => {
    const context = note.contexts.find((one) => one.article === article && one[note.learning])
    const anchor = context?.[note.learning]
    if (!context || !anchor) return null
    const bead = context.quote[note.learning]
    const start = anchor.start - Math.max(0, bead.indexOf(anchor.quote))
    return { article, revision: anchor.revision, start, end: start + bead.length }
  })
}
