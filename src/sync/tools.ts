import type { Backup } from '../formats/backup.ts'
import type { Disk } from '../storage/database.ts'
import type { Opened } from './segments.ts'
import type { Shelf } from './shelf.ts'

/** Seals and opens; as a rule in a thread of its own. */
export interface Seals {
  seal(key: string, name: string, backup: Backup): Promise<string>
  open(key: string, name: string, sealed: string): Promise<Opened>
  unwrap(object: string, passphrase: string): Promise<string | null>
}

/** How far a round is, in objects: taken in of those that are known of, or put. */
export interface Progress {
  readonly step: 'pull' | 'push'
  readonly done: number
  /** Null while nobody knows. */
  readonly all: number | null
}

/** What a round works with. */
export interface Tools {
  readonly disk: Disk
  readonly shelf: Shelf
  readonly seals: Seals
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}
