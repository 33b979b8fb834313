import type { ArticleTexts } from '../../domain/article/showArticle.ts'
import { beadsAt } from '../../domain/bitext/bitext.ts'
import type { Note } from '../../domain/model.ts'
import { placesOf } from '../../domain/notes/places.ts'

/** Bead indices of the sentences that are cards, by the note's place as it is now. */
export function learntSentences(
  source: ArticleTexts | null,
  notes: readonly Note[],
): ReadonlyMap<number, Note> {
  const found = new Map<number, Note>()
  if (source === null) return found
  const { beads } = source.article
  for (const note of notes) {
    if (note.kind !== 'sentence') continue
    for (const place of placesOf(note, source)) {
      const range = place[note.learning]
      if (range === null) continue
      for (const bead of beadsAt(source.article, note.learning, range))
        found.set(beads.indexOf(bead), note)
    }
  }
  return found
}
