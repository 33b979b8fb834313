import { defineStore } from 'pinia'
import { ref } from 'vue'
import {
  hasFullDictionary,
  hasPronunciations,
  readDictionaryFile,
} from '../storage/dictionaryFiles.ts'
import type { LanguageClient } from '../worker/language/client.ts'
import type { DictionaryFiles } from '../worker/language/protocol.ts'

/** The language thread and its dictionary: what of it is loaded, and whether it will be there offline. */
export const useLanguage = defineStore('language', () => {
  const tier = ref<'none' | 'core' | 'full'>('none')
  const offlineReady = ref(false)
  let client: Promise<LanguageClient> | null = null

  /** A language thread with at least the core dictionary; started by whoever asks first. */
  async function open(signal?: AbortSignal): Promise<LanguageClient> {
    client ??= import('../worker/language/client.ts').then(({ startLanguageThread }) =>
      startLanguageThread(readDictionary),
    )
    client.catch(() => {
      client = null
    })
    const opened = await client
    await opened.ready(signal)
    return opened
  }

  async function readFull() {
    const [dictionary, english] = await Promise.all([
      readDictionaryFile('full'),
      readDictionaryFile('english'),
    ])
    return { dictionary, english }
  }

  const isComplete = async (): Promise<boolean> =>
    (await hasFullDictionary()) && (await hasPronunciations())

  /** The best dictionary this device has; each new thread is given it. */
  async function readDictionary(): Promise<DictionaryFiles> {
    const [full, said] = await Promise.all([hasFullDictionary(), hasPronunciations()])
    const [files, pivots, pronunciations] = await Promise.all([
      full ? readFull() : readDictionaryFile('core').then((dictionary) => ({ dictionary })),
      readDictionaryFile('pivots'),
      said ? readDictionaryFile('pronunciations') : null,
    ])
    tier.value = full ? 'full' : 'core'
    offlineReady.value = full && said
    return { ...files, pivots, ...(pronunciations === null ? {} : { pronunciations }) }
  }

  /**
   * On the first visit fetches the full dictionary, so that everything works offline from then on. Quiet when there is no
   * network: the core dictionary does until the next start.
   */
  async function keepReady(): Promise<void> {
    try {
      if (!(await isComplete())) {
        await Promise.all([readFull(), readDictionaryFile('pronunciations')])
        await (await client)?.renew()
      }
      offlineReady.value = await isComplete()
    } catch {
      offlineReady.value = false
    }
  }
  return { tier, offlineReady, open, keepReady }
})
