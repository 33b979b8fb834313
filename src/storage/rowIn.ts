import { readRow, type Merged } from '../domain/records/merged.ts'

/** The row of a stored record; null where there is none. */
export const rowIn = (stored: unknown): Merged | null =>
  typeof stored === 'object' && stored !== null && 'row' in stored
    ? readRow(stored.row)
    : readRow(stored)
