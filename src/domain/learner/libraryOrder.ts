import type { Sides } from '../model.ts'
import type { Readable } from '../words/coverage.ts'

/** A text of the library, as it is listed. */
export interface LibraryRow {
  readonly id: string
  readonly title: Sides<string>
  readonly addedAt: number
  readonly archived: boolean
  /** What of it can be read; null until its words are found. */
  readonly readable: Readable | null
  /** Minutes it takes to read; null until its words are found. */
  readonly minutes: number | null
  /** Reviews that are due today. */
  readonly due: number
}

export const LIBRARY_ORDERS = ['added', 'readable', 'short', 'title'] as const
export type LibraryOrder = (typeof LIBRARY_ORDERS)[number]

const nameOf = ({ title }: LibraryRow): string => title.zh || title.en

const UNKNOWN = 1e6
/** What is not known yet stands last; what is equal, as it came. */
const BEFORE: Readonly<Record<LibraryOrder, (a: LibraryRow, b: LibraryRow) => number>> = {
  added: (a, b) => b.addedAt - a.addedAt,
  readable: (a, b) => (b.readable?.known ?? -1) - (a.readable?.known ?? -1),
  short: (a, b) => (a.minutes ?? UNKNOWN) - (b.minutes ?? UNKNOWN),
  title: (a, b) => nameOf(a).localeCompare(nameOf(b), 'zh'),
}

/** The rows in an order, the newest first among equals. */
export const inLibraryOrder = (
  rows: readonly LibraryRow[],
  order: LibraryOrder,
): readonly LibraryRow[] => rows.toSorted((a, b) => BEFORE[order](a, b) || BEFORE.added(a, b))

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

/** The rows with every word of a search in one of their titles; all of them where nothing is looked for. */
export function titled(rows: readonly LibraryRow[], search: string): readonly LibraryRow[] {
  const wanted = plain(search).split(/\s+/).filter(Boolean)
  return rows.filter(({ title }) => {
    const text = plain(`${title.zh}\n${title.en}`)
    return wanted.every((word) => text.includes(word))
  })
}
