import { looksLikeDeck, readDeck } from './deckFile.ts'
import { textFormat } from './format.ts'

/** A deck file. */
export const deckFormat = textFormat({
  id: 'deck',
  extensions: ['json'],
  mediaTypes: ['application/json'],
  looksLike: looksLikeDeck,
  read: (text) => {
    const { value, issues } = readDeck(text)
    return { value: value && { kind: 'deck', deck: value }, issues }
  },
})
