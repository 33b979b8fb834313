import type { Backup } from '../../formats/backup.ts'
import type { Door } from '../couch.ts'
import type { DataKey } from '../crypto.ts'
import type { Opened } from '../segments.ts'
import type { Listing, Put, Refusal, Sealed, Stored } from '../shelf.ts'

/** What comes back from the shelf: a refusal crosses as a value, for an error would lose its code on the way. */
export interface Answer<T> {
  readonly given: readonly [T] | null
  readonly refused: Refusal | null
}

/** What the page asks of the sync thread: the only part of the app that speaks with another origin, and all that is heavy. */
export interface SyncThread {
  changedSince(door: Door, cursor: string | null): Promise<Answer<Listing>>
  get(door: Door, keys: readonly string[]): Promise<Answer<readonly Stored[]>>
  putAbsent(door: Door, objects: readonly Sealed[]): Promise<Answer<readonly Put[]>>
  replace(door: Door, object: Sealed, version: string | null): Promise<Answer<Put>>
  erase(door: Door): Promise<Answer<void>>
  published(address: string): Promise<Answer<Uint8Array<ArrayBuffer>>>
  seal(key: string, name: string, backup: Backup): Promise<string>
  open(key: string, name: string, sealed: string): Promise<Opened>
  unwrap(object: string, passphrase: string): Promise<string | null>
  wrap(passphrase: string, key?: string): Promise<DataKey>
  cancel(job: number): Promise<void>
}
