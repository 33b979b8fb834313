import type { Shelf } from '../../src/sync/shelf.ts'

/** What happens to a request: `'lost'` on the way there, `'unheard'` on the way back. */
export type Fault = 'lost' | 'unheard' | null

/** Where the devices of a simulation meet. */
export interface Ground {
  /**
   * @param fault asked before every request
   * @param page objects a listing
   */
  door(fault: () => Fault, page: number): Shelf
  /** Removed, and made anew. */
  wipe(): void | Promise<void>
  /** What it was at that moment, to be put back: a restored backup of the server. */
  save(): (() => void | Promise<void>) | Promise<() => void | Promise<void>>
}
