// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { DATABASE_NAME, SCHEMA_STEPS } from '../../src/storage/schema.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'

freshStores()
afterEach(() => {
  vi.restoreAllMocks()
})

/** What a newer version of the app does to the database. */
async function openNewer(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE_NAME, SCHEMA_STEPS.length + 1)
  return await new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result)
  })
}

describe('the disk', () => {
  it('is opened once, whoever asks', async () => {
    const [one, two] = await Promise.all([useDisk().open(), useDisk().open()])
    expect(one).toBe(two)
  })

  it('has one id for this device in all tabs', async () => {
    const here = await useDisk().open()
    const there = await inAnotherTab(useDisk).open()
    expect(there).not.toBe(here)
    expect(there.device).toBe(here.device)
  })

  it('that was refused is asked for again the next time', async () => {
    const open = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('private window', 'SecurityError')
    })
    await useProblems().attempt('disk.open', useDisk().open)
    expect(useProblems().problem).toBe('diskRefused')
    open.mockRestore()
    expect(await useProblems().attempt('disk.open', useDisk().open)).not.toBeNull()
    expect(useProblems().problem).toBeNull()
  })

  it('makes way for a newer version of the app, and says so', async () => {
    await useDisk().open()
    const newer = await openNewer()
    expect(useProblems().problem).toBe('databaseNewer')
    newer.close()
  })

  it('of a newer version is left alone, and said to be', async () => {
    const newer = await openNewer()
    newer.close()
    expect(await useProblems().attempt('disk.open', useDisk().open)).toBeNull()
    expect(useProblems().problem).toBe('databaseNewer')
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = resolve
    })
  })
})
