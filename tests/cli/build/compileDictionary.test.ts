import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureDictionary } from '../../../src/cli/build/compileDictionary.ts'
import { openDictionary } from '../../../src/domain/dictionary/cedict.ts'

let folder = ''
beforeAll(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'duizhao-'))}/`
})
afterAll(() => rm(folder, { recursive: true }))

describe('compiling the dictionary', { timeout: 120_000 }, () => {
  it('can be begun twice at once, and leaves whole files only', async () => {
    const [files] = await Promise.all([ensureDictionary(folder), ensureDictionary(folder)])
    expect((await readdir(folder)).toSorted()).toEqual([
      'dictionary-core.bin',
      'dictionary-english.bin',
      'dictionary-full.bin',
      'dictionary.stamp',
    ])
    const committed = await ensureDictionary()
    for (const tier of ['core', 'full', 'english'] as const) {
      expect(Buffer.compare(await readFile(files[tier]), await readFile(committed[tier]))).toBe(0)
    }
  })

  it('is skipped when nothing has changed', async () => {
    const file = (await ensureDictionary(folder)).full
    const before = await stat(file)
    await ensureDictionary(folder)
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs)
  })

  it('is done again when the sources are others', async () => {
    const { core } = await ensureDictionary(folder)
    await writeFile(core, 'rubbish')
    await writeFile(join(folder, 'dictionary.stamp'), 'of another day')
    const files = await ensureDictionary(folder)
    expect(openDictionary(gunzipSync(await readFile(files.core))).has('停火')).toBe(true)
  })

  it('keeps within 1.3 and 2.8 MB', async () => {
    const { core, full } = await ensureDictionary(folder)
    expect((await stat(core)).size).toBeLessThanOrEqual(1.3e6)
    expect((await stat(full)).size).toBeLessThanOrEqual(2.8e6)
  })
})
