import { rangeOf } from '../bitext/bitext.ts'
import { deckToDraft } from '../article/deck.ts'
import { rootsOf } from '../article/sharedRevision.ts'
import { type Article, type Deck, type Note, otherSide, type Side } from '../model.ts'
import { notesLearnt, type NoteHere } from './noteHere.ts'
import { sentenceNote, termNote } from './notes.ts'

/**
 * The notes that somebody has who learns all of a deck, each where it first stands with a translation: its terms in the
 * deck's order, then its sentences. They have the ids the app gives them.
 *
 * @param createdAt ms; notes are made one after the other
 */
export function notesOfDeck(deck: Deck, learning: Side, createdAt: number): readonly NoteHere[] {
  const draft = deckToDraft(deck)
  const { texts, segments, beads, terms, title, contentHash } = draft
  const roots = rootsOf(deck.id, texts)
  const article: Article = {
    id: deck.id,
    title,
    addedAt: createdAt,
    provenance: deck.provenance,
    archived: false,
    contentHashes: [contentHash],
    revision: { zh: roots.zh.id, en: roots.en.id },
    segments,
    beads,
    terms,
    deckRevision: deck.revision,
    settledDoubts: [],
  }
  const other = otherSide(learning)
  const ofTerms = terms
    .filter((term) => term[learning].trim() !== '')
    .map((term): NoteHere => {
      const here = term.occurrences.filter((one) => one[learning] !== null)
      const first = here.find((one) => one[other] !== null) ?? here[0]
      const note: Note = termNote(article, texts, term, learning, createdAt)
      return { note, place: first === undefined ? null : { article, texts, ...first } }
    })
  const ofBeads = beads.flatMap((bead): readonly NoteHere[] => {
    const ranges = { zh: rangeOf(segments.zh, bead.zh), en: rangeOf(segments.en, bead.en) }
    const range = ranges[learning]
    if (range === null || ranges[other] === null) return []
    const note = sentenceNote(article, texts, range, learning, createdAt)
    return [{ note, place: { article, texts, ...ranges } }]
  })
  return notesLearnt([...ofTerms, ...ofBeads])
}
