import coreUrl from '../../.generated/dictionary-core.bin?url'
import englishUrl from '../../.generated/dictionary-english.bin?url'
import fullUrl from '../../.generated/dictionary-full.bin?url'
import learnersEnglishUrl from '../../.generated/learners-english.bin?url'
import pivotsUrl from '../../.generated/pivots.bin?url'
import pronunciationsUrl from '../../.generated/pronunciations.bin?url'
import { AppError } from '../domain/errors.ts'

/** The dictionary's files on this device. The service worker answers from the same cache. */
const CACHE = 'duizhao-dictionary'
const URLS = {
  core: coreUrl,
  full: fullUrl,
  english: englishUrl,
  learnersEnglish: learnersEnglishUrl,
  pivots: pivotsUrl,
  pronunciations: pronunciationsUrl,
} as const
/** Fetched by the page on the first visit; the precache has the others. */
const FETCHED: ReadonlySet<DictionaryFile> = new Set([
  'full',
  'english',
  'learnersEnglish',
  'pronunciations',
])

export type DictionaryFile = keyof typeof URLS

/** Bytes of a file of the dictionary, gzip'ed as they were built: from this device when it has them, else fetched and kept. */
export async function readDictionaryFile(file: DictionaryFile): Promise<ArrayBuffer> {
  const url = URLS[file]
  try {
    const cache = 'caches' in globalThis ? await caches.open(CACHE) : null
    const kept = await cache?.match(url)
    if (kept !== undefined) return await kept.arrayBuffer()
    const response = await fetch(url)
    if (!response.ok) throw new Error(`${response.status} ${url}`)
    // The precache keeps the others itself; a second copy would only cost room.
    if (FETCHED.has(file)) await keep(cache, url, response.clone())
    return await response.arrayBuffer()
  } catch (error) {
    throw new AppError('dictionaryUnavailable', { cause: error })
  }
}

/** Puts a file into the cache and drops those of earlier builds. A full disk is no reason to go without a dictionary now. */
async function keep(cache: Cache | null, url: string, response: Response): Promise<void> {
  if (cache === null) return
  try {
    await cache.put(url, response)
    const current = new Set(Object.values(URLS).map((one) => new URL(one, location.href).href))
    for (const request of await cache.keys()) {
      if (!current.has(request.url)) await cache.delete(request)
    }
  } catch {
    await cache.delete(url)
  }
}

/** Whether these files will be there without a network. */
async function areKept(files: Iterable<DictionaryFile>): Promise<boolean> {
  if (!('caches' in globalThis)) return false
  const cache = await caches.open(CACHE)
  const kept = await Promise.all([...files].map((file) => cache.match(URLS[file])))
  return kept.every((response) => response !== undefined)
}

/** Whether the full dictionary, with its way in from English, will be there without a network. */
export const hasFullDictionary = (): Promise<boolean> => areKept(['full', 'english'])

/** The same for English explained in Chinese, which only a learner of English needs. */
export const hasLearnersEnglish = (): Promise<boolean> => areKept(['learnersEnglish'])

/** The same for how English words are said. */
export const hasPronunciations = (): Promise<boolean> => areKept(['pronunciations'])
