import type { Level, Side } from '../domain/model.ts'
import { transact, type Disk } from './database.ts'

/**
 * The words of what an article's cards ask to understand, for the order of new cards. Derived: made from notes and texts by
 * the language thread in an idle moment, and made again whenever it is missing.
 */
export interface FociRecord {
  readonly kind: 'foci'
  readonly version: typeof FOCI_VERSION
  readonly article: string
  readonly learning: Side
  /** Every word of the foci once. */
  readonly words: readonly { readonly key: string; readonly level: Level }[]
  readonly foci: readonly {
    readonly note: string
    /** Numbered syllables of the headword; empty for a sentence. */
    readonly reading: string
    /** As in `newOrder.ts`. */
    readonly rarity: number
    /** Places in `words`. */
    readonly words: readonly number[]
  }[]
}

export const FOCI_VERSION = 1

const keyOf = (article: string, learning: Side): string => `foci/${learning}/${article}`

/** What is there of an article; null when it is missing or from another version. */
export async function readFoci(
  disk: Disk,
  article: string,
  learning: Side,
): Promise<FociRecord | null> {
  const record = await transact(disk, ['image'], 'readonly', (tx) =>
    tx.objectStore('image').get(keyOf(article, learning)),
  )
  return record?.kind === 'foci' && record.version === FOCI_VERSION ? record : null
}

export async function writeFoci(disk: Disk, record: FociRecord): Promise<void> {
  await transact(disk, ['image'], 'readwrite', (tx) =>
    tx.objectStore('image').put(record, keyOf(record.article, record.learning)),
  )
}
