import type { NoteHere } from '../../domain/notes/noteHere.ts'
import type { SrsSettings } from '../../domain/srs/settings.ts'
import type { PackedLog } from '../../formats/packedLog.ts'

/** What goes into a package: the log as it lies on the disk. */
export interface PackageOrder {
  readonly notes: readonly NoteHere[]
  readonly log: PackedLog
  readonly settings: SrsSettings
  /** ms */
  readonly now: number
  /** Minutes east of UTC. */
  readonly utcOffset: number
}

/** What the page asks of the Anki thread, which is the only one that runs WebAssembly. */
export interface AnkiThread {
  /**
   * An Anki package; progress is 0 … 1.
   *
   * @param sqlite SQLite as WebAssembly: a thread touches no network
   * @throws AbortError when the job is cancelled
   */
  write(
    job: number,
    sqlite: ArrayBuffer,
    order: PackageOrder,
    onProgress: (done: number) => void,
  ): Promise<Uint8Array<ArrayBuffer>>
  cancel(job: number): Promise<void>
}
