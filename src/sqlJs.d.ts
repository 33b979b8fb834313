/** As much of it as we use: it comes without types. */
declare module 'sql.js' {
  const initSqlJs: (options?: {
    wasmBinary: ArrayBuffer
  }) => Promise<import('./formats/write/anki/sqlite.ts').Sqlite>
  export default initSqlJs
}
