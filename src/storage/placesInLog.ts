import { isUncut, packedIds } from '../formats/packedEntries.ts'
import type { Disk } from './database.ts'
import type { Reading } from './schema.ts'

/** In which segment each sealed entry lies, by its id: what this tab has found out so far. */
interface Places {
  readonly segments: Set<string>
  readonly ofEntry: Map<string, string>
}
const foundBy = new WeakMap<Disk, Places>()

/**
 * In which segment each sealed entry lies. Segments never change, so each is looked at once, and nothing is unpacked: what
 * arrives later costs what arrived, however long the log is.
 */
export async function placesInLog(
  tx: Reading<'segments'>,
  disk: Disk,
): Promise<ReadonlyMap<string, string>> {
  const store = tx.objectStore('segments')
  const keys = await store.getAllKeys()
  const known = foundBy.get(disk)
  const there = new Set(keys)
  // One that was replaced has taken its entries elsewhere.
  const isSame = known !== undefined && [...known.segments].every((key) => there.has(key))
  const places = isSame ? known : { segments: new Set<string>(), ofEntry: new Map() }
  foundBy.set(disk, places)
  // One after the other: what is read at once blocks the page as long.
  for (const key of keys) {
    if (places.segments.has(key)) continue
    const segment = await store.get(key)
    if (segment !== undefined && isUncut(segment.entries))
      for (const id of packedIds(segment.entries)) places.ofEntry.set(id, key)
    places.segments.add(key)
  }
  return places.ofEntry
}
