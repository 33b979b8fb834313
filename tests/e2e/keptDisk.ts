import type { Page } from '@playwright/test'
import { dump } from '../kills/dump.ts'

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

/** The disk of this page's origin; what a message to Node cannot carry is marked, until {@link putOnDisk} takes it back. */
export async function keepDisk(page: Page): Promise<KeptDisk> {
  const records = new Map((await dump(page)).map((one) => [one.store, one.records]))
  const { version, stores, preferences } = await page.evaluate(shapeOfDisk)
  return {
    version,
    preferences,
    stores: stores.map((store) => ({
      ...store,
      records: (records.get(store.name) ?? []).map(({ key, value }) => ({
        key: store.keyPath === null ? String(key) : null,
        value,
      })),
    })),
  }
}

/** Runs in the page. */
async function shapeOfDisk() {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('duizhao')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const names = [...database.objectStoreNames]
  const transaction = database.transaction(names, 'readonly')
  const stores = names.map((name) => {
    const store = transaction.objectStore(name)
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, multiEntry } = store.index(index)
      return { name: index, keyPath, multiEntry }
    })
    return { name, keyPath: store.keyPath, indexes }
  })
  database.close()
  return { version: database.version, stores, preferences: Object.entries(localStorage) }
}

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
