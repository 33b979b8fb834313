import type { Meanwhile } from '../formats/backup.ts'

/** Whoever waits for some long work. */
export interface Watching {
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

/** As long as work may go on before the page gets a turn, ms. */
const TURN_MS = 30

/** Lets others do what waits. A message comes at once, where timers of timers wait 4 ms each: a tenth of a long replay. */
export const giveTurn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })

/** What keeps long work from blocking the page: it tells how far it is, gives others a turn, and ends when cancelled. */
export function takeTurns({ onProgress, signal }: Watching = {}): Meanwhile {
  let since = performance.now()
  return async (done) => {
    signal?.throwIfAborted()
    if (performance.now() - since < TURN_MS) return
    onProgress?.(done)
    await giveTurn()
    since = performance.now()
    signal?.throwIfAborted()
  }
}
