import type { Side } from '../model.ts'
import type { Question } from './question.ts'

/** Something to be read aloud. */
export interface Spoken {
  readonly text: string
  readonly side: Side
}

/**
 * What of a card is read aloud: always the language learnt, the term, or of a sentence the part that is asked. null when
 * there is nothing, or saying it would give the answer away.
 */
export function spokenOf(question: Question, revealed: boolean): Spoken | null {
  const side = question.learning
  if (!revealed && (question.asks !== side || question.task === 'gap')) return null
  const term = question.term?.[side] ?? ''
  if (term !== '') return { text: term, side }
  const passage = [...question.question, ...question.answer].find((one) => one.side === side)
  if (passage === undefined) return null
  const { text, focus } = passage
  const asked = focus === null ? text : text.slice(focus.start, focus.end)
  return asked.trim() === '' ? null : { text: asked.trim(), side }
}
