import { beadsAt, rangeOfBeads } from '../bitext/bitext.ts'
import { otherSide, type Side, type Sides, type TermNote, type TextRange } from '../model.ts'
import type { Place } from '../notes/places.ts'
import { clauses, isLong } from '../text/clauses.ts'
import { withoutStrayQuotes } from '../text/strayQuotes.ts'

/** A passage of one side as a card shows it; ranges are offsets into `text`. */
export interface Passage {
  readonly side: Side
  readonly text: string
  /** The term, lit up on this side. */
  readonly lit: readonly TextRange[]
  /** The clause that is bright while the rest is dimmed; null when all of it is. */
  readonly focus: TextRange | null
  /** What a cloze card cuts out until the answer is shown. */
  readonly gap: TextRange | null
  /** Where the answer stands besides: cut out with the gap. */
  readonly cuts?: readonly TextRange[]
}

/** A text by itself, such as a headword: all of it bright, nothing lit. */
export const plainPassage = (text: string, side: Side): Passage => ({
  side,
  text,
  lit: [],
  focus: null,
  gap: null,
})

/** The clauses that hold `range`, joined; null when that is all of the text anyway. */
function focusOn(text: string, side: Side, range: TextRange): TextRange | null {
  const held = clauses(text, side).filter((c) => c.start < range.end && range.start < c.end)
  const first = held[0]
  const last = held[held.length - 1]
  if (first === undefined || last === undefined) return null
  return last.end - first.start >= text.trim().length ? null : { start: first.start, end: last.end }
}

/**
 * As much of a passage as is shown at first: of a long one the clause that is bright, with what is lit in it and the gap;
 * null when that is all of it.
 */
export function foldedTo({ side, text, focus, lit, gap }: Passage): TextRange | null {
  if (focus === null || !isLong(text, side)) return null
  const asked = gap === null ? lit : [...lit, gap]
  return {
    start: Math.min(focus.start, ...asked.map(({ start }) => start)),
    end: Math.max(focus.end, ...asked.map(({ end }) => end)),
  }
}

/** Every place the string stands in a text: how a term is lit when only the quote is left. */
function occurrences(text: string, term: string): readonly TextRange[] {
  if (term === '') return []
  const at = text.toLowerCase().indexOf(term.toLowerCase())
  return at < 0 ? [] : [{ start: at, end: at + term.length }]
}

/**
 * What a card shows of each side: the beads around a range of the side `of`. Half a pair of quotation marks belongs to a
 * sentence that is not shown.
 */
function shownRanges({ article, texts }: Place, of: Side, range: TextRange) {
  const beads = beadsAt(article, of, range)
  return (side: Side): TextRange | null => {
    const found = rangeOfBeads(article, beads, side)
    if (found === null) return null
    const { start, end } = withoutStrayQuotes(texts[side].slice(found.start, found.end))
    return { start: found.start + start, end: found.start + end }
  }
}

/** What was found last: every card of a note asks for the same. */
let found: {
  readonly place: Place
  readonly of: Side
  readonly passages: Sides<Passage | null>
} | null = null

/** Both sides of the beads around a place, found from the language `of`; the note's own words lit, their clause in focus. */
export function passagesAt(place: Place, of: Side): Sides<Passage | null> {
  if (found?.place !== place || found.of !== of)
    found = { place, of, passages: findPassages(place, of) }
  return found.passages
}

function findPassages(place: Place, of: Side): Sides<Passage | null> {
  const range = place[of]
  if (range === null) return { zh: null, en: null }
  const shown = shownRanges(place, of, range)
  const passage = (side: Side): Passage | null => {
    const found = shown(side)
    if (found === null) return null
    const text = place.texts[side].slice(found.start, found.end)
    const here = place[side]
    const inside = here !== null && here.start >= found.start && here.end <= found.end
    const lit = inside ? [{ start: here.start - found.start, end: here.end - found.start }] : []
    const focus = lit[0] === undefined ? null : focusOn(text, side, lit[0])
    return { side, text, lit, focus, gap: null }
  }
  return { zh: passage('zh'), en: passage('en') }
}

/** A passage in the article it was taken from. */
export interface PassagePlace {
  /** Where it begins in the text of its side. */
  readonly start: number
  /** What translates it. */
  readonly translation: string
}

/** Where a text that a card shows stands at a place; null when it is not what stands there. */
export function passagePlace(
  place: Place,
  of: Side,
  side: Side,
  text: string,
): PassagePlace | null {
  const range = place[of]
  if (range === null) return null
  const shown = shownRanges(place, of, range)
  const other = otherSide(side)
  const [here, there] = [shown(side), shown(other)]
  if (here === null || place.texts[side].slice(here.start, here.end) !== text) return null
  const translation = there === null ? '' : place.texts[other].slice(there.start, there.end)
  return { start: here.start, translation }
}

/** The pair a term was met in, as it was quoted then. */
export function quotedPassages(note: TermNote): Sides<Passage | null> {
  const quote = note.contexts[0]?.quote
  const passage = (side: Side): Passage | null => {
    const quoted = quote?.[side] ?? ''
    const { start, end } = withoutStrayQuotes(quoted)
    const text = quoted.slice(start, end)
    if (text === '') return null
    const term = side === note.learning ? note.headword : (note.counterparts[0] ?? '')
    return { side, text, lit: occurrences(text, term), focus: null, gap: null }
  }
  return { zh: passage('zh'), en: passage('en') }
}

/** Those that are there. */
export const present = (...passages: readonly (Passage | null)[]): readonly Passage[] =>
  passages.filter((passage) => passage !== null)
