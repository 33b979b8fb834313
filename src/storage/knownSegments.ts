import type { Entry } from '../domain/srs/entries.ts'
import type { Disk } from './database.ts'

/**
 * What this tab knows of the sealed part: which segments its state was made from, and, of those that were sealed since,
 * what each card's are.
 */
export interface KnownSegments {
  readonly segments: Set<string>
  readonly entries: Map<string, Entry[]>
}
const knownBy = new WeakMap<Disk, KnownSegments>()

/** What this tab knows; undefined before it has looked. */
export const segmentsKnown = (disk: Disk): KnownSegments | undefined => knownBy.get(disk)

/** Remembers that this tab's state was made from these segments. */
export function knowSegments(disk: Disk, segments: Iterable<string>): KnownSegments {
  const known = { segments: new Set(segments), entries: new Map() }
  knownBy.set(disk, known)
  return known
}
