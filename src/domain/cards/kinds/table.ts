import { cloze } from './cloze.ts'
import type { Kind } from './kind.ts'
import { listen } from './listen.ts'
import { produce } from './produce.ts'
import { read } from './read.ts'
import { type } from './type.ts'

export type KindTable = readonly Kind[]

/** The kinds of card there are, in the order in which a note's cards are learnt. At most 30: a queue counts them in bits. */
export const KINDS: KindTable = [read, cloze, produce, type, listen]

/** The kind of this name; null for one that only a newer version knows. */
export function kindNamed(name: string, kinds: KindTable = KINDS): Kind | null {
  return kinds.find(({ kind }) => kind === name) ?? null
}
