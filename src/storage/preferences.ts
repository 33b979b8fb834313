import { emptyRow, readRow, type Merged } from '../domain/records/merged.ts'
import type { Reading } from './schema.ts'

/** The row of shared settings of this id; an empty one where nothing was written, or what is there is no row. */
export async function readPreference(tx: Reading<'preferences'>, id: string): Promise<Merged> {
  return readRow(await tx.objectStore('preferences').get(id)) ?? emptyRow(id)
}
