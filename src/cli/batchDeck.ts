import { writeDeck } from '../formats/deckFile.ts'
import type { BatchJob } from './batchFiles.ts'
import { readDeckOf } from './deck.ts'
import type { Said } from './deckDetails.ts'
import { Complaint } from './inputFile.ts'
import { revised } from './revised.ts'
import { writeWhole } from './wholeFile.ts'

/** A deck to be made, with what is said of all of them. */
export interface BatchOrder {
  readonly job: BatchJob
  readonly said: Said
}
/** Null when the deck is written, else why it is not. */
export type BatchAnswer = string | null

/** Makes one deck of a batch; never throws. */
export async function makeDeck({ job, said }: BatchOrder): Promise<BatchAnswer> {
  try {
    const deck = await readDeckOf(job.files, said, () => undefined, false)
    await writeWhole(job.out, writeDeck(await revised(deck, job.out)))
    return null
  } catch (error) {
    return error instanceof Complaint
      ? error.message
      : `${job.files.join(' and ')} cannot be used: ${String(error)}`
  }
}
