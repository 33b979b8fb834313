import { readFileSync } from 'node:fs'
import { SCHEMA_STEPS, upgrade } from '../../src/storage/schema.ts'

/** A disk as version 0.1.0 left it (`tests/golden/makeV1.mjs`). */

interface Dump {
  readonly version: number
  readonly stores: Readonly<Record<string, readonly { key: IDBValidKey; value: unknown }[]>>
}

const TYPED = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int16Array,
  Int32Array,
  Float32Array,
  Float64Array,
}

/** A value as it lay on the disk, from how the dump writes it. */
function decoded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(decoded)
  const fields = new Map<string, unknown>(Object.entries(value))
  const type = fields.get('$')
  if (type === undefined)
    return Object.fromEntries([...fields].map(([name, one]) => [name, decoded(one)]))
  const [base64, text] = [String(fields.get('base64')), String(fields.get('value'))]
  if (type === 'number') return Number(text)
  if (type === 'bigint') return BigInt(text)
  if (type === 'Set') return new Set([fields.get('values')].flat().map(decoded))
  if (type === 'Map') {
    const pairs = fields.get('entries')
    return new Map(
      Array.isArray(pairs) ? pairs.map(([k, v]: unknown[]) => [decoded(k), decoded(v)]) : [],
    )
  }
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'))
  const [, made] = Object.entries(TYPED).find(([name]) => name === type) ?? []
  if (made === undefined) throw new RangeError(`no ${String(type)}`)
  return new made(bytes.buffer)
}

const readDump = (): Dump =>
  JSON.parse(readFileSync(new URL('../golden/v1Database.json', import.meta.url), 'utf8'))

/** What a store of the old disk holds. */
export const oldRecords = (store: string): readonly unknown[] =>
  (readDump().stores[store] ?? []).map(({ value }) => decoded(value))

/**
 * Writes a database of version 1 with everything in it; it is closed again when the promise resolves.
 *
 * @param more records besides, by store
 */
export async function fillOldDisk(
  name: string,
  more: Readonly<Record<string, readonly unknown[]>> = {},
): Promise<void> {
  const { version, stores } = readDump()
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, version)
    request.addEventListener('upgradeneeded', () => {
      const { result: database, transaction } = request
      if (transaction === null) return
      upgrade(database, transaction, 0, SCHEMA_STEPS.slice(0, version))
      for (const [store, records] of Object.entries(stores)) {
        const into = transaction.objectStore(store)
        for (const { key, value } of records)
          if (into.keyPath === null) into.put(decoded(value), key)
          else into.put(decoded(value))
      }
      for (const [store, records] of Object.entries(more))
        for (const record of records) transaction.objectStore(store).put(record)
    })
    request.addEventListener('success', () => {
      request.result.close()
      resolve()
    })
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')))
  })
}
