import { unzipSync } from 'fflate'
import type { IssueCode } from '../domain/errors.ts'
import { startsWith } from './startsWith.ts'

/** All that is unpacked at once; a book, a sheet or a collection has a tenth of it. */
const MOST_BYTES = 96_000_000
/** Text shrinks to a tenth, tables to a fiftieth; what shrinks more was made to fill our memory. */
const MOST_RATIO = 400
const FREE_BYTES = 1_000_000
const MOST_ENTRIES = 20_000

/** The names in a zip file; null when it is none, or too damaged to tell. */
export function zipNames(bytes: Uint8Array): readonly string[] | null {
  if (!startsWith(bytes, 'PK\x03\x04')) return null
  const names: string[] = []
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (names.push(name) > MOST_ENTRIES) throw new RangeError('too many entries')
        return false
      },
    })
  } catch {
    return null
  }
  return names
}

export type Unpacked =
  | { readonly parts: ReadonlyMap<string, Uint8Array>; readonly issue: null }
  | { readonly parts: null; readonly issue: IssueCode }

/** The wanted parts of a zip file. How much they unpack to is known before any is: a bomb is refused then. */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): Unpacked {
  let total = 0
  let isTooLarge = false
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (!isWanted(name) || isTooLarge) return false
        total += originalSize
        const isBomb = originalSize > FREE_BYTES && originalSize > MOST_RATIO * size
        isTooLarge = total > MOST_BYTES || isBomb
        return !isTooLarge
      },
    })
    if (isTooLarge) return { parts: null, issue: 'zipTooLarge' }
    return { parts: new Map(Object.entries(parts)), issue: null }
  } catch {
    return { parts: null, issue: 'brokenZip' }
  }
}
