import {
  type Card,
  CARD_KINDS,
  type CardKind,
  type Direction,
  type Note,
  type Side,
} from '../model.ts'

/** Id of a card: `note.kind.direction`, so that it is the same on every device. */
export function cardId(note: string, kind: CardKind, direction: Direction): string {
  return `${note}.${kind}.${direction}`
}

/** Id of the note a card belongs to. */
export function noteOfCard(card: string): string {
  const dot = card.indexOf('.')
  return dot < 0 ? card : card.slice(0, dot)
}

const DIRECTIONS: readonly Direction[] = ['zh-en', 'en-zh']

/** The card an id speaks of; null when it is none of ours (a kind that a newer version knows). */
export function parseCardId(id: string): Card | null {
  const [note = '', kindName, directionName, ...rest] = id.split('.')
  const kind = CARD_KINDS.find((known) => known === kindName)
  const direction = DIRECTIONS.find((known) => known === directionName)
  if (note === '' || kind === undefined || direction === undefined || rest.length > 0) return null
  return { id, note, kind, direction }
}

const KINDS_OF = { term: ['read', 'cloze', 'produce'], sentence: ['read'] } as const

/** Reading goes from the language learnt to the one known; a cloze and producing go the other way. */
export function directionOf(kind: CardKind, learning: Side): Direction {
  return (kind === 'read') === (learning === 'zh') ? 'zh-en' : 'en-zh'
}

/** The cards of a note: a term is read, filled in and produced, a sentence is read. */
export function cardsOf(note: Pick<Note, 'id' | 'kind' | 'learning'>): readonly Card[] {
  return KINDS_OF[note.kind].map((kind) => {
    const direction = directionOf(kind, note.learning)
    return { id: cardId(note.id, kind, direction), note: note.id, kind, direction }
  })
}

/** The language a card teaches: the inverse of {@link directionOf}. */
export function learntOf({ kind, direction }: Pick<Card, 'kind' | 'direction'>): Side {
  return (kind === 'read') === (direction === 'zh-en') ? 'zh' : 'en'
}
