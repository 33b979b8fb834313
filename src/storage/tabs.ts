import type { Entry } from '../domain/model.ts'
import type { Disk } from './database.ts'

/** What one tab tells the others after it has written. */
export type Change =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'articles'; readonly ids: readonly string[] }
  | { readonly kind: 'notes'; readonly ids: readonly string[] }
  | { readonly kind: 'settings'; readonly keys: readonly string[] }
  /** A backup was merged: read everything again. */
  | { readonly kind: 'everything' }

const KINDS: readonly unknown[] = ['entries', 'articles', 'notes', 'settings', 'everything']

/** Whether a message is one of ours; the channel belongs to our origin, but an older or newer tab may write to it. */
function isChange(message: unknown): message is Change {
  return (
    typeof message === 'object' &&
    message !== null &&
    'kind' in message &&
    KINDS.includes(message.kind)
  )
}

/** Tells the other tabs. Called after the transaction is done, never before. */
export function announce(disk: Pick<Disk, 'channel'>, change: Change): void {
  if (change.kind === 'entries' && change.entries.length === 0) return
  disk.channel?.postMessage(change)
}

/** Hears what other tabs wrote (not what this one did) until the returned function is called. */
export function subscribe(
  disk: Pick<Disk, 'channel'>,
  listener: (change: Change) => void,
): () => void {
  let listening = true
  disk.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (listening && isChange(data)) listener(data)
  })
  return () => {
    listening = false
  }
}
