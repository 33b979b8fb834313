import { type Entry } from '../../../domain/srs/entries.ts'
import { digestOf, joinDigests, type Digest } from '../../../domain/srs/digest.ts'
import { readPending } from '../../pendingLog.ts'
import { entriesIn, readSealed } from '../../readLog.ts'
import type { SegmentRecord, SegmentSummary } from '../../records.ts'
import type { Reading, Transaction } from '../../schema.ts'
import { KEY, look, VERSION } from '../kept/catalogue.ts'
import { lookOrMake, sealed } from '../derived.ts'

const isAnswer = ({ type }: Entry): boolean => type === 'answer'

/** What is in a segment of these entries. */
export const summaryOf = (id: string, entries: readonly Entry[]): SegmentSummary => ({
  id,
  digest: digestOf(entries),
  answers: entries.filter(isAnswer).length,
})

/** What is in a segment on the disk; nothing when it cannot be read. */
const summaryIn = (segment: SegmentRecord): SegmentSummary =>
  summaryOf(segment.id, entriesIn(segment) ?? [])

/** What is in the sealed segments, so that nobody has to read them to know. Whoever writes segments adds to it. */
export const catalogueRecord = {
  key: KEY,
  version: VERSION,
  sources: ['segments'],
  look,
  make: async (tx: Reading<'segments'>): Promise<readonly SegmentSummary[]> =>
    (await readSealed(tx)).map(summaryIn),
  keep: (tx: Transaction<'image'>, value: readonly SegmentSummary[]) =>
    tx.objectStore('image').put(sealed(VERSION, value), KEY),
} as const

/** The catalogue; counted anew when it is missing, or speaks of other segments than there are. */
export const readCatalogue = (
  tx: Reading<'segments' | 'image'>,
): Promise<readonly SegmentSummary[]> => lookOrMake(tx, catalogueRecord)

/** What a log holds: how many answers, voided ones included, and the digest of all entries. */
export interface Totals {
  readonly answers: number
  readonly digest: Digest
}

export const totalsOf = (
  segments: readonly SegmentSummary[],
  pending: readonly Entry[],
): Totals => ({
  answers: segments.reduce((sum, { answers }) => sum + answers, pending.filter(isAnswer).length),
  digest: segments.reduce((sum, { digest }) => joinDigests(sum, digest), digestOf(pending)),
})

/** Within a transaction. Cheap: sealed segments are not read. */
export async function readTotals(tx: Reading<'log' | 'segments' | 'image'>): Promise<Totals> {
  return totalsOf(...(await Promise.all([readCatalogue(tx), readPending(tx)])))
}
