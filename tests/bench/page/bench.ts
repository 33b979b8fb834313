/**
 * What runs in the browser for the benchmarks: the app's own code without its screens, on the app's own origin. Timings
 * are of the whole way there and back, worker messages included.
 */
import type { Draft } from '../../../src/domain/article/draft.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { saveBackup } from '../../../src/storage/backup.ts'
import { openStorage, transact } from '../../../src/storage/database.ts'
import { readDictionaryFile } from '../../../src/storage/dictionaryFiles.ts'
import { saveImage } from '../../../src/storage/derived/make/memoryImage.ts'
import { loadState } from '../../../src/storage/derived/memoryImage.ts'
import { type LanguageClient, startLanguageThread } from '../../../src/worker/language/client.ts'
import { type Seeded, type SeedOptions, seedDisk } from '../seed.ts'
import { concordanceTimes } from './concordanceTimes.ts'
import { memoryTimes } from './memoryTimes.ts'
import { syncTimes } from './syncTimes.ts'

export interface PipelineTimes {
  /** From starting the worker with the core dictionary at hand to its first answer, ms. */
  readonly coreReadyMs: number
  readonly fullReadyMs: number
  /** From the pasted text to the draft of an article, one for each round, ms. */
  readonly roundsMs: readonly (readonly number[])[]
  readonly sentences: readonly number[]
}

async function openThread(tier: 'core' | 'full'): Promise<[client: LanguageClient, ms: number]> {
  const [dictionary, pivots, english] = await Promise.all([
    readDictionaryFile(tier),
    readDictionaryFile('pivots'),
    tier === 'full' ? readDictionaryFile('english') : null,
  ])
  const startedAt = performance.now()
  const files = { dictionary, pivots, ...(english && { english }) }
  const client = startLanguageThread(async () => files)
  await client.thread.words(['停火'], 'zh')
  return [client, performance.now() - startedAt]
}

async function buildOnce(client: LanguageClient, text: string): Promise<Draft> {
  const { value: input } = await client.thread.readClip({ text })
  if (input === null) throw new Error('nothing was read')
  const { value: layout } = await client.thread.recognise(input.source, {})
  if (layout === null) throw new Error('no layout was seen')
  return await client.build(layout, 'zh', () => undefined, new AbortController().signal)
}

const bench = {
  /** Fills this origin's database with a learner of some years. */
  async seed(options: SeedOptions = {}): Promise<Seeded> {
    const disk = await openStorage()
    const seeded = await seedDisk(disk, options)
    await disk.close()
    return seeded
  },

  /** Every card's state from the log, as when the image is missing or does not match: disk and replay together, ms. */
  async rebuild(): Promise<number> {
    const disk = await openStorage()
    await transact(disk, ['image'], 'readwrite', (tx) => tx.objectStore('image').delete('state'))
    const startedAt = performance.now()
    const state = await loadState(disk, DEFAULT_SRS_SETTINGS)
    const took = performance.now() - startedAt
    await saveImage(disk, state)
    await disk.close()
    return took
  },

  /** This origin's backup file, as base64, and how long it took to make, ms. */
  async backup(): Promise<{ readonly base64: string; readonly tookMs: number }> {
    const disk = await openStorage()
    const startedAt = performance.now()
    const { bytes } = await saveBackup(disk)
    const tookMs = performance.now() - startedAt
    await disk.close()
    let binary = ''
    for (const byte of bytes) binary += String.fromCharCode(byte)
    return { base64: btoa(binary), tookMs }
  },

  memory: memoryTimes,
  concordance: concordanceTimes,
  sync: syncTimes,

  async pipeline(texts: readonly string[], rounds: number): Promise<PipelineTimes> {
    const [core, coreReadyMs] = await openThread('core')
    core.stop()
    const [client, fullReadyMs] = await openThread('full')
    const roundsMs: number[][] = []
    const sentences: number[] = []
    for (const text of texts) {
      const times: number[] = []
      for (let round = 0; round < rounds; round++) {
        const startedAt = performance.now()
        const draft = await buildOnce(client, text)
        times.push(performance.now() - startedAt)
        sentences[roundsMs.length] = draft.segments.zh.length + draft.segments.en.length
      }
      roundsMs.push(times)
    }
    client.stop()
    return { coreReadyMs, fullReadyMs, roundsMs, sentences }
  },
}

declare global {
  interface Window {
    bench?: typeof bench
  }
}
window.bench = bench
