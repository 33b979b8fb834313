import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { makeDeck } from '../../src/cli/batchDeck.ts'
import { batch } from '../../src/cli/batch.ts'
import { batchJobs } from '../../src/cli/batchFiles.ts'
import { deckInto, readDeckOf } from '../../src/cli/deck.ts'
import { readDeck, writeDeck } from '../../src/formats/deckFile.ts'
import { SAMPLE } from '../formats/write/sampleDeck.ts'

const root = mkdtempSync(join(tmpdir(), 'batch-'))
afterAll(() => rmSync(root, { recursive: true }))
let count = 0
let [folder, out] = ['', '']
beforeEach(() => {
  folder = join(root, `in${++count}`)
  out = join(root, `out${count}`)
  mkdirSync(folder)
})
const put = (name: string, text: string) => writeFileSync(join(folder, name), text)
const deckIn = (name: string) => readDeck(readFileSync(join(out, name), 'utf8')).value
const SAID = { learning: 'zh', details: { author: 'A' } } as const
/** Decks are made in this process: the dictionary is read once. */
const HERE = { make: makeDeck, stop: () => undefined }
const PAIR = '渡船来了。\nThe ferry came.\n'

describe('the decks of a folder', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['one a file', ['b.txt', 'a.srt'], ['a.json', 'b.json']],
    ['one for two sides', ['a.zh.txt', 'a.en.txt', 'b-en.md', 'b-zh.md'], ['a.json', 'b.json']],
    ['one for a side without the other', ['a.zh.txt'], ['a.zh.json']],
    ['two of one name', ['a.txt', 'a.srt'], ['a.json', 'a.txt.json']],
    ['hidden files aside', ['.DS_Store', 'a.txt'], ['a.json']],
  ])('are %s', async (_what, names, outs) => {
    for (const name of names) put(name, 'x')
    const { jobs } = await batchJobs(folder, out)
    expect(jobs.map((job) => job.out.slice(out.length + 1)).toSorted()).toEqual(outs)
  })

  it('are written, a bad file stops none, and only what is missing is made the next time', async () => {
    put('a.txt', PAIR)
    put('b.txt', '')
    put('c.zh.txt', '雾散了。')
    put('c.en.txt', 'The fog lifted.')
    const told: string[] = []
    const run = () =>
      batch(
        folder,
        out,
        SAID,
        (sentence) => told.push(sentence),
        () => HERE,
      )
    await expect(run()).rejects.toThrow(/^2 of 3 decks written to .*\. 1 could not be made\.$/)
    expect(told).toEqual([expect.stringMatching(/b\.txt is empty\.$/)])
    expect(readdirSync(out).toSorted()).toEqual(['a.json', 'c.json'])
    expect(deckIn('a.json')).toMatchObject({ revision: 1, provenance: { author: 'A' } })
    rmSync(join(folder, 'b.txt'))
    expect(await run()).toMatch(/^0 of 2 decks written to .*, 2 were there already\.\n$/)
    const before = deckIn('a.json')
    put('a.txt', PAIR.replace('The ferry', 'A ferry'))
    const later = new Date(Date.now() + 5_000)
    utimesSync(join(folder, 'a.txt'), later, later)
    expect(await run()).toMatch(/^1 of 2 decks/)
    expect(deckIn('a.json')).toMatchObject({ id: before?.id, revision: 2 })
  })

  it('are refused where there is no folder, or nothing in it', async () => {
    await expect(batchJobs(join(root, 'none'), out)).rejects.toThrow('cannot be read')
    await expect(batchJobs(folder, out)).rejects.toThrow('There are no files in')
  })
})

describe('a file that was cut off', () => {
  it.each<[string, string, (text: string) => Uint8Array, RegExp]>([
    [
      'a deck, within a character',
      '.json',
      (text: string) => Buffer.from(text).subarray(0, 300),
      /is not a Duizhao deck\.$/,
    ],
    [
      'no text at all',
      '.txt',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 1]),
      /is not a text file\.$/,
    ],
  ])('is refused for what ended it: %s', async (_what, ending, cut, said) => {
    const file = join(folder, `cut${ending}`)
    const text = writeDeck({
      ...SAMPLE,
      beads: SAMPLE.beads.map((bead) => ({ ...bead, en: '桥'.repeat(90) })),
    })
    writeFileSync(file, cut(text))
    await expect(readDeckOf([file], SAID, () => undefined, false)).rejects.toThrow(said)
  })
})

describe('the revision of a deck', () => {
  it('counts up by itself where a corrected deck takes the place of another, and only there', async () => {
    mkdirSync(out)
    const file = join(folder, 'a.txt')
    const into = (name: string) => deckInto([file], join(out, name), SAID, () => undefined)
    put('a.txt', PAIR)
    await into('a.json')
    await into('a.json')
    expect(deckIn('a.json')?.revision).toBe(1)
    put('a.txt', PAIR.replace('The', 'A'))
    await into('a.json')
    expect(deckIn('a.json')?.revision).toBe(2)
    await into('b.json')
    expect(deckIn('b.json')).toMatchObject({ revision: 1 })
    expect(deckIn('b.json')?.id).not.toBe(deckIn('a.json')?.id)
  })
})
