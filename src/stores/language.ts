import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import {
  hasFullDictionary,
  hasLearnersEnglish,
  hasPronunciations,
  readDictionaryFile,
} from '../storage/dictionaryFiles.ts'
import type { LanguageClient } from '../worker/language/client.ts'
import type { DictionaryFiles } from '../worker/language/protocol.ts'
import { useSettings } from './settings.ts'

/** The language thread and its dictionary: what of it is loaded, and whether it will be there offline. */
export const useLanguage = defineStore('language', () => {
  const tier = ref<'none' | 'core' | 'full'>('none')
  const offlineReady = ref(false)
  let client: Promise<LanguageClient> | null = null
  const settings = useSettings()
  const learnsEnglish = (): boolean => settings.learner.learning === 'en'

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
    (await hasFullDictionary()) &&
    (await hasPronunciations()) &&
    (!learnsEnglish() || (await hasLearnersEnglish()))

  /** The best dictionary this device has; each new thread is given it. */
  async function readDictionary(): Promise<DictionaryFiles> {
    const [full, said, explained] = await Promise.all([
      hasFullDictionary(),
      hasPronunciations(),
      hasLearnersEnglish(),
    ])
    const [files, pivots, pronunciations, learnersEnglish] = await Promise.all([
      full ? readFull() : readDictionaryFile('core').then((dictionary) => ({ dictionary })),
      readDictionaryFile('pivots'),
      said ? readDictionaryFile('pronunciations') : null,
      learnsEnglish() && explained ? readDictionaryFile('learnersEnglish') : null,
    ])
    tier.value = full ? 'full' : 'core'
    offlineReady.value = full && said && (explained || !learnsEnglish())
    return {
      ...files,
      pivots,
      accent: settings.learner.accent,
      ...(pronunciations === null ? {} : { pronunciations }),
      ...(learnersEnglish === null ? {} : { learnersEnglish }),
    }
  }

  /** Raised once the files are looked after: before that the start has better things to do. */
  let isKept = false

  /**
   * On the first visit fetches the full dictionary, so that everything works offline from then on. Quiet when there is no
   * network: the core dictionary does until the next start.
   */
  async function keepReady(): Promise<void> {
    isKept = true
    try {
      if (!(await isComplete())) {
        await Promise.all([
          readFull(),
          readDictionaryFile('pronunciations'),
          learnsEnglish() ? readDictionaryFile('learnersEnglish') : null,
        ])
        await (await client)?.renew()
      }
      offlineReady.value = await isComplete()
    } catch {
      offlineReady.value = false
    }
  }
  // Another language is learnt, or heard otherwise: the thread reads other files.
  watch([learnsEnglish, () => settings.learner.accent], async () => {
    if (isKept) await keepReady()
    await (await client)?.renew()
  })
  return { tier, offlineReady, open, keepReady }
})
