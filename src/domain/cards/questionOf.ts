import type { Card, Note } from '../model.ts'
import type { Place } from '../notes/places.ts'
import { kindNamed, KINDS, type KindTable } from './kinds/table.ts'
import type { Question } from './question.ts'

/**
 * What a card shows and asks, from where its note stands now; null when its kind is none of ours or not for such a note.
 *
 * @param place null when the article is gone or the anchor is lost: a term falls back on its quote
 */
export function questionOf(
  card: Card,
  note: Note,
  place: Place | null,
  kinds: KindTable = KINDS,
): Question | null {
  const body = kindNamed(card.kind, kinds)?.question(note, place) ?? null
  if (body === null) return null
  const article = place && { id: place.article.id, title: place.article.title }
  return { ...body, card, learning: note.learning, article, isName: isName(note, place) }
}

const isName = (note: Note, place: Place | null): boolean =>
  note.kind === 'term' &&
  (place?.article.terms ?? []).some(
    (term) => term.kind === 'name' && term[note.learning].trim() === note.headword,
  )
