import { type EntryDraft } from '../../domain/srs/entries.ts'
import { cardsOf } from '../../domain/cards/cards.ts'
import type { Note } from '../../domain/model.ts'
import type { Undo } from '../../storage/change.ts'
import { knowWord } from '../../storage/knowing.ts'
import { useDisk } from '../disk.ts'
import { useMemory } from '../memory.ts'
import { entriesOf, type CardAction } from './cardActions.ts'

/** Does what is to be done about a card; how it is taken back. A part of the review store. */
export function cardActions() {
  const disk = useDisk()
  const memory = useMemory()

  return async function apply(
    action: CardAction,
    card: string,
    note: Note,
  ): Promise<Undo | undefined> {
    if (action.do === 'known' && note.kind === 'term') {
      const cards = cardsOf(note).map(({ id }) => id)
      return (await knowWord(await disk.open(), note.learning, note.headword, cards)).undo
    }
    const drafts = entriesOf(action, card, note, memory.today().queue.day)
    const entries = await memory.append(drafts)
    return () => memory.append(entries.map(({ id }): EntryDraft => ({ type: 'void', entry: id })))
  }
}
