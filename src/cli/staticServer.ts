import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import {
  headerPolicy,
  isSyncWorker,
  isWasmWorker,
  syncPolicy,
  wasmPolicy,
} from './contentSecurityPolicy.ts'
import { refuse, refuseWhatIsNoRequest } from './server/refuse.ts'
import { openRepresentation } from './server/representation.ts'
import { decodeName, readTarget } from './server/requestTarget.ts'
import { sendFile } from './server/sendFile.ts'

export interface StaticServerOptions {
  /** What `npm run build` wrote. */
  readonly directory: string
  /** Path the app lives under, with a slash at both ends; by default the one it was built for. */
  readonly base?: string
  /** By default this machine only. */
  readonly host?: string
  /** 0 takes any free one. */
  readonly port: number
  /** How long a connection may stand still before it is closed, with the file it was sent. */
  readonly idleMs?: number
}

export interface StaticServer {
  /** Of the start page, base included. */
  readonly url: string
  readonly port: number
  /** Closes open connections too: from then on the server is as good as switched off. */
  stop(): Promise<void>
}

/**
 * A started server for a built app: right types, the `.br` and `.gz` files beside the originals, index.html for
 * navigations only, 404 for whatever is missing, names with a hash kept for ever and everything else revalidated.
 *
 * No request stops it, and nothing outside the folder is sent. Files may change while it runs.
 *
 * @throws the error of `listen`, `EADDRINUSE` among them
 */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const { directory, host = '127.0.0.1', idleMs = 120_000 } = options
  const base = options.base ?? builtBase(directory)

  const server = createServer((request, response) => {
    // The client has gone; there is nobody to tell.
    response.on('error', () => response.destroy())
    answer(request, response, directory, base).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) {
        response.destroy()
        return
      }
      console.error(error)
      refuse(response, 500)
    })
  })
  server.timeout = idleMs
  // Each answer that waits on a connection listens for its end.
  server.on('connection', (socket) => socket.setMaxListeners(0))
  refuseWhatIsNoRequest(server)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, host, resolve)
  })
  server.removeAllListeners('error')
  // A connection that could not be taken; the next one may.
  server.on('error', (error) => console.error(error))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('not a TCP server')

  return {
    url: `http://localhost:${address.port}${base}`,
    port: address.port,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

/** The base a build was made for: its web manifest says so. */
function builtBase(directory: string): string {
  const file = join(directory, 'manifest.webmanifest')
  if (!existsSync(file)) return '/'
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const isManifest = typeof manifest === 'object' && manifest !== null && 'scope' in manifest
  return isManifest && typeof manifest.scope === 'string' ? manifest.scope : '/'
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  directory: string,
  base: string,
): Promise<void> {
  const target = readTarget(request.url ?? '')
  setHeaders(response)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
  if (target === null) return refuse(response, 400)
  if (`${target.path}/` === base) {
    response.writeHead(301, { Location: base + target.query, 'Content-Length': 0 }).end()
    return
  }
  if (!target.path.startsWith(base)) return refuse(response, 404)
  const decoded = decodeName(target.path.slice(base.length))
  if (decoded === 'malformed') return refuse(response, 400)
  if (decoded === 'forbidden') return refuse(response, 404)

  const { accept, 'accept-encoding': acceptEncoding } = request.headers
  const open = (name: string) => openRepresentation(directory, name, acceptEncoding, Date.now())
  // An escaped slash separates nothing: no file has such a name.
  const isFile = decoded.name !== '' && !/%2f/i.test(target.path)
  const own = isFile ? await open(decoded.name) : null
  const file = own ?? (isNavigation(decoded.name, accept) ? await open('index.html') : null)
  if (file === null) return refuse(response, 404)

  response.setHeader('Vary', 'Accept-Encoding')
  if (own !== null && decoded.name.startsWith('assets/')) {
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  }
  if (isWasmWorker(decoded.name)) response.setHeader('Content-Security-Policy', wasmPolicy)
  if (isSyncWorker(decoded.name)) response.setHeader('Content-Security-Policy', syncPolicy)
  await sendFile(request, response, file)
}

function setHeaders(response: ServerResponse): void {
  response.setHeader('Cache-Control', 'no-cache')
  response.setHeader('Content-Security-Policy', headerPolicy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
}

/** A person going to a page of the app, not a page asking for a file: those have an extension. */
function isNavigation(name: string, accept = '*/*'): boolean {
  return /text\/html|\*\/\*/.test(accept) && !/\.\w+$/.test(name)
}
