import {
  type Article,
  otherSide,
  type SentenceNote,
  type Side,
  type Sides,
  type TermNote,
} from '../src/domain/model.ts'
import { rangeOf } from '../src/domain/bitext/bitext.ts'
import { sentenceNote, termNote } from '../src/domain/notes/notes.ts'

/** Notes for everything an article offers: its terms, best first, and its paired sentences. Terms that are one note are one. */
export function offersOf(
  article: Article,
  texts: Sides<string>,
  learning: Side,
  createdAt: number,
) {
  const terms = new Map<string, TermNote>()
  for (const term of article.terms) {
    if (term[learning].trim() === '') continue
    const note = termNote(article, texts, term, learning, createdAt)
    const same = terms.get(note.id)
    const { contexts, counterparts } = note
    terms.set(note.id, {
      ...note,
      ...same,
      contexts: [...(same?.contexts ?? []), ...contexts],
      counterparts: [...new Set([...(same?.counterparts ?? []), ...counterparts])],
    })
  }
  const sentences = article.beads.flatMap((bead): SentenceNote[] => {
    const side = (of: Side) => rangeOf(article.segments[of], bead[of])
    const range = side(learning)
    return range === null || side(otherSide(learning)) === null
      ? []
      : [sentenceNote(article, texts, range, learning, createdAt)]
  })
  return { terms: [...terms.values()], sentences }
}
