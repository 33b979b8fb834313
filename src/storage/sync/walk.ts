import { entriesIn } from '../readLog.ts'
import type { Walk } from '../records.ts'
import { rowIn } from '../rowIn.ts'
import type { Reading } from '../schema.ts'
import { isShared } from '../unknownRecords.ts'
import { MOST_CHANGES, type Gathered } from './gathered.ts'
import { isWhole } from '../pendingLog.ts'

export const WALKED = [
  'preferences',
  'unknown',
  'articles',
  'notes',
  // Before the segments: what is sealed on the way turns up again at their end.
  'log',
  'segments',
  'revisions',
] as const
type Walked = (typeof WALKED)[number]

/** Large records are taken a few at a time. */
const FEW = 10

const behind = (after: IDBValidKey | null): IDBKeyRange | null =>
  after === null ? null : IDBKeyRange.lowerBound(after, true)

/** Adds the records behind a key, as many as there is room for; the last key of them, null when there are no more. */
type Step = (
  tx: Reading<Walked>,
  after: IDBValidKey | null,
  into: Gathered,
) => Promise<IDBValidKey | null>

const roomIn = ({ changes }: Gathered): number => Math.max(1, MOST_CHANGES - changes)

const STEPS: readonly Step[] = [
  async (tx, after, into) => {
    const found = await tx.objectStore('preferences').getAll(behind(after), FEW)
    for (const row of found) into.row('setting', rowIn(row))
    return found.at(-1)?.id ?? null
  },
  async (tx, after, into) => {
    const found = await tx.objectStore('unknown').getAll(behind(after), FEW)
    for (const { kind, value } of found.filter(isShared)) into.unknown({ [kind]: value })
    const last = found.at(-1)
    return last === undefined ? null : [last.kind, last.id]
  },
  async (tx, after, into) => {
    const [found] = await tx.objectStore('articles').getAll(behind(after), 1)
    if (found === undefined) return null
    const revisions = await tx.objectStore('revisions').index('article').getAll(found.id)
    into.row('article', rowIn(found), revisions)
    return found.id
  },
  async (tx, after, into) => {
    const found = await tx.objectStore('notes').getAll(behind(after), roomIn(into))
    for (const { row } of found.toSorted((a, b) => a.place - b.place)) into.row('note', rowIn(row))
    return found.at(-1)?.id ?? null
  },
  async (tx, after, into) => {
    const found = await tx.objectStore('log').getAll(behind(after), roomIn(into))
    into.entries(found.filter(isWhole))
    return found.at(-1)?.id ?? null
  },
  async (tx, after, into) => {
    const [found] = await tx.objectStore('segments').getAll(behind(after), 1)
    if (found === undefined) return null
    into.entries(entriesIn(found) ?? [])
    return found.id
  },
]

/** Fills a part with what comes next on the way over the whole disk; where it goes on, null at the end. */
export async function walkOn(
  tx: Reading<Walked>,
  { step, after }: Walk,
  into: Gathered,
): Promise<Walk | null> {
  let at: Walk = { step, after }
  while (!into.isFull) {
    const next = STEPS[at.step]
    if (next === undefined) return null
    const last = await next(tx, at.after, into)
    at = last === null ? { step: at.step + 1, after: null } : { step: at.step, after: last }
  }
  return at
}
