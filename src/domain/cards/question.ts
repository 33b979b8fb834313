import { type Place } from '../notes/places.ts'
import {
  type Article,
  type Card,
  type Note,
  otherSide,
  type Side,
  type Sides,
  type TermNote,
  type TextRange,
} from '../model.ts'
import { beadsAt, rangeOfBeads } from '../bitext/bitext.ts'
import { counterpartOf, wordingOf } from '../notes/wording.ts'
import { clauses } from '../text/clauses.ts'

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
}

/** What a card asks, and what its answer adds. */
export interface Question {
  readonly card: Card
  /** The language of the question. */
  readonly asks: Side
  /** Headword and counterpart; null for a sentence. */
  readonly term: Sides<string> | null
  /** Numbered pinyin of the headword; empty when there is none. */
  readonly reading: string
  readonly gloss: readonly string[]
  /** Shown with the question. */
  readonly question: readonly Passage[]
  /** Shown with the answer: the pair, both sides lit; a side may be missing. */
  readonly answer: readonly Passage[]
  /** The article the pair stands in; null when only the quote is left. */
  readonly article: Pick<Article, 'id' | 'title'> | null
}

/** The clauses that hold `range`, joined; null when that is all of the text anyway. */
function focusOn(text: string, side: Side, range: TextRange): TextRange | null {
  const held = clauses(text, side).filter((c) => c.start < range.end && range.start < c.end)
  const first = held[0]
  const last = held[held.length - 1]
  if (first === undefined || last === undefined) return null
  return last.end - first.start >= text.trim().length ? null : { start: first.start, end: last.end }
}

/** Every place the string stands in a text: how a term is lit when only the quote is left. */
function occurrences(text: string, term: string): readonly TextRange[] {
  if (term === '') return []
  const at = text.toLowerCase().indexOf(term.toLowerCase())
  return at < 0 ? [] : [{ start: at, end: at + term.length }]
}

function passagesAt(place: Place, of: Side): Sides<Passage | null> {
  const range = place[of]
  if (range === null) return { zh: null, en: null }
  const beads = beadsAt(place.article, of, range)
  const passage = (side: Side): Passage | null => {
    const found = rangeOfBeads(place.article, beads, side)
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

function quotedPassages(note: TermNote): Sides<Passage | null> {
  const quote = note.contexts[0]?.quote
  const passage = (side: Side): Passage | null => {
    const text = quote?.[side] ?? ''
    if (text === '') return null
    const term = side === note.learning ? note.headword : (note.counterparts[0] ?? '')
    return { side, text, lit: occurrences(text, term), focus: null, gap: null }
  }
  return { zh: passage('zh'), en: passage('en') }
}

const present = (...passages: readonly (Passage | null)[]): readonly Passage[] =>
  passages.filter((passage) => passage !== null)

/**
 * What a card shows and asks, from where its note stands now. One thing is tested: the term in its sentence, the
 * sentence (or clause) itself, the gap, or the word for a meaning.
 *
 * @param place null when the article is gone or the anchor is lost: a term falls back on its quote
 */
export function questionOf(card: Card, note: Note, place: Place | null): Question {
  const learnt = note.learning
  const known = otherSide(learnt)
  const article = place && { id: place.article.id, title: place.article.title }

  if (note.kind === 'sentence') {
    const pair = place === null ? { zh: null, en: null } : passagesAt(place, learnt)
    const whole = pair[learnt]
    const bright = whole?.lit[0] ?? null
    const focus =
      whole !== null && bright !== null && bright.end - bright.start < whole.text.length
        ? bright
        : null
    const asked: Passage =
      whole === null
        ? { side: learnt, text: note.anchor.quote, lit: [], focus: null, gap: null }
        : { ...whole, lit: [], focus }
    const meaning = pair[known] && { ...pair[known], lit: [], focus: null }
    const base = { card, term: null, reading: '', gloss: [], article }
    return card.kind === 'produce'
      ? { ...base, asks: known, question: present(meaning), answer: [asked] }
      : { ...base, asks: learnt, question: [asked], answer: present(meaning) }
  }

  const here = place?.[known] ?? null
  const standsHere = here === null ? '' : place?.texts[known].slice(here.start, here.end)
  const counterpart = counterpartOf(note, standsHere)
  const term: Sides<string> =
    learnt === 'zh'
      ? { zh: note.headword, en: counterpart }
      : { zh: counterpart, en: note.headword }
  const pair = place === null ? quotedPassages(note) : passagesAt(place, learnt)
  const { reading, gloss } = wordingOf(note)
  const base = { card, term, reading, gloss, article }
  if (card.kind === 'cloze') {
    const whole = pair[learnt]
    const holed = whole && { ...whole, lit: [], gap: whole.lit[0] ?? null }
    return { ...base, asks: learnt, question: present(holed, pair[known]), answer: present(whole) }
  }
  const asks = card.kind === 'produce' ? known : learnt
  return { ...base, asks, question: present(pair[asks]), answer: present(pair[otherSide(asks)]) }
}
