import type { Side } from '../model.ts'
import type { Question, QuestionFor, Task } from './question.ts'

/** Something to be read aloud. */
export interface Spoken {
  readonly text: string
  readonly side: Side
}

/** Tasks whose answer is a sound, or what is said. */
const SOUNDLESS: ReadonlySet<Task> = new Set(['gap', 'tiles', 'typed', 'spell'])

/**
 * What of a card is read aloud: always the language learnt, the term, or of a sentence the part that is asked. null when
 * there is nothing, or saying it would give the answer away.
 */
export function spokenOf(question: Question, revealed: boolean): Spoken | null {
  const side = question.learning
  if (!revealed && (question.asks !== side || SOUNDLESS.has(question.task))) return null
  if (question.task === 'listen') return heard(question)
  const term = question.term?.[side] ?? ''
  if (term !== '') return { text: term, side }
  const asked = askedPart(question)
  return asked === '' ? null : { text: asked, side }
}

/** A word by itself may sound like another: its clause is said after it. */
function heard(question: QuestionFor<'listen'>): Spoken | null {
  const side = question.learning
  const term = question.term?.[side] ?? ''
  const asked = askedPart(question)
  const stop = side === 'zh' ? '。' : '. '
  const text = term === '' || asked === term ? term || asked : `${term}${stop}${asked}`
  return text === '' ? null : { text: text.trim(), side }
}

/** The passage in the language learnt, or the bright part of it. */
function askedPart({ learning, question, answer }: Question): string {
  const passage = [...question, ...answer].find((one) => one.side === learning)
  if (passage === undefined) return ''
  const { text, focus } = passage
  return (focus === null ? text : text.slice(focus.start, focus.end)).trim()
}
