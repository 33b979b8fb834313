import type { ArticleTexts } from '../article/showArticle.ts'
import type { Note } from '../model.ts'
import { placesOf } from '../notes/places.ts'
import { read } from './kinds/read.ts'

/**
 * The passage that has to be understood to read a note, in the language learnt: the bright clause, or all of the passage when
 * none is dimmed. Empty when the note cannot be found in the article.
 */
export function focusText(note: Note, source: ArticleTexts): string {
  const place = placesOf(note, source)[0]
  const passage = place && read.question(note, place)?.question[0]
  if (passage === undefined) return ''
  const { text, focus } = passage
  return focus === null ? text : text.slice(focus.start, focus.end)
}
