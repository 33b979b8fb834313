import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureDictionary } from '../../../src/cli/build/compileDictionary.ts'

let folder = ''
beforeAll(async () => {
  folder = `${await mkdtemp(join(tmpdir(), 'duizhao-'))}/`
})
afterAll(() => rm(folder, { recursive: true }))

const FILES = [
  'dictionary-core.bin',
  'dictionary-english.bin',
  'dictionary-full.bin',
  'dictionary.stamp',
]

describe('compiling the dictionary', { timeout: 300_000 }, () => {
  it('is done again when the sources are others, also twice at once, and leaves the same whole files', async () => {
    for (const name of FILES) await writeFile(join(folder, name), 'of another day')
    const [files] = await Promise.all([ensureDictionary(folder), ensureDictionary(folder)])
    expect((await readdir(folder)).toSorted()).toEqual(FILES)
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

  it('keeps within 1.3 and 2.8 MB', async () => {
    const { core, full } = await ensureDictionary(folder)
    expect((await stat(core)).size).toBeLessThanOrEqual(1.3e6)
    expect((await stat(full)).size).toBeLessThanOrEqual(2.8e6)
  })
})
