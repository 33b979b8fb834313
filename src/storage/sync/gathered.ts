import type { SharedRevision } from '../../domain/article/sharedRevision.ts'
import type { Merged } from '../../domain/records/merged.ts'
import type { Entry } from '../../domain/srs/entries.ts'
import type { Backup, UnknownRecord } from '../../formats/backup.ts'
import { flawOfEntry, isEntry } from '../../formats/modelChecks.ts'
import { flawOfRow, isRevision, type RowKind } from '../../formats/rowChecks.ts'
import type { OutboxRecord, Walk } from '../records.ts'

/** A sealed segment has no more changes than this. */
export const MOST_CHANGES = 500
/** Nor, as a rule, more letters of text and rows, before it is compressed. */
const MOST_LETTERS = 256_000

/** What goes into one object of the server. */
export interface Part {
  readonly backup: Backup
  readonly changes: number
  /** The outbox records that are in it. */
  readonly taken: readonly OutboxRecord[]
  /** Of a part on the way over the whole disk: its record, and where it goes on; null at the end. */
  readonly walk: { readonly of: OutboxRecord; readonly next: Walk | null } | null
  /** Whether it is large enough to be sealed. */
  readonly isFull: boolean
  /** The clock when it was read: whatever is stamped later is above it. */
  readonly upTo: string
}

/**
 * Records for one part. What a bad disk has made of one is left out: with it, no other device would take the others.
 */
export class Gathered {
  readonly #rows = {
    article: new Array<Merged>(),
    note: new Array<Merged>(),
    setting: new Array<Merged>(),
  }
  readonly #revisions: SharedRevision[] = []
  readonly #entries: Entry[] = []
  readonly #unknown: UnknownRecord[] = []
  #letters = 0
  changes = 0

  get isFull(): boolean {
    return this.changes >= MOST_CHANGES || this.#letters >= MOST_LETTERS
  }

  row(kind: RowKind, row: Merged | null, revisions: readonly SharedRevision[] = []): void {
    if (row === null || flawOfRow(kind, row) !== null) return
    this.#rows[kind].push(row)
    const sound = revisions.filter(isRevision)
    this.#revisions.push(...sound)
    // Notes are small, and their number alone tells when it is enough.
    if (kind !== 'note') this.#letters += JSON.stringify([row, sound]).length
    this.changes += 1
  }

  entries(entries: readonly Entry[]): void {
    const sound = entries.filter((entry) => isEntry(entry) && flawOfEntry(entry) === null)
    this.#entries.push(...sound)
    this.changes += sound.length
  }

  unknown(record: UnknownRecord): void {
    this.#unknown.push(record)
    this.#letters += JSON.stringify(record).length
    this.changes += 1
  }

  backup(createdAt: number): Backup {
    const { article: articles, note: notes, setting: settings } = this.#rows
    return {
      createdAt,
      articles,
      revisions: this.#revisions,
      notes,
      settings,
      entries: this.#entries,
      unknown: this.#unknown,
    }
  }
}
