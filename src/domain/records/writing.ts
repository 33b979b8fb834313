import { fieldOf, valueOf, type Merged, type Stamped } from './merged.ts'
import {
  isStamp,
  laterStamp,
  parseStamp,
  tick,
  witness,
  type Clock,
  type Now,
  type Stamp,
} from './stamp.ts'

/** A row after something was written into it, and the clock to be stored along with it. */
export interface Written {
  readonly row: Merged
  readonly clock: Clock
}

/** Fields that are no touch of a person: the deletion itself, and what a dictionary found. */
const UNTOUCHED: ReadonlySet<string> = new Set(['deleted', 'found'])

const stampOfFact = (fact: unknown): Stamp => {
  const t: unknown = typeof fact === 'object' && fact !== null && Reflect.get(fact, 't')
  return isStamp(t) ? t : ''
}

const isByHand = (fact: unknown): boolean =>
  typeof fact === 'object' && fact !== null && Reflect.get(fact, 'by') === 'hand'

const latest = (stamps: readonly Stamp[]): Stamp => stamps.reduce(laterStamp, '')

/** The last stamp of what a person did to a record, deleting it aside; `''` when nobody did anything. */
export function lastTouch({ facts, fields }: Merged): Stamp {
  const written = Object.entries(fields).filter(([name]) => !UNTOUCHED.has(name))
  const made = Object.values(facts).filter(isByHand)
  return latest([...written.map(([, { t }]) => t), ...made.map(stampOfFact)])
}

/** Every stamp in a record; `''` for each fact that has none. */
const stampsIn = ({ facts, fields }: Merged): readonly Stamp[] => [
  ...Object.values(fields).map(({ t }) => t),
  ...Object.values(facts).map(stampOfFact),
]

/** The clock after a row was taken in from a file or another device. */
export const witnessRow = (row: Merged, now: Now): Clock =>
  stampsIn(row).reduce((clock, stamp) => witness({ ...now, clock }, stamp), now.clock)

/** The stamp of what was last said about a record's deletion, that it is not deleted included; `''` when nothing was. */
export const deletionOf = (row: Merged): Stamp => valueOf(row.fields, 'deleted')?.t ?? ''

/** Whether a record is shown: it was not deleted, or a person touched it after that. */
export const isAlive = (row: Merged): boolean =>
  fieldOf(row, 'deleted') !== true || lastTouch(row) > deletionOf(row)

/** When a record was deleted, ms; null while it is alive. */
export const deletedAt = (row: Merged): number | null =>
  isAlive(row) ? null : (parseStamp(deletionOf(row))?.ms ?? 0)

/**
 * Writes fields: each above what it held and above the record's deletion, both of which may lie in a future that this
 * clock did not adopt. So a field can always be changed, and a change shows.
 */
export function writeFields(
  row: Merged,
  values: Readonly<Record<string, unknown>>,
  now: Now,
): Written {
  const deletion = deletionOf(row)
  let clock = now.clock
  const written = Object.entries(values).map(([name, v]): [string, Stamped] => {
    const over = laterStamp(valueOf(row.fields, name)?.t ?? '', deletion)
    const ticked = tick({ ...now, clock }, over)
    clock = ticked.clock
    return [name, { v: v ?? null, t: ticked.stamp }]
  })
  return { row: { ...row, fields: { ...row.fields, ...Object.fromEntries(written) } }, clock }
}

/** Deletes a record: above everything in it, whatever the clocks say. */
export function deleteRow(row: Merged, now: Now): Written {
  const { stamp, clock } = tick(now, latest(stampsIn(row)))
  const deleted: Stamped = { v: true, t: stamp }
  return { row: { ...row, fields: { ...row.fields, deleted } }, clock }
}

/** Brings a record back, or says of a new one that it is alive: against a deletion on another device that is older. */
export const reviveRow = (row: Merged, now: Now): Written =>
  writeFields(row, { deleted: false }, now)
