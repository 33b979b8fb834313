import type { CardKind, Note, Sides } from '../../model.ts'
import type { Place } from '../../notes/places.ts'
import type { Question, QuestionBody } from '../question.ts'
import type { Stage, Standing } from '../standing.ts'

/**
 * Another way in which a card of some kind is asked while it stands there: its memory is the card's, and its name is in no
 * id. Which form is asked follows from the card's state alone.
 */
export interface Form {
  /** The task it sets, and its name among what can be switched off. */
  readonly form: QuestionBody['task']
  readonly of: CardKind
  readonly stages: readonly Stage[]
  /** What the learner reads: what it asks them, and what it is called. */
  readonly says: Sides<{ readonly asks: string; readonly name: string }>
  /** The same question in this form; null where it would not be fair, or where there is not enough to ask with. */
  ask(plain: Question, note: Note, place: Place | null, standing: Standing): QuestionBody | null
}
