import { type EntryDraft } from '../../domain/srs/entries.ts'
import { cardsOf } from '../../domain/cards/cards.ts'
import type { Note } from '../../domain/model.ts'

/** What can be done about a card besides answering it, as entries of the log; all of it can be taken back. */
export type CardAction =
  | { readonly do: 'suspend' | 'bury' | 'known' | 'reset' }
  /** 0 none, 1 … 7 as in Anki. */
  | { readonly do: 'flag'; readonly flag: number }
  | { readonly do: 'setDue'; readonly inDays: number }

/** The entries of an action. Knowing a word puts all cards of its note aside, everything else concerns the one card. */
export function entriesOf(
  action: CardAction,
  card: string,
  note: Note,
  today: number,
): readonly EntryDraft[] {
  switch (action.do) {
    case 'known':
      return cardsOf(note).map(({ id }) => ({ type: 'suspend', card: id }))
    case 'bury':
      return [{ type: 'bury', card, untilDay: today + 1 }]
    case 'flag':
      return [{ type: 'flag', card, flag: action.flag }]
    case 'setDue':
      return [{ type: 'setDue', card, dueDay: today + action.inDays }]
    case 'suspend':
    case 'reset':
      return [{ type: action.do, card }]
  }
}
