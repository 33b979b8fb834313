import { transfer } from 'comlink'
import initSqlJs from 'sql.js'
import { part, type Task } from '../../domain/tasks.ts'
import { unpackLog } from '../../formats/packedLog.ts'
import { writeAnkiPackage } from '../../formats/write/anki/package.ts'
import type { Sqlite } from '../../formats/write/anki/sqlite.ts'
import { jobs } from '../serve.ts'
import type { AnkiThread, PackageOrder } from './protocol.ts'

function* packageOf(sql: Sqlite, { log, ...order }: PackageOrder): Task<Uint8Array> {
  const entries = yield* part(0, 0.05, unpackLog(log))
  return yield* part(0.05, 1, writeAnkiPackage(sql, { ...order, entries }))
}

/** The Anki thread's side: it holds the numbers of the jobs under way, nothing else. */
export function ankiThread(): AnkiThread {
  const { run, cancel } = jobs()
  return {
    write: async (job, wasmBinary, order, onProgress) => {
      const sql = await initSqlJs({ wasmBinary })
      const bytes = new Uint8Array(await run(job, packageOf(sql, order), onProgress))
      return transfer(bytes, [bytes.buffer])
    },
    cancel,
  }
}
