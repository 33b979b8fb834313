import type { Card, CardKind, Note, Side, Sides } from '../model.ts'
import { PLACES, placeOf, type QueueNotes, rowOf, slotAt } from '../srs/queue/notes.ts'
import { cardsOf, directionOf, hasKind } from './cards.ts'
import { KINDS, type KindTable } from './kinds/table.ts'

/** Numbers that a spot takes in {@link IndexedNote.spots}: version of the text, from, to. */
export const OF_SPOT = 3

/** What is known of a note without reading it: enough for a queue, and for counting. */
export interface IndexedNote {
  readonly id: string
  readonly kind: Note['kind']
  readonly learning: Side
  readonly kinds?: readonly CardKind[]
  /** Its text is lost, or nothing translates it any more: its cards are not asked. */
  readonly needsCare?: true
  /** The article to count it under: the first it was met in; '' when only a quote is left. */
  readonly article: string
  readonly articles: readonly string[]
  /** What is learnt; '' for a sentence. */
  readonly headword: string
  readonly createdAt: number
  /** Where it is asked in each of `articles`, {@link OF_SPOT} numbers each from `firstSpot` on: see `QueueNotes.spotAt`. */
  readonly spots?: Uint32Array
  readonly firstSpot?: number
}

/** One of its cards. */
export interface IndexedCard
  extends Card, Omit<IndexedNote, 'id' | 'kind' | 'kinds' | 'needsCare' | 'spots' | 'firstSpot'> {
  readonly noteKind: Note['kind']
}

/**
 * Every card of some notes, in their order: for what counts them all. A queue makes only those it asks.
 *
 * Written field by field for speed: there may be 160,000.
 */
export function indexedCards(
  notes: readonly IndexedNote[],
  kinds: KindTable = KINDS,
): readonly IndexedCard[] {
  const cards: IndexedCard[] = []
  for (const note of notes) {
    for (const { id, kind, direction } of cardsOf(note, kinds)) {
      cards.push({
        id,
        note: note.id,
        kind,
        direction,
        noteKind: note.kind,
        learning: note.learning,
        article: note.article,
        articles: note.articles,
        headword: note.headword,
        createdAt: note.createdAt,
      })
    }
  }
  return cards
}

/** Notes as a queue goes through them. A card's place is that of its kind in the table. */
export function queueNotes(notes: readonly IndexedNote[], kinds: KindTable = KINDS): QueueNotes {
  const tails: Sides<readonly string[]> = { zh: tailsOf(kinds, 'zh'), en: tailsOf(kinds, 'en') }
  const all: Record<Note['kind'], number> = {
    term: placesOf({ kind: 'term' }, kinds),
    sentence: placesOf({ kind: 'sentence' }, kinds),
  }
  const held = Uint32Array.from(notes, (note) => {
    if (note.needsCare === true) return 0
    return note.kinds === undefined ? all[note.kind] : placesOf(note, kinds)
  })
  const rows = new Map<string, number>()
  notes.forEach(({ id }, row) => rows.set(id, row))
  const idAt = (slot: number): string => {
    const { id, learning } = notes[rowOf(slot)]!
    return id + tails[learning][placeOf(slot)]!
  }
  return {
    rows: notes.length,
    noteAt: (row) => notes[row]!.id,
    placesAt: (row) => held[row]!,
    // Without a piece of text made for each: a start asks this of every card there is.
    slotOf: (card) => {
      const dot = card.indexOf('.')
      const row = rows.get(card.slice(0, dot))
      if (row === undefined) return -1
      const length = card.length - dot
      const place = tails[notes[row]!.learning].findIndex(
        (tail) => tail.length === length && card.startsWith(tail, dot),
      )
      return place < 0 || (held[row]! & (1 << place)) === 0 ? -1 : slotAt(row, place)
    },
    spotAt: (row, asked) => {
      const { articles, spots, firstSpot = 0 } = notes[row]!
      if (spots === undefined || articles.length === 0) return null
      const nth = asked % articles.length
      const at = firstSpot + OF_SPOT * nth
      const [text, from, to] = [spots[at]!, spots[at + 1]!, spots[at + 2]!]
      return from < to ? { article: articles[nth]!, text, from, to } : null
    },
    idAt,
    cardAt: (slot) => {
      const { id, article } = notes[rowOf(slot)]!
      return { id: idAt(slot), note: id, article, kind: kinds[placeOf(slot)]!.kind }
    },
    isUnlocked: (place, had, settled, firm) => {
      const orNone = (is: (other: number) => boolean) => (name: CardKind) => {
        const other = kinds.findIndex(({ kind }) => kind === name)
        return other < 0 || (had & (1 << other)) === 0 || is(other)
      }
      return kinds[place]!.unlocked(orNone(settled), orNone(firm))
    },
  }
}

/** What ids of cards end in, by place. */
function tailsOf(kinds: KindTable, learning: Side): readonly string[] {
  if (kinds.length > PLACES - 2) throw new RangeError(`${kinds.length} kinds of card`)
  return kinds.map((kind) => `.${kind.kind}.${directionOf(kind, learning)}`)
}

function placesOf(note: Pick<Note, 'kind' | 'kinds'>, kinds: KindTable): number {
  return kinds.reduce((bits, kind, place) => (hasKind(note, kind) ? bits | (1 << place) : bits), 0)
}
