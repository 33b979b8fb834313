import { readFileSync, writeFileSync } from 'node:fs'
import { unwrap } from 'idb'
import { describe, expect, it } from 'vitest'
import { readSetting } from '../../src/storage/readSettings.ts'
import { SCHEMA_STEPS, upgrade, type SchemaStep } from '../../src/storage/schema.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

/** After a new step: `WRITE_GOLDEN=1 npx vitest run tests/storage/schema.test.ts`, and look at the difference. */
const GOLDEN = new URL('../golden/schema.json', import.meta.url)

/** What the database itself says of its stores and indexes. */
function shapeOf(database: IDBDatabase) {
  const names = [...database.objectStoreNames]
  const tx = database.transaction(names)
  return names.map((name) => {
    const store = tx.objectStore(name)
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, multiEntry, unique } = store.index(index)
      return { name: index, keyPath, multiEntry, unique }
    })
    return { name, keyPath: store.keyPath, autoIncrement: store.autoIncrement, indexes }
  })
}

/** A database as version `steps.length` of the app made it. */
async function openAt(steps: readonly SchemaStep[], name = 'duizhao'): Promise<IDBDatabase> {
  return await new Promise((resolve, reject) => {
    const request = indexedDB.open(name, steps.length)
    request.onupgradeneeded = ({ oldVersion }) =>
      upgrade(request.result, request.transaction!, oldVersion, steps)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function putSetting(database: IDBDatabase, value: unknown): Promise<void> {
  const tx = database.transaction('settings', 'readwrite')
  tx.objectStore('settings').put(value, 'persist')
  await new Promise((resolve) => {
    tx.oncomplete = resolve
  })
}

describe('the schema', () => {
  it('is the committed one: steps are appended, never changed', async () => {
    const database = await openAt(SCHEMA_STEPS)
    const now = { steps: SCHEMA_STEPS, stores: shapeOf(database) }
    database.close()
    const text = `${JSON.stringify(now, null, 2)}\n`
    if (process.env['WRITE_GOLDEN'] !== undefined) writeFileSync(GOLDEN, text)
    expect(text).toBe(readFileSync(GOLDEN, 'utf8'))
  })

  const versions = SCHEMA_STEPS.map((_step, i) => i + 1)
  it.each(versions)(
    'comes out the same from version %i, with all that was in it',
    async (version) => {
      const old = await openAt(SCHEMA_STEPS.slice(0, version))
      const names = [...old.objectStoreNames]
      await putSetting(old, { kept: true })
      old.close()

      const disk = await openTab()
      const database = unwrap(await disk.connection())
      expect(await readSetting(disk, 'persist')).toEqual({ kept: true })
      expect([...database.objectStoreNames]).toEqual(expect.arrayContaining(names))
      const fresh = await openAt(SCHEMA_STEPS, 'fresh')
      expect(shapeOf(database)).toEqual(shapeOf(fresh))
      fresh.close()
    },
  )

  it('can gain stores, and indexes of old stores, by one more step', async () => {
    const step = { indexes: { drafts: { savedAt: { keyPath: 'savedAt' } } }, stores: { more: {} } }
    const old = await openAt(SCHEMA_STEPS)
    await putSetting(old, 1)
    old.close()
    const database = await openAt([...SCHEMA_STEPS, step])
    expect([...database.objectStoreNames]).toContain('more')
    const drafts = database.transaction('drafts').objectStore('drafts')
    expect([...drafts.indexNames]).toEqual(['savedAt'])
    database.close()
  })
})
