import type { Side } from '../model.ts'
import type { Question } from './question.ts'

/** A place in a text that a card shows. */
export interface CardPlace {
  readonly text: string
  readonly at: number
}

/**
 * Where a place in the headword is in the sentence it was met in, which says what it means there; null where it stands there
 * in another form, or not at all.
 */
export function headwordInSentence(
  { term, question, answer }: Question,
  { text, at }: CardPlace,
  side: Side,
): CardPlace | null {
  if (term === null || term[side] !== text) return null
  for (const passage of [...question, ...answer]) {
    const lit = passage.side === side ? passage.lit[0] : undefined
    if (lit && passage.text.slice(lit.start, lit.end) === text)
      return { text: passage.text, at: lit.start + at }
  }
  return null
}
