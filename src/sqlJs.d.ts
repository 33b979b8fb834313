/* oxlint-disable typescript/consistent-type-imports */
/** As much of it as we use: it comes without types. */
declare module 'sql.js' {
  // An import of types would make this file a module, which declares nothing for others.
  const initSqlJs: (options?: {
    wasmBinary: ArrayBuffer
  }) => Promise<import('./formats/write/anki/sqlite.ts').Sqlite>
  export default initSqlJs
}
