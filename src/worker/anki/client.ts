import { proxy, transfer } from 'comlink'
import { buffersOf } from '../../formats/packedLog.ts'
import { connectionOf, threadOf } from '../thread.ts'
import type { AnkiThread, PackageOrder } from './protocol.ts'

const connect = () =>
  connectionOf(
    new Worker(new URL('./anki.worker.ts', import.meta.url), {
      type: 'module',
      name: 'duizhao-anki',
    }),
  )

/**
 * An Anki package, written in a thread of its own, which is ended with it: its memory never shrinks. The order's log and
 * SQLite are handed over and cannot be used afterwards.
 *
 * @throws AbortError when the signal says so, AppError `workerLost` when the browser ended the thread
 */
export async function writePackage(
  sqlite: ArrayBuffer,
  order: PackageOrder,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { run, stop } = threadOf<AnkiThread>({ connect, idleMs: 0 })
  try {
    return await run((thread, job) => {
      const given = transfer(order, buffersOf(order.log))
      return thread.write(job, transfer(sqlite, [sqlite]), given, proxy(onProgress))
    }, signal)
  } finally {
    stop()
  }
}
