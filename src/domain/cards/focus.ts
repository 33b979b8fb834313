import { type ArticleTexts } from '../article/revisions.ts'
import type { Note } from '../model.ts'
import { placesOf } from '../notes/places.ts'
import { cardsOf } from './cards.ts'
import { questionOf } from './question.ts'

/**
 * The passage that has to be understood to answer a note's reading card, in the language learnt: the bright clause, or all
 * of the passage when none is dimmed. Empty when the note cannot be found in the article.
 */
export function focusText(note: Note, source: ArticleTexts): string {
  const [reading] = cardsOf(note)
  const place = placesOf(note, source)[0]
  if (reading === undefined || place === undefined) return ''
  const passage = questionOf(reading, note, place).question[0]
  if (passage === undefined) return ''
  const { text, focus } = passage
  return focus === null ? text : text.slice(focus.start, focus.end)
}
