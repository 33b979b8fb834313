/**
 * What runs in the browser to see that the language thread gives the same there as in Node, and how fast it lets go of a
 * long task: the app's own worker, without screens.
 */
import type { Side, Sides } from '../../../src/domain/model.ts'
import type { Layout, Source } from '../../../src/domain/text/layoutTypes.ts'
import { readDictionaryFile } from '../../../src/storage/dictionaryFiles.ts'
import { type LanguageClient, startLanguageThread } from '../../../src/worker/language/client.ts'
import { outputOf } from '../languageOutput.ts'

async function openThread(): Promise<LanguageClient> {
  const [dictionary, pivots, english] = await Promise.all([
    readDictionaryFile('full'),
    readDictionaryFile('pivots'),
    readDictionaryFile('english'),
  ])
  const client = startLanguageThread(async () => ({ dictionary, pivots, english }))
  await client.ready()
  return client
}

const language = {
  /** Everything the language thread makes of each text. */
  async outputs(texts: readonly Sides<string>[]): Promise<readonly string[]> {
    const client = await openThread()
    const { signal } = new AbortController()
    const asked = {
      recognise: (source: Source) => client.thread.recognise(source, {}),
      build: (layout: Layout) => client.build(layout, 'zh', () => undefined, signal),
      words: (texts: readonly string[], side: Side) => client.thread.words(texts, side),
    }
    const outputs: string[] = []
    for (const text of texts) outputs.push(await outputOf(asked, text))
    client.stop()
    return outputs
  },

  /**
   * From asking a long task to stop to its AbortError, ms, each time asked after some more of its progress messages; and
   * the longest the page heard nothing from it.
   */
  async cancelled(
    { zh, en }: Sides<string>,
    after: readonly number[],
  ): Promise<{ waitsMs: readonly number[]; longestSilenceMs: number }> {
    const client = await openThread()
    const source = { kind: 'two', texts: [zh, en] } as const
    const { value: layout } = await client.thread.recognise(source, {})
    if (layout === null) throw new Error('no layout was seen')
    const waitsMs: number[] = []
    let longestSilenceMs = 0
    for (const most of after) {
      const abort = new AbortController()
      let messages = 0
      let askedAt = Infinity
      let heardAt = performance.now()
      const onProgress = () => {
        const now = performance.now()
        longestSilenceMs = Math.max(longestSilenceMs, now - heardAt)
        heardAt = now
        if (++messages !== most) return
        askedAt = now
        abort.abort()
      }
      try {
        await client.build(layout, 'zh', onProgress, abort.signal)
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'AbortError') throw error
        waitsMs.push(performance.now() - askedAt)
      }
    }
    client.stop()
    return { waitsMs, longestSilenceMs }
  },
}

declare global {
  interface Window {
    language?: typeof language
  }
}
window.language = language
