import { connect } from 'node:net'

export interface RawAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  /** What came before the connection closed: shorter than `content-length` when it broke. */
  readonly body: Buffer
}

export interface RawOptions {
  /** Ends the connection from this side after so many answered bytes; 0 does it right after asking. */
  readonly abortAfter?: number
  /** How long to wait for more, then leave: for what may be no whole request. By default long. */
  readonly patienceMs?: number
  /** Called once, with the first bytes of the answer. */
  readonly onStart?: () => void
}

/**
 * All bytes a server sends until the connection closes, to a text sent as it is, byte for byte (Latin-1).
 *
 * A client library would mend or refuse what the tests want to send.
 */
export function rawExchange(port: number, text: string, options: RawOptions = {}): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let received = 0
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text, 'latin1', () => {
        if (options.abortAfter === 0) socket.destroy()
      })
    })
    const { patienceMs } = options
    socket.setTimeout(patienceMs ?? 20_000, () =>
      socket.destroy(patienceMs ? undefined : new Error('no answer and no end')),
    )
    socket.on('data', (chunk) => {
      if (received === 0) options.onStart?.()
      chunks.push(chunk)
      received += chunk.length
      if (options.abortAfter !== undefined && received >= options.abortAfter) socket.destroy()
    })
    let failure: NodeJS.ErrnoException | null = null
    socket.on('error', (error) => (failure = error))
    socket.on('close', () => {
      // A server may close before it has read everything it was sent.
      if (failure !== null && !/ECONNRESET|EPIPE/.test(failure.code ?? '')) reject(failure)
      else resolve(Buffer.concat(chunks))
    })
  })
}

/** The answers in what came over a connection, one for each method asked; fewer when it broke. */
export function readAnswers(bytes: Buffer, methods: readonly string[]): readonly RawAnswer[] {
  const answers: RawAnswer[] = []
  let at = 0
  for (const method of methods) {
    const end = bytes.indexOf('\r\n\r\n', at)
    if (end < 0) break
    const [first = '', ...lines] = bytes.toString('latin1', at, end).split('\r\n')
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1])
    if (!status) throw new TypeError(`not the start of an answer: ${first}`)
    const headers = new Map(
      lines.map((line): [string, string] => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
      }),
    )
    const bare = method === 'HEAD' || status === 304
    const length = bare ? 0 : Number(headers.get('content-length') ?? bytes.length)
    at = end + 4
    answers.push({ status, headers, body: bytes.subarray(at, at + length) })
    at += length
  }
  if (answers.length === methods.length && at < bytes.length) {
    throw new TypeError(`more than was asked for: ${bytes.toString('latin1', at, at + 200)}`)
  }
  return answers
}

/** The one answer to a request on a connection of its own. */
export async function ask(
  port: number,
  target: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<RawAnswer> {
  const lines = Object.entries({ Host: 'localhost', Connection: 'close', ...headers })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const bytes = await rawExchange(port, `${method} ${target} HTTP/1.1\r\n${head}\r\n`)
  const [answer] = readAnswers(bytes, [method])
  if (answer === undefined) throw new TypeError(`no answer to ${method} ${target.slice(0, 200)}`)
  return answer
}
