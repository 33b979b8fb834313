import { describe, expect, it } from 'vitest'
import { askToPersist, isPersisted } from '../../src/storage/persist.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

/** A browser that answers `granted`, and counts how often it was asked. */
function browser(granted: boolean, already = false) {
  const asked = { times: 0 }
  const storage = {
    persisted: async () => already,
    persist: async () => {
      asked.times++
      return granted
    },
  }
  return { asked, storage }
}

describe('askToPersist', () => {
  it('says what the browser said', async () => {
    const disk = await openTab()
    expect(await askToPersist(disk, browser(true).storage)).toBe(true)
  })

  it('does not ask a browser that has promised already', async () => {
    const { asked, storage } = browser(false, true)
    expect(await askToPersist(await openTab(), storage)).toBe(true)
    expect(asked.times).toBe(0)
  })

  it('does not ask again within a month of a no', async () => {
    const clock = { now: 1_000 }
    const disk = await openTab(clock)
    const { asked, storage } = browser(false)
    expect(await askToPersist(disk, storage)).toBe(false)
    expect(await askToPersist(disk, storage)).toBe(false)
    expect(asked.times).toBe(1)
    clock.now += 31 * 86_400_000
    await askToPersist(disk, storage)
    expect(asked.times).toBe(2)
  })

  it('is null where there is nobody to ask', async () => {
    expect(await askToPersist(await openTab(), undefined)).toBeNull()
    expect(await askToPersist(await openTab(), {})).toBeNull()
    expect(await isPersisted({})).toBeNull()
  })

  it('takes a refusal to answer for a no', async () => {
    const storage = { persisted: async () => false, persist: () => Promise.reject(new TypeError()) }
    expect(await askToPersist(await openTab(), storage)).toBe(false)
  })
})
