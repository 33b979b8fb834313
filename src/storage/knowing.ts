import type { Side } from '../domain/model.ts'
import { write, type Written } from './change.ts'
import type { Disk } from './database.ts'
import { writeEntries } from './reviewLog.ts'
import { markWithin } from './settings.ts'

const STORES = ['log', 'segments', 'settings', 'preferences'] as const

/**
 * Puts the cards of a word aside and marks the word as known, all or nothing. Undone, the cards are back, and a word that was
 * known before still is.
 *
 * @param cards their ids
 */
export async function knowWord(
  disk: Disk,
  learning: Side,
  word: string,
  cards: readonly string[],
): Promise<Written<void>> {
  return await write(
    disk,
    STORES,
    async (tx, change) => {
      const suspensions = cards.map((card) => ({ type: 'suspend', card }) as const)
      const entries = await writeEntries(tx, change, disk, suspensions)
      const changed = await markWithin(tx, change, disk, learning, [word], true)
      change.undo(() =>
        write(disk, STORES, async (again, taken) => {
          const voids = entries.map(({ id }) => ({ type: 'void', entry: id }) as const)
          await writeEntries(again, taken, disk, voids)
          await markWithin(again, taken, disk, learning, changed, false)
        }),
      )
    },
    'strict',
  )
}
