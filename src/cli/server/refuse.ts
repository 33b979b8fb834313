import { type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

const SENTENCES = {
  400: 'This is not a request this server can read',
  404: 'Not found',
  405: 'Only GET and HEAD',
  408: 'The request took too long',
  414: 'The address is too long',
  431: 'The headers are too long',
  500: 'The file could not be read',
} as const

type Refusal = keyof typeof SENTENCES

function refusalHeaders(status: Refusal): Readonly<Record<string, string | number>> {
  return {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': SENTENCES[status].length + 1,
    ...(status === 405 ? { Allow: 'GET, HEAD' } : {}),
  }
}

/** Answers with a status and a sentence instead of a file. */
export function refuse(response: ServerResponse, status: Refusal): void {
  response.writeHead(status, refusalHeaders(status)).end(`${SENTENCES[status]}\n`)
}

/**
 * Makes a server answer what never becomes a request: bytes that are none, methods nobody knows, `CONNECT`, headers
 * without end. The connection closes.
 */
export function refuseWhatIsNoRequest(server: Server): void {
  /** Answers under way, by connection: words of ours in the midst of one would be taken for a part of it. */
  const underWay = new WeakMap<Duplex, number>()
  server.prependListener('request', ({ socket }, response) => {
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1)
    response.once('close', () => underWay.set(socket, (underWay.get(socket) ?? 1) - 1))
  })

  const refuseOn = (socket: Duplex, status: Refusal): void => {
    if (!socket.writable || (underWay.get(socket) ?? 0) > 0) {
      socket.destroy()
      return
    }
    const headers = Object.entries({ ...refusalHeaders(status), Connection: 'close' })
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n`
    socket.end(`${head}${SENTENCES[status]}\n`, () => socket.destroy())
  }

  server.on('clientError', (error: NodeJS.ErrnoException & { rawPacket?: Buffer }, socket) => {
    refuseOn(socket, statusOf(error.code, error.rawPacket?.toString('latin1') ?? ''))
  })
  server.on('connect', (_request, socket) => {
    // Node hands the connection over, errors included, and one that nobody hears would end the process.
    socket.on('error', () => socket.destroy())
    refuseOn(socket, 405)
  })
}

function statusOf(code: string | undefined, packet: string): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  if (code === 'HPE_HEADER_OVERFLOW') return /^\S+ \S{8000}/.test(packet) ? 414 : 431
  const isRequest = /^[\w!#$%&'*+.^`|~-]+ \S+ HTTP\/1\.\d\r?\n/.test(packet)
  return code === 'HPE_INVALID_METHOD' && isRequest ? 405 : 400
}
