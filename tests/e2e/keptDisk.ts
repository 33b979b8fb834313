import type { Page } from '@playwright/test'

interface Index {
  readonly name: string
  readonly keyPath: string | string[]
  readonly multiEntry: boolean
}
interface Store {
  readonly name: string
  readonly keyPath: string | string[] | null
  readonly indexes: readonly Index[]
  /** The key is null where the record has it in itself. */
  readonly records: readonly { readonly key: string | null; readonly value: unknown }[]
}

/** What a page of this origin left on its disk, apart from what can be fetched again. */
export interface KeptDisk {
  readonly version: number
  readonly stores: readonly Store[]
  readonly preferences: readonly (readonly [name: string, value: string])[]
}

/** The disk of this page's origin. What a message to Node cannot carry is marked, until {@link putOnDisk} takes it back. */
export const keepDisk = (page: Page): Promise<KeptDisk> =>
  page.evaluate(async () => {
    const mark = (value: unknown): unknown => {
      if (ArrayBuffer.isView(value))
        return { $: value.constructor.name, of: [...new Uint8Array(value.buffer)] }
      if (value instanceof Map) return { $: 'Map', of: [...value].map((pair) => pair.map(mark)) }
      if (Array.isArray(value)) return value.map(mark)
      if (typeof value !== 'object' || value === null) return value
      if (![Object.prototype, null].includes(Object.getPrototypeOf(value)))
        throw new TypeError(`a ${value.constructor.name} cannot be kept`)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mark(one)]))
    }
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const database = await done(indexedDB.open('duizhao'))
    const names = [...database.objectStoreNames]
    const transaction = database.transaction(names, 'readonly')
    const stores = await Promise.all(
      names.map(async (name) => {
        const store = transaction.objectStore(name)
        const indexes = [...store.indexNames].map((name) => {
          const { keyPath, multiEntry } = store.index(name)
          return { name, keyPath, multiEntry }
        })
        const [keys, values] = await Promise.all([done(store.getAllKeys()), done(store.getAll())])
        const records = keys.map((key, i) => ({
          key: store.keyPath === null ? String(key) : null,
          value: mark(values[i]),
        }))
        return { name, keyPath: store.keyPath, indexes, records }
      }),
    )
    database.close()
    return { version: database.version, stores, preferences: Object.entries(localStorage) }
  })

/** Puts it on the disk of a page of the same origin, which has none yet and does not show the app. */
export async function putOnDisk(page: Page, kept: KeptDisk): Promise<void> {
  await page.evaluate(async ({ version, stores, preferences }) => {
    const views = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array }
    const revive = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(revive)
      if (typeof value !== 'object' || value === null) return value
      if ('$' in value && 'of' in value && Array.isArray(value.of)) {
        if (value.$ === 'Map') return new Map(value.of.map((pair) => pair.map(revive)))
        const View = Object.entries(views).find(([name]) => name === value.$)?.[1]
        if (View === undefined) throw new TypeError(`cannot revive a ${String(value.$)}`)
        return new View(Uint8Array.from(value.of).buffer)
      }
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revive(one)]))
    }
    for (const [name, value] of preferences) localStorage.setItem(name, value)
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('duizhao', version)
      request.onerror = () => reject(request.error)
      request.onupgradeneeded = () => {
        for (const { name, keyPath, indexes, records } of stores) {
          const store = request.result.createObjectStore(name, { keyPath })
          for (const { name, keyPath, multiEntry } of indexes)
            store.createIndex(name, keyPath, { multiEntry })
          for (const { key, value } of records) store.put(revive(value), key ?? undefined)
        }
      }
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
    })
  }, kept)
}
