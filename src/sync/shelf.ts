/** An object of the shelf, in the version that is there. */
export interface Listed {
  readonly key: string
  readonly version: string
  /** Whether somebody removed it, which nobody does but on purpose. */
  readonly isGone: boolean
}

export interface Listing {
  readonly objects: readonly Listed[]
  /** Where the next listing goes on; nobody but the shelf reads it. */
  readonly cursor: string
  /** Whether nothing has come since. */
  readonly isEnd: boolean
  /** Whether the shelf seems to be younger than the cursor: worth a closer look. */
  readonly isYounger: boolean
}

export interface Sealed {
  readonly key: string
  readonly sealed: string
}

export interface Stored extends Sealed {
  readonly version: string
}

/** What became of an object: it is there, in this version, or something else is. */
export type Put = { readonly version: string } | { readonly there: Stored }

/**
 * A place on which every device of a learner puts its own objects, and no other's. What is in them is sealed; the shelf sees
 * names, sizes and times. Each method throws {@link ShelfError}s, and may be repeated.
 */
export interface Shelf {
  /**
   * What has changed since a cursor, null for all there is; repeats are no harm.
   *
   * @throws ShelfError `cursorRefused` when the shelf does not know it
   */
  changedSince(cursor: string | null): Promise<Listing>
  /** Those of the objects that are there. */
  get(keys: readonly string[]): Promise<readonly Stored[]>
  /** Puts objects where nothing is. */
  putAbsent(objects: readonly Sealed[]): Promise<readonly Put[]>
  /**
   * Puts an object in place of a version; null where nothing is.
   *
   * @throws ShelfError `lost` when that version was there once, and nothing is now
   */
  replace(object: Sealed, version: string | null): Promise<Put>
  /** Removes everything, for every device. */
  erase(): Promise<void>
}

/**
 * `unreachable`: no network, or the server's answer was not for us. `unauthorised`: name or password. `lockedOut`: too
 * many wrong passwords, for some minutes. `notThere`: no such database. `tooLarge`: one request. `full`: no room on the server.
 * `trouble`: the server's own. `erased`: another device erased everything. `otherKey`: what is there was sealed with another
 * passphrase. `cursorRefused`: see {@link Shelf.changedSince}; `lost`: see {@link Shelf.replace}.
 */
export type Refusal =
  | 'unreachable'
  | 'unauthorised'
  | 'lockedOut'
  | 'notThere'
  | 'tooLarge'
  | 'full'
  | 'trouble'
  | 'erased'
  | 'otherKey'
  | 'cursorRefused'
  | 'lost'

export class ShelfError extends Error {
  readonly code: Refusal

  constructor(code: Refusal, options?: { cause?: unknown }) {
    super(code, options)
    this.name = 'ShelfError'
    this.code = code
  }
}

/** Where the wrapped data key lies. */
export const KEY_OBJECT = 'key'

export const segmentKey = (writer: string, number: number): string =>
  `${writer}-${String(number).padStart(8, '0')}`
export const tailKey = (writer: string): string => `${writer}-tail`

/** Who wrote an object; null for the key, and whatever else lies there. */
export function writerOf(key: string): string | null {
  return /^([0-9a-z]{26})-(?:\d{8}|tail)$/.exec(key)?.[1] ?? null
}
