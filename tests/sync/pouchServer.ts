import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import express from 'express'
import expressPouch from 'express-pouchdb'
import memory from 'pouchdb-adapter-memory'
import PouchDB from 'pouchdb-core'
import mapreduce from 'pouchdb-mapreduce'
import replication from 'pouchdb-replication'

export interface Traffic {
  /** Those a browser makes by itself, to ask whether it may, apart. */
  readonly requests: number
  /** Bytes. */
  readonly received: number
  readonly sent: number
}

export interface PouchServer {
  /** Without a slash at its end. */
  readonly url: string
  /** What has come and gone so far, headers included. */
  traffic(): Traffic
  close(): Promise<void>
}

/** Once for all servers: a plugin cannot be put in twice. */
const databases = PouchDB.plugin(memory)
  .plugin(mapreduce)
  .plugin(replication)
  .defaults({ adapter: 'memory' })

/**
 * PouchDB's server in this process: other people's reading of CouchDB's HTTP API, with everything in memory, open to every
 * page, and without names and passwords. `.github/DECISIONS.md` has what it does otherwise than CouchDB.
 */
export async function startPouch(): Promise<PouchServer> {
  const app = express()
  let requests = 0
  app.use((request, response, next) => {
    // CouchDB does not compress what is asked here.
    delete request.headers['accept-encoding']
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*')
    response.setHeader('Access-Control-Allow-Headers', 'accept, authorization, content-type')
    response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, POST, HEAD, DELETE')
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else {
      requests += 1
      next()
    }
  })
  app.use(expressPouch(databases, { mode: 'minimumForPouchDB' }))
  const server = createServer((request, response) => app(request, response, () => undefined))
  const sockets: Socket[] = []
  server.on('connection', (socket) => sockets.push(socket))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    traffic: () => ({
      requests,
      received: sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0),
      sent: sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
