/** What the tests use of sql.js, which brings no types. */
declare module 'sql.js' {
  type Value = null | number | string | Uint8Array
  interface Database {
    run(sql: string, values?: readonly Value[]): void
    exec(sql: string): { values: Value[][] }[]
    export(): Uint8Array
    close(): void
  }
  export default function initSqlJs(): Promise<{ Database: new (bytes?: Uint8Array) => Database }>
}
