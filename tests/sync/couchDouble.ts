import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/**
 * A server that speaks as much of CouchDB 3.5 as `couch.ts` asks: `GET _changes`, `GET` and `POST _all_docs`, `POST _bulk_docs`, with
 * Basic authentication, the lock-out after five wrong passwords, CORS, the limit of a document, tombstones, and update sequences of
 * which an earlier database's begins again.
 */
export interface CouchDouble {
  /** Of the database. */
  readonly url: string
  readonly requests: string[]
  /** Its documents, as they came. */
  readonly documents: ReadonlyMap<string, Document>
  /** Removed, and made anew. */
  wipe(): void
  /** Answers everything with this status; null for business as usual. */
  refuseWith: number | null
  /** Nobody is there: connections are closed at once. */
  isDown: boolean
  /** What each answer waits for. */
  hold: (() => Promise<void>) | null
  /** Letters of a document. */
  mostLetters: number
  close(): Promise<void>
}

interface Document {
  readonly _id: string
  readonly _rev: string
  readonly _deleted?: boolean
  readonly sealed?: string
}

export const USER = { name: 'mei', password: 'soup' }
const WRONG_BEFORE_LOCK = 5

const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  let text = ''
  for await (const part of request) text += String(part)
  return text === '' ? {} : JSON.parse(text)
}

export async function startCouch(): Promise<CouchDouble> {
  let documents = new Map<string, Document>()
  let places = new Map<string, number>()
  let last = 0
  let life = 1
  let wrong = 0
  const requests: string[] = []

  const keep = (document: Document): void => {
    documents.set(document._id, document)
    places.set(document._id, ++last)
  }

  function write(given: Document): object {
    const { _id, _rev = '' } = given
    const there = documents.get(_id)
    const isFree = there === undefined || (there._deleted === true && _rev === '')
    if (!isFree && there._rev !== _rev)
      return { id: _id, error: 'conflict', reason: 'Document update conflict.' }
    const generation = Number.parseInt(there?._rev ?? '0', 10) + 1
    const rev = `${generation}-${String(last + 1).padStart(32, '0')}`
    keep({ ...given, _rev: rev })
    return { ok: true, id: _id, rev }
  }

  const row = (document: Document | undefined, key: string, isFull: boolean): object => {
    if (document === undefined) return { key, error: 'not_found' }
    const { _rev: rev, _deleted: deleted } = document
    if (deleted === true) return { id: key, key, value: { rev, deleted }, doc: null }
    return { id: key, key, value: { rev }, ...(isFull ? { doc: document } : {}) }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (double.isDown) return void request.socket.destroy()
    const { origin } = request.headers
    if (origin !== undefined) {
      response.setHeader('Access-Control-Allow-Origin', origin)
      response.setHeader('Access-Control-Allow-Headers', 'accept, authorization, content-type')
      response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, POST, HEAD, DELETE')
    }
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    const say = (status: number, value: object): void =>
      void response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(value))
    const url = new URL(request.url ?? '', 'http://couch')
    requests.push(`${request.method} ${url.pathname}${url.search}`)
    await double.hold?.()
    if (double.refuseWith !== null) return say(double.refuseWith, { error: 'refused' })
    const expected = `Basic ${btoa(`${USER.name}:${USER.password}`)}`
    if (wrong >= WRONG_BEFORE_LOCK)
      return say(403, {
        error: 'forbidden',
        reason: 'Account is temporarily locked due to multiple authentication failures',
      })
    if (request.headers.authorization !== expected) {
      wrong += 1
      return say(401, { error: 'unauthorized', reason: 'Name or password is incorrect.' })
    }
    wrong = 0
    const [, database, what] = url.pathname.split('/')
    if (database !== 'words')
      return say(404, { error: 'not_found', reason: 'Database does not exist.' })
    const isFull = url.searchParams.get('include_docs') === 'true'
    const limit = Number(url.searchParams.get('limit') ?? Infinity)
    const body = request.method === 'POST' ? await bodyOf(request) : {}
    if (what === '_changes') {
      const [since, of] = (url.searchParams.get('since') ?? '0').split('-')
      // Of an earlier life of the database: all of it again, as CouchDB does.
      const from = of === undefined || of === `life${life}` ? Number(since) : 0
      if (Number.isNaN(from))
        return say(400, { error: 'bad_request', reason: 'Malformed sequence' })
      const results = [...documents.values()]
        .filter(({ _id }) => places.get(_id)! > from)
        .sort((a, b) => places.get(a._id)! - places.get(b._id)!)
        .slice(0, limit)
        .map(({ _id, _rev, _deleted }) => ({
          seq: `${places.get(_id)!}-life${life}`,
          id: _id,
          changes: [{ rev: _rev }],
          ...(_deleted === true ? { deleted: true } : {}),
        }))
      return say(200, { results, last_seq: results.at(-1)?.seq ?? `${last}-life${life}` })
    }
    if (what === '_all_docs') {
      const { keys } = body
      const asked = Array.isArray(keys)
        ? keys.map(String)
        : [...documents.values()].flatMap(({ _id, _deleted }) => (_deleted === true ? [] : [_id]))
      const rows = asked.slice(0, limit).map((key) => row(documents.get(key), key, isFull))
      return say(200, { total_rows: rows.length, offset: 0, rows })
    }
    if (what === '_bulk_docs' && Array.isArray(body['docs'])) {
      const docs: readonly Document[] = body['docs']
      if (docs.some(({ sealed = '' }) => sealed.length > double.mostLetters))
        return say(413, { error: 'document_too_large' })
      return say(201, docs.map(write))
    }
    return say(405, { error: 'method_not_allowed' })
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  const double: CouchDouble = {
    url: `http://127.0.0.1:${address.port}/words`,
    requests,
    get documents() {
      return documents
    },
    wipe: () => {
      documents = new Map()
      places = new Map()
      last = 0
      life += 1
    },
    refuseWith: null,
    isDown: false,
    hold: null,
    mostLetters: Infinity,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return double
}
