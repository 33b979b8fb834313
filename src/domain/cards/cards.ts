import type { Card, CardKind, Direction, Note, Side } from '../model.ts'
import type { Kind } from './kinds/kind.ts'
import { kindNamed, KINDS, type KindTable } from './kinds/table.ts'

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
export function parseCardId(id: string, kinds: KindTable = KINDS): Card | null {
  const [note = '', kindName = '', directionName, ...rest] = id.split('.')
  const kind = kindNamed(kindName, kinds)
  const direction = DIRECTIONS.find((known) => known === directionName)
  if (note === '' || kind === null || direction === undefined || rest.length > 0) return null
  return { id, note, kind: kind.kind, direction }
}

/** From the language learnt to the one known, or the other way round, as the kind has it. */
export function directionOf({ direction }: Pick<Kind, 'direction'>, learning: Side): Direction {
  return (direction === 'fromLearnt') === (learning === 'zh') ? 'zh-en' : 'en-zh'
}

/** As much of a note as says which cards it has. */
export type CardedNote = Pick<Note, 'id' | 'kind' | 'learning' | 'kinds'>

/** Whether a note has a card of this kind: one of its own kinds, or of all there are for such notes when it names none. */
export function hasKind(note: Pick<Note, 'kind' | 'kinds'>, { kind, of }: Kind): boolean {
  return of.includes(note.kind) && (note.kinds === undefined || note.kinds.includes(kind))
}

/** The cards of a note, in the order of the table; kinds it names that are none of ours are left out. */
export function cardsOf(note: CardedNote, kinds: KindTable = KINDS): readonly Card[] {
  return kinds
    .filter((kind) => hasKind(note, kind))
    .map((kind) => {
      const direction = directionOf(kind, note.learning)
      return {
        id: cardId(note.id, kind.kind, direction),
        note: note.id,
        kind: kind.kind,
        direction,
      }
    })
}
