import { defineStore } from 'pinia'
import type { MemoryClient } from '../worker/memory/client.ts'

/** The memory thread that the stores share. Neither it nor its client is on the start path. */
export const useMemoryThread = defineStore('memoryThread', () => {
  let client: Promise<MemoryClient> | null = null

  function open(): Promise<MemoryClient> {
    client ??= import('../worker/memory/client.ts').then(({ memoryClient }) => memoryClient())
    return client
  }
  return { open }
})
