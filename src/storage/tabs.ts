import { type Entry } from '../domain/srs/entries.ts'
import type { Disk } from './database.ts'

/** What a write touched: the one thing that is told, to this tab and to the others. */
export interface Change {
  /** Those that are new in the log, in the order they were written. */
  readonly entries: readonly Entry[]
  /** Ids of articles that are new, gone, or different in any way. */
  readonly articles: ReadonlySet<string>
  readonly notes: ReadonlySet<string>
  /** Keys of settings, those this device keeps for itself included. */
  readonly settings: ReadonlySet<string>
  /** So much that all has to be read again; the rest may be empty. */
  readonly everything: boolean
}

export const NO_CHANGE: Change = {
  entries: [],
  articles: new Set(),
  notes: new Set(),
  settings: new Set(),
  everything: false,
}

export type Listener = (change: Change) => Promise<void> | void

const listeners = new WeakMap<object, Set<Listener>>()

/** Whether a message is a change; the channel belongs to our origin, but an older or newer tab may write to it. */
function isChange(message: unknown): message is Change {
  if (typeof message !== 'object' || message === null) return false
  const { entries, articles, notes, settings, everything }: Record<string, unknown> = { ...message }
  return (
    Array.isArray(entries) &&
    [articles, notes, settings].every((named) => named instanceof Set) &&
    typeof everything === 'boolean'
  )
}

/** Tells the other tabs and this one, and waits for this one. Called after the transaction is done, never before. */
export async function tell(disk: Pick<Disk, 'channel'>, change: Change): Promise<void> {
  try {
    disk.channel?.postMessage(change.everything ? { ...NO_CHANGE, everything: true } : change)
  } catch (cause) {
    // This tab is closing: what is written is written, and the others read it when they look.
    if (!(cause instanceof Error && cause.name === 'InvalidStateError')) throw cause
  }
  await Promise.all([...(listeners.get(disk) ?? [])].map((listener) => listener(change)))
}

/** Hears what this tab and the others wrote, until the returned function is called. */
export function subscribe(disk: Pick<Disk, 'channel'>, listener: Listener): () => void {
  const own = listeners.get(disk) ?? new Set()
  listeners.set(disk, own.add(listener))
  disk.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!own.has(listener)) return
    // A tab of another version: what it wrote is not known, that it wrote is.
    void listener(isChange(data) ? data : { ...NO_CHANGE, everything: true })
  })
  return () => own.delete(listener)
}
