/** Of the packages a CouchDB in this process is made of, as much as `pouchServer.ts` asks. */
type PouchPlugin = object
type PouchHandler = (
  request: import('node:http').IncomingMessage,
  response: import('node:http').ServerResponse,
  next: () => void,
) => void

declare module 'pouchdb-core' {
  interface PouchDatabases {
    plugin(plugin: PouchPlugin): PouchDatabases
    defaults(options: { readonly adapter: string }): PouchDatabases
  }
  const PouchDB: PouchDatabases
  export default PouchDB
}
declare module 'pouchdb-adapter-memory' {
  const plugin: PouchPlugin
  export default plugin
}
declare module 'pouchdb-mapreduce' {
  const plugin: PouchPlugin
  export default plugin
}
declare module 'pouchdb-replication' {
  const plugin: PouchPlugin
  export default plugin
}
declare module 'express' {
  interface App extends PouchHandler {
    use(handler: PouchHandler): void
  }
  export default function express(): App
}
declare module 'express-pouchdb' {
  export default function expressPouch(
    databases: import('pouchdb-core').PouchDatabases,
    options: { readonly mode: string },
  ): PouchHandler
}
