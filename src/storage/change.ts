import { type Entry } from '../domain/srs/entries.ts'
import { transact, type Disk, type Durability } from './database.ts'
import { DERIVED, sourcesOf } from './derived/table.ts'
import { queue } from './sync/outbox.ts'
import type { Store, Transaction } from './schema.ts'
import { tell, type Change } from './tabs.ts'

/** Takes a change back: another change. */
export type Undo = () => Promise<unknown>

export interface Written<T> {
  readonly result: T
  readonly change: Change
  /** Absent where there is nothing to take back, or no way. */
  readonly undo?: Undo
}

/** Where a write names what it touches. */
export interface ChangeSink {
  entries(entries: readonly Entry[]): void
  articles(...ids: readonly string[]): void
  notes(...ids: readonly string[]): void
  settings(...keys: readonly string[]): void
  /** So much that whoever shows something reads it again. */
  everything(): void
  /** How it is taken back. */
  undo(undo: Undo): void
  /** That rows, and entries of these ids, came from the sync server: they are not sent back. */
  received(entries: Iterable<string>): void
}

class Touched implements ChangeSink {
  readonly #entries: Entry[] = []
  readonly #articles = new Set<string>()
  readonly #notes = new Set<string>()
  readonly #settings = new Set<string>()
  #everything = false
  way: Undo | undefined
  /** Entries that came from the sync server; null when nothing did. */
  known: Set<string> | null = null

  entries(entries: readonly Entry[]): void {
    for (const entry of entries) this.#entries.push(entry)
  }
  articles(...ids: readonly string[]): void {
    for (const id of ids) this.#articles.add(id)
  }
  notes(...ids: readonly string[]): void {
    for (const id of ids) this.#notes.add(id)
  }
  settings(...keys: readonly string[]): void {
    for (const key of keys) this.#settings.add(key)
  }
  everything(): void {
    this.#everything = true
  }
  undo(undo: Undo): void {
    this.way = undo
  }
  received(entries: Iterable<string>): void {
    this.known = new Set(entries)
  }

  get change(): Change {
    return {
      entries: this.#entries,
      articles: this.#articles,
      notes: this.#notes,
      settings: this.#settings,
      everything: this.#everything,
    }
  }
}

const isEmpty = ({ entries, articles, notes, settings, everything }: Change): boolean =>
  !everything && entries.length + articles.size + notes.size + settings.size === 0

/**
 * Writes: the only way to. One transaction over the stores named, in which `work` writes and says what it touched, sync
 * learns of exactly that, and the records derived from it answer; all of it, or nothing. Then this tab hears of it, and the
 * others do.
 *
 * `work` must await nothing but this transaction's own requests.
 *
 * @throws AppError when the disk refuses, and whatever `work` throws: nothing is written then
 */
export async function write<T, Names extends Store>(
  disk: Disk,
  stores: readonly Names[],
  work: (tx: Transaction<Names>, change: ChangeSink) => Promise<T>,
  durability: Durability = 'relaxed',
): Promise<Written<T>> {
  const touched = new Touched()
  const queued: readonly Store[] = disk.syncing ? ['outbox'] : []
  const opened = new Set<Store>([...stores, ...sourcesOf(stores), ...queued])
  const result = await transact(
    disk,
    [...opened],
    'readwrite',
    async (tx) => {
      const done = await work(tx, touched)
      const { change } = touched
      if (isEmpty(change)) return done
      // Here, and only here, everything a change touched is known before it is done: stamps belong here.
      if (disk.syncing) await queue(tx, change, touched.known, disk.newId())
      for (const record of DERIVED)
        if (record.on !== undefined && record.sources.every((store) => opened.has(store)))
          await record.on(change, tx)
      return done
    },
    durability,
  )
  const { change, way } = touched
  if (!isEmpty(change)) await tell(disk, change)
  return { result, change, ...(way === undefined ? {} : { undo: way }) }
}
