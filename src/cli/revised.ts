import { readFile } from 'node:fs/promises'
import type { Deck } from '../domain/model.ts'
import { readDeck, writeDeck } from '../formats/deckFile.ts'

/** Ids that are made of the texts: a corrected text would be another deck. */
const isOfTexts = ({ id }: Deck): boolean => id.startsWith('deck-')

/**
 * The deck as what is to stand in a file: where the same deck stands there and says something else, its id is kept and its revision
 * counts up, so that those who have it are told and keep their reviews.
 */
export async function revised(deck: Deck, file: string): Promise<Deck> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const { value: before } = readDeck(text)
  if (before === null || !(isOfTexts(deck) || deck.id === before.id)) return deck
  const same = { ...deck, id: before.id, revision: before.revision }
  if (writeDeck(same) === writeDeck(before)) return same
  return { ...same, revision: Math.max(deck.revision, before.revision + 1) }
}
