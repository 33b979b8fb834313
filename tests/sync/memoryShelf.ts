import {
  ShelfError,
  type Listing,
  type Put,
  type Sealed,
  type Shelf,
  type Stored,
} from '../../src/sync/shelf.ts'
import type { Fault, Ground } from './ground.ts'

interface Kept {
  readonly sealed: string | null
  readonly version: string
  readonly at: number
}

/** A shelf as CouchDB is one, in memory: for every device a door of its own, behind which requests may be lost. */
export class MemoryShelf implements Ground {
  #objects = new Map<string, Kept>()
  #generation = 1
  #next = 1
  /** Requests so far. */
  requests = 0
  /** Objects of more letters are refused. */
  mostLetters = Infinity
  /** What is on it, for a look. */
  get keys(): readonly string[] {
    return [...this.#objects].filter(([, { sealed }]) => sealed !== null).map(([key]) => key)
  }

  /** Removed, and made anew. */
  wipe(): void {
    this.#objects = new Map()
    this.#generation += 1
    this.#next = 1
  }

  /** What it was at that moment, to be put back: a restored backup of the server. */
  save(): () => void {
    const [objects, next] = [new Map(this.#objects), this.#next]
    return () => {
      this.#objects = new Map(objects)
      this.#generation += 1
      this.#next = next
    }
  }

  /** Changes a byte of an object. */
  spoil(key: string): void {
    const kept = this.#objects.get(key)
    if (kept?.sealed) this.#objects.set(key, { ...kept, sealed: `!${kept.sealed.slice(1)}` })
  }

  #keep(key: string, sealed: string | null): string {
    const at = this.#next++
    const version = `${at}-${this.#generation}`
    this.#objects.set(key, { sealed, version, at })
    return version
  }

  #stored(key: string): Stored | null {
    const kept = this.#objects.get(key)
    return kept === undefined || kept.sealed === null
      ? null
      : { key, version: kept.version, sealed: kept.sealed }
  }

  #put(object: Sealed, version: string | null): Put {
    const there = this.#stored(object.key)
    if (there !== null && there.version !== version) return { there }
    if (there === null && version !== null) throw new ShelfError('lost')
    if (object.sealed.length > this.mostLetters) throw new ShelfError('tooLarge')
    return { version: this.#keep(object.key, object.sealed) }
  }

  /** Objects a page. */
  #list(cursor: string | null, limit: number): Listing {
    const [generation, since] = (cursor ?? `${this.#generation}:0`).split(':').map(Number)
    const isYounger = cursor !== null && since! >= this.#next
    const from = generation === this.#generation ? since! : 0
    const objects = [...this.#objects]
      .filter(([, { at }]) => at > from)
      .sort(([, a], [, b]) => a.at - b.at)
      .slice(0, limit)
    const last = objects.at(-1)?.[1].at ?? from
    return {
      objects: objects.map(([key, { version, sealed }]) => ({
        key,
        version,
        isGone: sealed === null,
      })),
      cursor: `${this.#generation}:${last}`,
      isEnd: objects.length === 0,
      isYounger,
    }
  }

  /** @param fault asked before every request */
  door(fault: () => Fault = () => null, page = 20): Shelf {
    const request = async <T>(work: () => T): Promise<T> => {
      this.requests += 1
      const what = fault()
      if (what === 'lost') throw new ShelfError('unreachable')
      const result = structuredClone(work())
      if (what === 'unheard') throw new ShelfError('unreachable')
      return result
    }
    return {
      changedSince: (cursor) => request(() => this.#list(cursor, page)),
      get: (keys) => request(() => keys.flatMap((key) => this.#stored(key) ?? [])),
      putAbsent: (objects) => request(() => objects.map((object) => this.#put(object, null))),
      replace: (object, version) => request(() => this.#put(object, version)),
      erase: () =>
        request(() => {
          for (const key of this.keys) this.#keep(key, null)
        }),
    }
  }
}
