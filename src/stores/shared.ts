import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { readShare } from '../domain/text/sharedText.ts'
import { dropShared, readShared, type Shared } from '../storage/shared.ts'
import { useImporting } from './importing.ts'

const scope = (): string => new URL(import.meta.env.BASE_URL, window.location.origin).href

/** What another app has shared: it waits until it is imported or put away. */
export const useShared = defineStore('shared', () => {
  const importing = useImporting()
  const waiting = shallowRef<Shared | null>(null)

  /** Looks for it; what is there is read at once, unless another import is under way. */
  async function look(): Promise<void> {
    waiting.value = await readShared(scope())
    if (waiting.value !== null && importing.stage === 'put' && importing.task === null) await take()
  }

  /** Begins an import with it. It is let go of once it was read, and stays where it could not be. */
  async function take(): Promise<void> {
    const shared = waiting.value
    if (shared === null) return
    const { text, origin } = readShare(shared.text, shared.url)
    const isLink = shared.files.length === 0 && text === '' && origin !== ''
    if (shared.files.length > 0) await importing.takeFiles(shared.files)
    else if (isLink) importing.issues = [{ code: 'linkOnly', found: origin }]
    else await importing.takeClip({ text }, origin)
    if (isLink || importing.stage !== 'put') await drop()
  }

  async function drop(): Promise<void> {
    waiting.value = null
    await dropShared(scope())
  }
  return { waiting, look, take, drop }
})
