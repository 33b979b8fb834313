import { defineStore } from 'pinia'
import { ref } from 'vue'
import {
  hasFullDictionary,
  hasPronunciations,
  readDictionaryFile,
} from '../storage/dictionaryFiles.ts'
import type { LanguageClient } from '../worker/language/client.ts'
import { useProblems } from './problems.ts'

/** The language thread and its dictionary: what of it is loaded, and whether it will be there offline. */
export const useLanguage = defineStore('language', () => {
  const problems = useProblems()
  const tier = ref<'none' | 'core' | 'full'>('none')
  const offlineReady = ref(false)
  let client: Promise<LanguageClient> | null = null

  /** A language thread with at least the core dictionary; started by whoever asks first. */
  function open(): Promise<LanguageClient> {
    client ??= startWithDictionary().catch((error: unknown) => {
      client = null
      throw error
    })
    return client
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

  async function startWithDictionary(): Promise<LanguageClient> {
    const { startLanguageThread } = await import('../worker/language/client.ts')
    const started = startLanguageThread((error) => {
      client = null
      tier.value = 'none'
      started.stop()
      problems.caught(error)
    })
    const [full, said] = await Promise.all([hasFullDictionary(), hasPronunciations()])
    const [files, pivots, pronunciations] = await Promise.all([
      full ? readFull() : readDictionaryFile('core').then((dictionary) => ({ dictionary })),
      readDictionaryFile('pivots'),
      said ? readDictionaryFile('pronunciations') : null,
    ])
    await started.open({ ...files, pivots, ...(pronunciations === null ? {} : { pronunciations }) })
    tier.value = full ? 'full' : 'core'
    offlineReady.value = full && said
    return started
  }

  /**
   * On the first visit fetches the full dictionary, so that everything works offline from then on. Quiet when there is no
   * network: the core dictionary does until the next start.
   */
  async function keepReady(): Promise<void> {
    try {
      if (!(await isComplete())) {
        const pronunciations = await readDictionaryFile('pronunciations')
        const files = { ...(await readFull()), pronunciations }
        if (client !== null) {
          await (await client).open(files)
          tier.value = 'full'
        }
      }
      offlineReady.value = await isComplete()
    } catch {
      offlineReady.value = false
    }
  }
  return { tier, offlineReady, open, keepReady }
})
