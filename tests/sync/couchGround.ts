import { couchShelf } from '../../src/sync/couch.ts'
import type { Fault, Ground } from './ground.ts'

/** A server that speaks CouchDB: one, or the nodes of a cluster, of which any may be asked. */
export interface CouchServer {
  /** Without a slash at their ends. */
  readonly nodes: readonly string[]
  readonly name: string
  readonly password: string
}

export interface CouchGround extends Ground {
  /** Requests of its devices so far. */
  readonly requests: number
  /** Removes the database. */
  end(): Promise<void>
}

/** As a load balancer does it: the next node, and where nobody is, the one after that. */
const balanced = ({ nodes }: CouchServer): typeof fetch => {
  let turn = 0
  return async (address, init) => {
    let why: unknown
    for (let n = 0; n < nodes.length; n++) {
      const node = nodes[turn++ % nodes.length]!
      try {
        return await fetch(`${node}${String(address)}`, init)
      } catch (error) {
        why = error
      }
    }
    throw why
  }
}

const isList = (value: unknown): value is { readonly rows: readonly { readonly doc: object }[] } =>
  typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows)

/**
 * A database on a server, made for this.
 *
 * @param onRequest told of each request of a device, before it is made
 */
export async function couchGround(
  server: CouchServer,
  database: string,
  onRequest: (count: number) => void = () => undefined,
): Promise<CouchGround> {
  const reach = balanced(server)
  const authorization = `Basic ${btoa(`${server.name}:${server.password}`)}`
  const address = `/${database}`
  let requests = 0

  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await reach(`${address}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const value: unknown = await answer.json()
    if (!answer.ok) throw new TypeError(`${method} ${path}: ${JSON.stringify(value)}`)
    return value
  }

  const through =
    (fault: () => Fault): typeof fetch =>
    async (where, init) => {
      onRequest(++requests)
      const what = fault()
      if (what === 'lost') throw new TypeError('lost on the way there')
      const answer = await reach(where, init)
      if (what === null) return answer
      await answer.arrayBuffer()
      throw new TypeError('lost on the way back')
    }

  async function wipe(): Promise<void> {
    await ask('DELETE', '')
    await ask('PUT', '')
  }

  await ask('PUT', '')
  return {
    get requests() {
      return requests
    },
    door: (fault, page) => couchShelf({ address, ...server }, { ask: through(fault), page }),
    wipe,
    async save() {
      const there = await ask('GET', '/_all_docs?include_docs=true')
      const docs = isList(there) ? there.rows.map(({ doc }) => doc) : []
      return async () => {
        await wipe()
        await ask('POST', '/_bulk_docs', { docs, new_edits: false })
      }
    },
    end: async () => void (await ask('DELETE', '')),
  }
}
