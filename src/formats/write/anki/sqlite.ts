/** As much of sql.js as a writer needs: whoever loads its WebAssembly hands it in. */
export interface Sqlite {
  readonly Database: new (bytes?: Uint8Array) => Database
}

export interface Database {
  exec(sql: string): readonly { readonly columns: string[]; readonly values: Value[][] }[]
  run(sql: string, values?: readonly Value[]): unknown
  prepare(sql: string): Statement
  export(): Uint8Array
  close(): void
}

export interface Statement {
  run(values: readonly Value[]): void
  free(): unknown
}

export type Value = string | number | null | Uint8Array
