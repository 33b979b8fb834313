import { isRecord } from '../domain/records/checks.ts'
import {
  KEY_OBJECT,
  ShelfError,
  type Listing,
  type Put,
  type Refusal,
  type Sealed,
  type Shelf,
  type Stored,
} from './shelf.ts'

/** Where a learner's database is, and who they are there. */
export interface Door {
  /** Of the database, without a slash at its end. */
  readonly address: string
  readonly name: string
  readonly password: string
}

/** How the shelf is asked: as a test wants it, or by the browser. */
interface Asking {
  readonly ask?: typeof fetch
  /** Objects a listing. */
  readonly page?: number
}

/** Objects a listing. */
const LISTED_AT_ONCE = 1_000
/** A server that says nothing for so long is not there, ms. */
const PATIENCE_MS = 60_000

const fieldOf = (value: unknown, name: string): unknown =>
  isRecord(value) ? value[name] : undefined
const rowsIn = (body: unknown, name: string): readonly unknown[] => {
  const rows = fieldOf(body, name)
  if (!Array.isArray(rows)) throw new ShelfError('unreachable')
  return rows
}
const textIn = (value: unknown, name: string): string => {
  const found = fieldOf(value, name)
  return typeof found === 'string' || typeof found === 'number' ? String(found) : ''
}

const utf8 = (text: string): string => String.fromCharCode(...new TextEncoder().encode(text))

const REFUSALS: Readonly<Record<number, Refusal>> = {
  // Of what we ask only a cursor can be none.
  400: 'cursorRefused',
  401: 'unauthorised',
  403: 'unauthorised',
  404: 'notThere',
  413: 'tooLarge',
  507: 'full',
}

/** What a status that is no success means. */
function refusalOf(status: number, body: unknown): Refusal {
  // CouchDB says of a locked account that it is, even to the right password.
  if (status === 403 && /lock/i.test(textIn(body, 'reason'))) return 'lockedOut'
  return REFUSALS[status] ?? 'trouble'
}

const isKey = ({ _id }: { readonly _id: string }): boolean => _id === KEY_OBJECT

/** The number an update sequence begins with. What follows is the server's business, and so is this: it is a hint. */
const ageOf = (cursor: string): number => Number.parseInt(cursor, 10)

/** The shelf that a CouchDB is: one database, one document an object. */
export function couchShelf(
  { address, name, password }: Door,
  { ask = fetch, page = LISTED_AT_ONCE }: Asking = {},
): Shelf {
  const authorization = `Basic ${btoa(utf8(`${name}:${password}`))}`

  async function request(method: string, path: string, body?: object): Promise<unknown> {
    let answer: Response
    let text: string
    try {
      answer = await ask(`${address}/${path}`, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        // Neither cookies nor the browser's own password window.
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      text = await answer.text()
    } catch (cause) {
      throw new ShelfError('unreachable', { cause })
    }
    let value: unknown = null
    try {
      value = JSON.parse(text)
    } catch {
      // A proxy's page, or a hotel's: not the server we were looking for.
      if (answer.ok) throw new ShelfError('unreachable')
    }
    if (answer.ok || answer.status === 409) return value
    throw new ShelfError(refusalOf(answer.status, value))
  }

  const storedIn = (document: unknown): Stored | null => {
    const sealed = fieldOf(document, 'sealed')
    return typeof sealed !== 'string' || fieldOf(document, '_deleted') === true
      ? null
      : { key: textIn(document, '_id'), version: textIn(document, '_rev'), sealed }
  }

  async function get(keys: readonly string[]): Promise<readonly Stored[]> {
    if (keys.length === 0) return []
    const body = await request('POST', '_all_docs?include_docs=true', { keys })
    return rowsIn(body, 'rows').flatMap((row) => storedIn(fieldOf(row, 'doc')) ?? [])
  }

  async function put(
    documents: readonly Readonly<Record<string, unknown>>[],
  ): Promise<readonly Put[]> {
    const answer = await request('POST', '_bulk_docs', { docs: documents })
    const results = Array.isArray(answer) ? answer : []
    const keys = documents.map((document) => textIn(document, '_id'))
    const refused = keys.filter((_, i) => textIn(results[i], 'rev') === '')
    const there = new Map((await get(refused)).map((one) => [one.key, one]))
    return keys.map((key, i): Put => {
      const version = textIn(results[i], 'rev')
      if (version !== '') return { version }
      const standing = there.get(key)
      if (standing !== undefined) return { there: standing }
      const why = textIn(results[i], 'error')
      // In place of a version that is not there any more.
      if (why === 'conflict') throw new ShelfError('lost')
      throw new ShelfError(why === 'too_large' ? 'tooLarge' : 'trouble')
    })
  }

  return {
    async changedSince(cursor): Promise<Listing> {
      const since = encodeURIComponent(cursor ?? '0')
      const body = await request('GET', `_changes?limit=${page}&since=${since}`)
      const rows = rowsIn(body, 'results')
      const last = textIn(body, 'last_seq')
      return {
        objects: rows.flatMap((row) => {
          const key = textIn(row, 'id')
          if (key === '' || key.startsWith('_')) return []
          const isGone = fieldOf(row, 'deleted') === true
          return [{ key, version: textIn(rowsIn(row, 'changes')[0], 'rev'), isGone }]
        }),
        cursor: last,
        isEnd: rows.length === 0,
        isYounger: cursor !== null && ageOf(last) < ageOf(cursor),
      }
    },
    get,
    putAbsent: (objects: readonly Sealed[]) =>
      put(objects.map(({ key, sealed }) => ({ _id: key, sealed }))),
    async replace({ key, sealed }, version): Promise<Put> {
      const [done] = await put([
        { _id: key, sealed, ...(version === null ? {} : { _rev: version }) },
      ])
      return done!
    },
    async erase() {
      // The key last: that it is gone tells the other devices that this was meant.
      for (;;) {
        const rows = rowsIn(await request('GET', '_all_docs?limit=1000'), 'rows')
        const documents = rows.flatMap((row) => {
          const key = textIn(row, 'id')
          return key.startsWith('_') || key === ''
            ? []
            : [{ _id: key, _rev: textIn(fieldOf(row, 'value'), 'rev'), _deleted: true }]
        })
        if (documents.length === 0) return
        const docs = documents.toSorted((a, b) => Number(isKey(a)) - Number(isKey(b)))
        await request('POST', '_bulk_docs', { docs })
      }
    },
  }
}
