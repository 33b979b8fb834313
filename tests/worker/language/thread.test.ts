import { gzipSync } from 'node:zlib'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { ensureDictionary } from '../../../src/cli/build/compileDictionary.ts'
import { ensurePronunciations } from '../../../src/cli/build/compilePronunciations.ts'
import { languageThread } from '../../../src/worker/language/thread.ts'
import { pairsToBitext } from '../../quality/terms.ts'

async function bytesOf(file: string): Promise<ArrayBuffer> {
  const bytes = await readFile(file)
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}

describe('the language thread', () => {
  it('says that the dictionary is not there until it is opened', async () => {
    await expect(languageThread().words(['停火'], 'zh')).rejects.toMatchObject({
      code: 'dictionaryUnavailable',
    })
  })

  it('works with the core dictionary, and knows sounds once they are there', async () => {
    const thread = languageThread()
    const { core } = await ensureDictionary()
    await thread.open({ dictionary: await bytesOf(core) })
    expect(await thread.convert(['头发'], 'traditional')).toEqual(['頭髮'])
    expect((await thread.lookUp('Peace', 0, 'en'))?.ipa.form).toBe('')
    const pronunciations = await bytesOf(await ensurePronunciations())
    await thread.open({ dictionary: await bytesOf(core), pronunciations })
    expect((await thread.lookUp('Peace', 0, 'en'))?.ipa.form).toBe('piːs')
  })

  it('finds doubts as a job that reports progress and can be cancelled', async () => {
    const thread = languageThread()
    const { core } = await ensureDictionary()
    await thread.open({ dictionary: await bytesOf(core) })
    const flawed = pairsToBitext([['共有373人。', 'There were 337 people.']])
    const found = await thread.doubts(1, flawed, () => undefined)
    expect(found.map(({ code }) => code)).toContain('numbersDiffer')

    const long = pairsToBitext(
      Array.from(
        { length: 400 },
        () => ['渔民在码头上修理他的旧渔网。', 'On the pier he mended nets.'] as const,
      ),
    )
    const progress: number[] = []
    const job = thread.doubts(2, long, (done) => {
      progress.push(done)
      void thread.cancel(2)
    })
    await expect(job).rejects.toMatchObject({ name: 'AbortError' })
    expect(progress[0]).toBeLessThan(1)
  })

  it('refuses bytes that are no dictionary', async () => {
    const rubbish = gzipSync('rubbish')
    const dictionary = rubbish.buffer.slice(rubbish.byteOffset, rubbish.byteOffset + rubbish.length)
    await expect(languageThread().open({ dictionary })).rejects.toThrow(RangeError)
  })
})
