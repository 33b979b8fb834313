import type { Page } from '@playwright/test'

/** Every record of every store, with its key. What a message to Node does not carry is marked: see {@link revive}. */
export type Dump = readonly {
  readonly store: string
  readonly records: readonly { readonly key: IDBValidKey; readonly value: unknown }[]
}[]

/** All of this origin's database, as it is on the disk. The page needs nothing but the origin. */
export const dump = (page: Page): Promise<Dump> =>
  page.evaluate(async () => {
    const mark = (value: unknown): unknown => {
      if (value instanceof Map)
        return { $: 'Map', of: [...value].map(([key, one]) => [mark(key), mark(one)]) }
      if (ArrayBuffer.isView(value))
        return { $: value.constructor.name, of: [...new Uint8Array(value.buffer)] }
      if (Array.isArray(value)) return value.map(mark)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one)]))
    }
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await done(indexedDB.open('duizhao'))
    const stores = [...database.objectStoreNames]
    const transaction = database.transaction(stores, 'readonly')
    const all = await Promise.all(
      stores.map(async (name) => {
        const store = transaction.objectStore(name)
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
        return { store: name, records: keys.map((key, i) => ({ key, value: mark(values[i]) })) }
      }),
    )
    database.close()
    return all
  })

const VIEWS = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const

/** A value as it was before it was marked. */
export function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive)
  if (typeof value !== 'object' || value === null) return value
  if ('$' in value && 'of' in value && Array.isArray(value.of)) {
    if (value.$ === 'Map') return new Map(value.of.map(([key, one]) => [revive(key), revive(one)]))
    const View = Object.entries(VIEWS).find(([name]) => name === value.$)?.[1]
    if (View === undefined) throw new TypeError(`cannot revive a ${String(value.$)}`)
    return new View(Uint8Array.from(value.of).buffer)
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revive(one)]))
}
