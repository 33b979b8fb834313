import { slotAt } from '../../../../src/domain/srs/queue/notes.ts'
import type { QueueCard, QueueNotes, Spot } from '../../../../src/domain/srs/queue/notes.ts'

/**
 * Notes as a queue sees them, of cards with any ids; to produce waits for reading.
 *
 * @param spots what is shown with the cards of a note, one after the other in turn
 */
export function notesOf(
  cards: readonly QueueCard[],
  spots: Readonly<Record<string, readonly Spot[]>> = {},
): QueueNotes {
  const notes = [...new Set(cards.map(({ note }) => note))]
  const rows = new Map(notes.map((note, row) => [note, row]))
  const kinds = [...new Set(cards.map(({ kind }) => kind))]
  const inSlot = new Map<number, QueueCard>()
  const slots = new Map<string, number>()
  const held = new Uint32Array(notes.length)
  for (const card of cards) {
    const [row, place] = [rows.get(card.note)!, kinds.indexOf(card.kind)]
    const slot = slotAt(row, place)
    inSlot.set(slot, card)
    slots.set(card.id, slot)
    held[row]! |= 1 << place
  }
  return {
    rows: notes.length,
    noteAt: (row) => notes[row]!,
    placesAt: (row) => held[row]!,
    slotOf: (card) => slots.get(card) ?? -1,
    spotAt: (row, asked) => {
      const its = spots[notes[row]!] ?? []
      return its[asked % its.length] ?? null
    },
    idAt: (slot) => inSlot.get(slot)!.id,
    cardAt: (slot) => inSlot.get(slot)!,
    isUnlocked: (place, places, settled) => {
      const read = kinds.indexOf('read')
      return kinds[place] !== 'produce' || (places & (1 << read)) === 0 || settled(read)
    },
  }
}
