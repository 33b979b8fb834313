import { otherSide, type Side } from '../model.ts'
import type { Question } from './question.ts'

/** What translates a text that a card shows: of the headword its counterpart, else the passage of the other side; '' if none. */
export function translationOf(
  { term, question, answer }: Question,
  text: string,
  side: Side,
): string {
  const other = otherSide(side)
  if (term?.[side] === text) return term[other]
  return [...question, ...answer].find((passage) => passage.side === other)?.text ?? ''
}
