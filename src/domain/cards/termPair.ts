import { otherSide, type Sides, type TermNote } from '../model.ts'
import type { Place } from '../notes/places.ts'
import { counterpartOf, wordingOf } from '../notes/wording.ts'
import { type Passage, passagesAt, quotedPassages } from './passages.ts'

/** A term as its cards show it: the learner's wording wins, then what stands here in the article, then the dictionary. */
export interface TermPair {
  readonly term: Sides<string>
  readonly reading: string
  /** Whether the learner wrote it. */
  readonly isOwnReading: boolean
  readonly gloss: readonly string[]
  readonly pair: Sides<Passage | null>
}

/** @param place null when the article is gone or the anchor is lost: the pair is then its quote */
export function termPair(note: TermNote, place: Place | null): TermPair {
  const known = otherSide(note.learning)
  const here = place?.[known] ?? null
  const standsHere = here === null ? '' : place?.texts[known].slice(here.start, here.end)
  const counterpart = counterpartOf(note, standsHere)
  const { reading, gloss } = wordingOf(note)
  return {
    term:
      note.learning === 'zh'
        ? { zh: note.headword, en: counterpart }
        : { zh: counterpart, en: note.headword },
    reading,
    isOwnReading: note.edits?.reading !== undefined,
    gloss,
    pair: place === null ? quotedPassages(note) : passagesAt(place, note.learning),
  }
}
