import { createPinia, getActivePinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, beforeEach } from 'vitest'
import { freshDatabases } from '../storage/testDisk.ts'
import { useDisk } from '../../src/stores/disk.ts'

const tabs: Pinia[] = []

/** Stores and a disk of their own for every test of the file; those of other tabs are closed behind it, too. */
export function freshStores(): void {
  freshDatabases()
  beforeEach(() => setActivePinia(newTab()))
  afterEach(async () => {
    // A tab that still hears of something would become the one that `use…` means in the next test.
    await new Promise((resolve) => setTimeout(resolve, 50))
    for (const tab of tabs.splice(0)) await (await useDisk(tab).open()).close()
  })
}

function newTab(): Pinia {
  const pinia = createPinia()
  tabs.push(pinia)
  return pinia
}

/**
 * Stores of another tab on the same database. Ask for all you need of this tab before you use them: to Pinia the tab whose
 * store acted last is the one that `use…` means.
 */
export function inAnotherTab<T>(use: () => T): T {
  const here = getActivePinia()
  setActivePinia(newTab())
  try {
    return use()
  } finally {
    setActivePinia(here)
  }
}
