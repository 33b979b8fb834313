import type { LanguageClient } from '../../src/worker/language/client.ts'
import { languageThread } from '../../src/worker/language/thread.ts'
import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadPronunciations } from '../../src/cli/build/compilePronunciations.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'

const data = {
  dictionary: await loadDictionary('full'),
  pivots: await loadPivots(),
  pronunciations: await loadPronunciations(),
  english: null,
}

/**
 * The language thread in this thread, with the real dictionary: happy-dom has no workers. To be put in place of two edges:
 *
 *     vi.mock('…/src/worker/language/client.ts', () => import('…/languageHere.ts'))
 *     vi.mock('…/src/storage/dictionaryFiles.ts', () => import('…/languageHere.ts'))
 */
export function startLanguageThread(): LanguageClient {
  const thread = languageThread(data)
  return {
    thread,
    readFiles: (files) => thread.readFiles(files),
    build: (layout, learning, onProgress) => thread.build(1, layout, learning, onProgress),
    doubts: (bitext, onProgress) => thread.doubts(2, bitext, onProgress),
    ready: async () => undefined,
    renew: async () => undefined,
    stop: () => undefined,
  }
}

export const hasFullDictionary = async (): Promise<boolean> => true
export const hasLearnersEnglish = async (): Promise<boolean> => true
export const hasPronunciations = async (): Promise<boolean> => true
export const readDictionaryFile = async (): Promise<ArrayBuffer> => new ArrayBuffer(0)
