/** Of the packages a CouchDB in this process is made of, as much as `pouchServer.ts` asks. */
declare module 'pouchdb-core' {
  export interface PouchDatabases {
    plugin(plugin: object): PouchDatabases
    defaults(options: { readonly adapter: string }): PouchDatabases
  }
  const PouchDB: PouchDatabases
  export default PouchDB
}
declare module 'pouchdb-adapter-memory' {
  const plugin: object
  export default plugin
}
declare module 'pouchdb-mapreduce' {
  const plugin: object
  export default plugin
}
declare module 'pouchdb-replication' {
  const plugin: object
  export default plugin
}
declare module 'express' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  export interface Handler {
    (request: IncomingMessage, response: ServerResponse, next: () => void): void
  }
  interface App extends Handler {
    use(handler: Handler): void
  }
  export default function express(): App
}
declare module 'express-pouchdb' {
  import type { Handler } from 'express'
  import type { PouchDatabases } from 'pouchdb-core'
  export default function expressPouch(
    databases: PouchDatabases,
    options: { readonly mode: string },
  ): Handler
}
