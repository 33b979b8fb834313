/** As much as we use of it: it comes without types. */
declare module 'sql.js' {
  import type { Sqlite } from './formats/write/anki/sqlite.ts'
  export default function initSqlJs(options?: { wasmBinary: ArrayBuffer }): Promise<Sqlite>
}
