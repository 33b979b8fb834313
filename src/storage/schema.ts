import { type Entry } from '../domain/srs/entries.ts'
import type { DBSchema, IDBPObjectStore, StoreNames } from 'idb'
import type { SharedRevision } from '../domain/article/sharedRevision.ts'
import type { Merged } from '../domain/records/merged.ts'
import type {
  ArticleRecord,
  DerivedPart,
  DraftRecord,
  NoteRecord,
  OutboxRecord,
  OutgoingRecord,
  ReceivedRecord,
  SegmentRecord,
  StoredUnknown,
} from './records.ts'

export const DATABASE_NAME = 'duizhao'

/** What the stores hold. `image` is derived and may be thrown away at any time; nothing else may. */
export interface Schema extends DBSchema {
  articles: { key: string; value: ArticleRecord }
  /** Retired: what it held is in `revisions`. */
  texts: { key: [string, string, number]; value: never }
  notes: { key: string; value: NoteRecord; indexes: { article: string } }
  /** Texts of articles: as they came, or as edits of another one. Never changed. */
  revisions: { key: string; value: SharedRevision; indexes: { article: string } }
  /** Settings that every device of the learner shares, as rows. */
  preferences: { key: string; value: Merged }
  /** Records of kinds that only a newer version knows. */
  unknown: { key: [string, string]; value: StoredUnknown }
  /** Entries not yet sealed; `entry` is the target of a void. */
  log: { key: string; value: Entry; indexes: { card: string; entry: string } }
  /** Sealed entries, at most 500 each, never changed. */
  segments: { key: string; value: SegmentRecord }
  image: { key: string; value: DerivedPart }
  /** What this device keeps for itself. */
  settings: { key: string; value: unknown }
  drafts: { key: string; value: DraftRecord }
  /** What a sync server has not seen yet. Written only while sync is on. */
  outbox: { key: [string, string]; value: OutboxRecord }
  /** Segments as they were sealed, bytes and all, until the server has them. */
  outgoing: { key: string; value: OutgoingRecord }
  /** Which objects of a sync server are in here. */
  received: { key: string; value: ReceivedRecord }
}

export type Store = StoreNames<Schema>
export type Mode = 'readonly' | 'readwrite'

/**
 * A transaction in which only the named stores can be opened; `idb`'s own typing apart from that. One over more stores
 * may be handed to whoever needs fewer of them, and never the other way round.
 */
export interface Transaction<Names extends Store, As extends Mode = 'readwrite'> {
  readonly objectStore: <Name extends Names>(
    name: Name,
  ) => IDBPObjectStore<Schema, Store[], Name, As>
  /** Never there: TypeScript does not compare what generic parameters extend, and would let too few stores through. */
  readonly covers?: (store: Names) => void
}

/** A transaction that only reads these stores, or might write as well. */
export type Reading<Names extends Store> = Transaction<Names, Mode>

interface IndexShape {
  readonly keyPath: string | readonly string[]
  readonly multiEntry?: true
}

interface StoreShape {
  /** Absent: keys are given beside the value. */
  readonly keyPath?: string | readonly string[]
  readonly indexes?: Readonly<Record<string, IndexShape>>
}

/** New stores, and new indexes of stores that are there already. */
export interface SchemaStep {
  readonly stores?: Readonly<Record<string, StoreShape>>
  readonly indexes?: Readonly<Record<string, Readonly<Record<string, IndexShape>>>>
  /** Whether the records of the version before become others (`migration.ts`). */
  readonly migrates?: true
}

/**
 * The way from an empty disk to today's schema, one step a version. Steps are only ever appended: what a released
 * version wrote stays readable, and a retired name is never used for something else.
 */
export const SCHEMA_STEPS: readonly SchemaStep[] = [
  {
    stores: {
      articles: { keyPath: 'id' },
      texts: { keyPath: ['article', 'side', 'number'] },
      notes: { keyPath: 'id', indexes: { article: { keyPath: 'articles', multiEntry: true } } },
      log: {
        keyPath: 'id',
        indexes: { card: { keyPath: 'card' }, entry: { keyPath: 'entry' } },
      },
      segments: { keyPath: 'id' },
      image: {},
      settings: {},
      drafts: { keyPath: 'id' },
      outbox: { keyPath: ['kind', 'id'] },
    },
  },
  {
    // Articles, notes and shared settings are rows that merge; `texts` is empty, and its name retired.
    stores: {
      revisions: { keyPath: 'id', indexes: { article: { keyPath: 'article' } } },
      preferences: { keyPath: 'id' },
      unknown: { keyPath: ['kind', 'id'] },
    },
    migrates: true,
  },
  {
    // What is on its way to a sync server, and what came from there.
    stores: { outgoing: { keyPath: 'key' }, received: { keyPath: 'key' } },
  },
]

const mutable = (keyPath: string | readonly string[]): string | string[] =>
  typeof keyPath === 'string' ? keyPath : [...keyPath]

function addIndexes(store: IDBObjectStore, indexes: Readonly<Record<string, IndexShape>>): void {
  for (const [name, { keyPath, multiEntry = false }] of Object.entries(indexes))
    store.createIndex(name, mutable(keyPath), { multiEntry })
}

/** Whether records have to become others on the way from this version; on an empty disk there are none. */
export const needsMigration = (from: number, steps: readonly SchemaStep[]): boolean =>
  from > 0 && steps.slice(from).some(({ migrates = false }) => migrates)

/**
 * Brings a database from the version it has to the version the steps lead to.
 *
 * @param transaction the version change transaction
 */
export function upgrade(
  database: IDBDatabase,
  transaction: IDBTransaction,
  from: number,
  steps: readonly SchemaStep[] = SCHEMA_STEPS,
): void {
  for (const { stores = {}, indexes = {} } of steps.slice(from)) {
    for (const [name, { keyPath, indexes: own = {} }] of Object.entries(stores)) {
      const options = keyPath === undefined ? {} : { keyPath: mutable(keyPath) }
      addIndexes(database.createObjectStore(name, options), own)
    }
    for (const [name, own] of Object.entries(indexes))
      addIndexes(transaction.objectStore(name), own)
  }
}
