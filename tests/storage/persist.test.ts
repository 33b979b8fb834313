import { describe, expect, it } from 'vitest'
import { askToPersist, isPersisted, isUnasked, noteAsked } from '../../src/storage/persist.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

/** A browser that answers `granted`. */
const browser = (granted: boolean, already = false) => ({
  persisted: async () => already,
  persist: async () => granted,
})

describe('isUnasked', () => {
  it('is so until the learner was asked', async () => {
    const disk = await openTab()
    expect(await isUnasked(disk, browser(true))).toBe(true)
    await noteAsked(disk)
    expect(await isUnasked(disk, browser(true))).toBe(false)
  })

  it('is not so where the browser has promised already, or cannot be asked', async () => {
    const disk = await openTab()
    expect(await isUnasked(disk, browser(false, true))).toBe(false)
    expect(await isUnasked(disk, {})).toBe(false)
    expect(await isUnasked(disk, undefined)).toBe(false)
  })
})

describe('askToPersist', () => {
  it('says what the browser said', async () => {
    expect(await askToPersist(browser(true))).toBe(true)
    expect(await askToPersist(browser(false))).toBe(false)
  })

  it('is null where there is nobody to ask', async () => {
    expect(await askToPersist(undefined)).toBeNull()
    expect(await askToPersist({})).toBeNull()
    expect(await isPersisted({})).toBeNull()
  })

  it('takes a refusal to answer for a no', async () => {
    const storage = { persisted: async () => false, persist: () => Promise.reject(new TypeError()) }
    expect(await askToPersist(storage)).toBe(false)
  })
})
