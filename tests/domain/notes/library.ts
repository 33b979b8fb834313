import type { SharedRevision } from '../../../src/domain/article/sharedRevision.ts'
import { canonical } from '../../../src/domain/records/canonical.ts'
import type { Merged } from '../../../src/domain/records/merged.ts'
import type { Rules } from './rules.ts'

/** Kinds of row. `later` stands for kinds of later versions. */
export type Kind = 'article' | 'note' | 'settings' | 'log' | 'later'

/** Everything on one device: rows by kind and id, revisions by id. */
export interface Library {
  readonly rows: Map<string, Merged>
  readonly revisions: Map<string, SharedRevision>
}

export const keyOf = (kind: Kind, id: string): string => `${kind} ${id}`
export const emptyLibrary = (): Library => ({ rows: new Map(), revisions: new Map() })

export function takeIn({ mergeRows }: Rules, into: Library, from: Library): Library {
  for (const [key, row] of from.rows) {
    const own = into.rows.get(key)
    into.rows.set(key, own === undefined ? row : mergeRows(own, row))
  }
  for (const [id, revision] of from.revisions) into.revisions.set(id, revision)
  return into
}

/** Values never change, so that each need be written once. */
const written = new WeakMap<object, string>()

function bytesOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return canonical(value)
  const known = written.get(value) ?? canonical(value)
  written.set(value, known)
  return known
}

const bytesOfAll = (values: Readonly<Record<string, unknown>>): string =>
  Object.keys(values)
    .sort()
    .map((name) => `${name} ${bytesOf(values[name])}`)
    .join('\n')

/** What two rows must have the same of, if they are the same. */
export const bytesOfRow = ({ id, facts, fields }: Merged): string =>
  `${id}\n${bytesOfAll(facts)}\n\n${bytesOfAll(fields)}`

/** The bytes on which devices must agree. */
export const encode = ({ rows, revisions }: Library): string =>
  [
    ...[...rows].map(([key, row]) => `${key} ${bytesOfRow(row)}`),
    ...[...revisions.values()].map(bytesOf),
  ]
    .sort()
    .join('\n\n')

/** A rule of this test was broken, as opposed to a mistake in the test. */
export class Unheld extends Error {}

export function hold(holds: boolean, what: string): void {
  if (!holds) throw new Unheld(what)
}
