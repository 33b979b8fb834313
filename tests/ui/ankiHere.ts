import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PackageOrder } from '../../src/worker/anki/protocol.ts'
import { ankiThread } from '../../src/worker/anki/thread.ts'

/**
 * The Anki thread in this thread, with the real SQLite: happy-dom has no workers. To be put in place of two edges:
 *
 *     vi.mock('…/src/worker/anki/client.ts', () => import('…/ankiHere.ts'))
 *     vi.mock('…/src/storage/sqliteFile.ts', () => import('…/ankiHere.ts'))
 */
export async function writePackage(
  sqlite: ArrayBuffer,
  order: PackageOrder,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const thread = ankiThread()
  signal.addEventListener('abort', () => void thread.cancel(1))
  return await thread.write(1, sqlite, structuredClone(order), onProgress)
}

export async function readSqlite(): Promise<ArrayBuffer> {
  const file = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm')
  return new Uint8Array(readFileSync(file)).buffer
}
