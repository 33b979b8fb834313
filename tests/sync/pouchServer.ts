import { createServer } from 'node:http'
import express from 'express'
import expressPouch from 'express-pouchdb'
import memory from 'pouchdb-adapter-memory'
import PouchDB from 'pouchdb-core'
import mapreduce from 'pouchdb-mapreduce'
import replication from 'pouchdb-replication'

export interface PouchServer {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/**
 * PouchDB's server in this process: other people's reading of CouchDB's HTTP API, with everything in memory, open to every
 * page, and without names and passwords. `.github/DECISIONS.md` has what it does otherwise than CouchDB.
 */
export async function startPouch(): Promise<PouchServer> {
  const databases = PouchDB.plugin(memory)
    .plugin(mapreduce)
    .plugin(replication)
    .defaults({ adapter: 'memory' })
  const app = express()
  app.use((request, response, next) => {
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*')
    response.setHeader('Access-Control-Allow-Headers', 'accept, authorization, content-type')
    response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, POST, HEAD, DELETE')
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else next()
  })
  app.use(expressPouch(databases, { mode: 'minimumForPouchDB' }))
  const server = createServer(app)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
