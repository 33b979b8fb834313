import process from 'node:process'
import { type BatchOrder, makeDeck } from './batchDeck.ts'

/** One process of a batch: makes a deck of every job it is sent, and says how that went. */
process.on('message', (order: BatchOrder) => {
  void makeDeck(order).then((answer) => process.send?.(answer))
})
