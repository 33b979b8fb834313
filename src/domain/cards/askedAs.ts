import type { Note } from '../model.ts'
import type { Place } from '../notes/places.ts'
import { FORMS } from './forms/table.ts'
import type { Question } from './question.ts'
import type { Standing } from './standing.ts'

/** A card's question in the form that suits where the card stands: choice first, tiles before typing. */
export function askedAs(
  plain: Question,
  note: Note,
  place: Place | null,
  standing: Standing,
): Question {
  for (const form of FORMS) {
    if (form.of !== plain.card.kind || !form.stages.includes(standing.stage)) continue
    if (standing.off.includes(form.form)) continue
    const body = form.ask(plain, note, place, standing)
    if (body === null) continue
    const { card, learning, article, isName } = plain
    return { ...body, card, learning, article, isName }
  }
  return plain
}
