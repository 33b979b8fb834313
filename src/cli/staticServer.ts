import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { headerPolicy } from './contentSecurityPolicy.ts'

export interface StaticServerOptions {
  /** What `npm run build` wrote. */
  readonly directory: string
  /** Path the app lives under, with a slash at both ends; by default the one it was built for. */
  readonly base?: string
  /** By default this machine only. */
  readonly host?: string
  /** 0 takes any free one. */
  readonly port: number
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
 * @throws the error of `listen`, `EADDRINUSE` among them
 */
export async function startStaticServer(options: StaticServerOptions): Promise<StaticServer> {
  const { directory, host = '127.0.0.1' } = options
  const base = options.base ?? builtBase(directory)
  const files = sirv(directory, { etag: true, brotli: true, gzip: true, setHeaders })

  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD')
      refuse(response, 405)
      return
    }
    const url = request.url ?? '/'
    if (`${url.split('?', 1)[0]}/` === base) {
      response.writeHead(301, { Location: base }).end()
      return
    }
    if (!url.startsWith(base)) {
      refuse(response, 404)
      return
    }
    request.url = `/${url.slice(base.length)}`
    files(request, response, () => {
      if (!isNavigation(request)) {
        refuse(response, 404)
        return
      }
      request.url = '/index.html'
      files(request, response, () => refuse(response, 404))
    })
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, host, resolve)
  })
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

function setHeaders(response: ServerResponse, path: string): void {
  const hashed = path.startsWith('/assets/')
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('Content-Security-Policy', headerPolicy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  if (path.endsWith('.bin')) response.setHeader('Content-Type', 'application/octet-stream')
}

/** A person going to a page of the app, not a page asking for a file: those have an extension. */
function isNavigation(request: IncomingMessage): boolean {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  const wantsPage = (request.headers.accept ?? '*/*').match(/text\/html|\*\/\*/) !== null
  return wantsPage && !/\.\w+$/.test(path)
}

function refuse(response: ServerResponse, status: 404 | 405): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(status === 404 ? 'Not found\n' : 'Only GET and HEAD\n')
}
