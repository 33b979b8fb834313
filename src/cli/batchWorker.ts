import process from 'node:process'
import { type BatchOrder, makeDeck } from './batchDeck.ts'

const isOrder = (value: unknown): value is BatchOrder =>
  typeof value === 'object' && value !== null && 'job' in value && 'said' in value

/** One process of a batch: makes a deck of every job it is sent, and says how that went. */
process.on('message', (order: unknown) => {
  if (isOrder(order)) void tell(order)
})

async function tell(order: BatchOrder): Promise<void> {
  process.send?.(await makeDeck(order))
}
