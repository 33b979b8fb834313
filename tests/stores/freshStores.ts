import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach } from 'vitest'
import { freshDatabases } from '../storage/testDisk.ts'
import { useDisk } from '../../src/stores/disk.ts'

/** Stores and a disk of their own for every test of the file. */
export function freshStores(): void {
  freshDatabases()
  beforeEach(() => setActivePinia(createPinia()))
  afterEach(async () => (await useDisk().open()).close())
}
