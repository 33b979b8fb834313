import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { convert } from '../../src/cli/convert.ts'
import { saidIn } from '../../src/cli/deckDetails.ts'
import { readDeck, writeDeck } from '../../src/formats/deckFile.ts'
import { SAMPLE } from '../formats/write/sampleDeck.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'duizhao-convert-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pathOf = (name: string) => join(folder, name)
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(pathOf(name), content)
  return pathOf(name)
}
const textOf = (name: string) => readFileSync(pathOf(name), 'utf8')
const options = (...said: [string, string][]) => saidIn(new Map(said))
const heard: string[] = []
const into = (out: string, ...files: string[]) =>
  convert([...files, pathOf(out)], options(), (sentence) => heard.push(sentence))
const deckIn = (name: string) => readDeck(textOf(name)).value

const ALONE = { ...SAMPLE, beads: [{ zh: '', en: 'Hm.' }], terms: [] }
const deck = file('deck.json', writeDeck(SAMPLE))

describe('convert', () => {
  it.each(['csv', 'tsv', 'tmx'])('gives the same deck back by way of %s', async (ending) => {
    await into(`one.${ending}`, deck)
    await into(`${ending}.json`, pathOf(`one.${ending}`))
    expect(textOf(`${ending}.json`)).toBe(writeDeck(SAMPLE))
  })

  it('keeps each row of a table as a pair, whatever is in it, and looks for terms', async () => {
    const rows = [
      ['天亮了。面包店开门了。', 'It is light. The bakery opens.'],
      ['他买面包。', 'He buys bread; she buys bread. They leave.'],
    ]
    const csv = rows.map(([zh, en]) => `"${zh}","${en}"`).join('\n')
    await into('rows.json', file('rows.csv', csv))
    const made = deckIn('rows.json')
    expect(made?.beads.map(({ zh, en }) => [zh, en])).toEqual(rows)
    expect(made?.terms.map(({ zh }) => zh)).toContain('面包')
    expect(made?.title).toEqual({ zh: '天亮了。', en: 'It is light.' })
  })

  it('aligns two texts and takes what is said of the deck', async () => {
    const zh = file('a.zh', '天亮了。\n他走了。\n')
    const en = file('a.en', 'It is light.\nHe leaves.\n')
    const said = options(['--title', 'Light | 天亮'], ['--source', 'https://x.example/?a=b'])
    await convert([zh, en, pathOf('two.json')], said, () => undefined)
    const made = deckIn('two.json')
    expect(made?.beads.map(({ zh: left, en: right }) => [left, right])).toEqual([
      ['天亮了。', 'It is light.'],
      ['他走了。', 'He leaves.'],
    ])
    expect(made?.title).toEqual({ zh: '天亮', en: 'Light' })
    expect(made?.provenance.source).toBe('https://x.example/?a=b')
  })

  /** Each row: the files, and what is complained of. */
  const REFUSED: readonly [files: readonly string[], sentence: RegExp][] = [
    [[deck, pathOf('x.docx')], /x\.docx ends in none of \.json, \.csv, /],
    [[deck, deck], /deck\.json is read and cannot be written as well/],
    [[pathOf('none.json'), pathOf('x.csv')], /none\.json does not exist\.$/],
    [[file('broken.json', '{"format":"duizhao-deck"'), pathOf('x.csv')], /is not a Duizhao deck/],
    [[deck, pathOf('no/such/folder/x.csv')], /x\.csv cannot be written\.$/],
    [[deck, file('mine.txt', 'My own text.')], /holds another text; give another name/],
    [[file('alone.json', writeDeck(ALONE)), pathOf('x.pleco.txt')], /no Chinese word to/],
  ]
  it.each(REFUSED)('writes nothing for %j', async (files, sentence) => {
    await expect(convert(files, options(), () => undefined)).rejects.toThrow(sentence)
    expect(existsSync(pathOf('x.csv'))).toBe(false)
    expect(textOf('mine.txt')).toBe('My own text.')
  })

  it('writes over a text that it wrote', async () => {
    await into('own.txt', deck)
    await into('own.txt', deck)
    expect(textOf('own.txt')).toContain('#guid column:1')
  })

  it('is quiet, and leaves with 2 and one sentence for a bad file', () => {
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['src/cli/start.mjs', 'convert', ...args], {
        cwd: root,
        encoding: 'utf8',
      })
    const good = run(deck, pathOf('quiet.tmx'), '--level', 'B1')
    expect([good.status, good.stdout, good.stderr]).toEqual([0, '', ''])
    expect(textOf('quiet.tmx')).toContain('level">B1<')
    const bad = run(file('a.png', Uint8Array.from([0x89, 0x50, 0, 0])), pathOf('b.csv'))
    expect([bad.status, bad.stdout]).toEqual([2, ''])
    expect(bad.stderr).toMatch(/^duizhao: \S*a\.png is not a text file\.\n$/)
  })
})

describe('saidIn', () => {
  /** Each row: a title as it is said, and what it is. */
  const TITLES: readonly [said: string, title: object][] = [
    ['面包 | Bread', { zh: '面包', en: 'Bread' }],
    ['Bread|面包', { zh: '面包', en: 'Bread' }],
    ['面包', { zh: '面包' }],
    ['Bread', { en: 'Bread' }],
    ['T恤', { zh: 'T恤' }],
  ]
  it.each(TITLES)('reads the title %j', (said, title) => {
    expect(options(['--title', said]).details).toEqual({ title })
  })

  it.each(['', ' | x', 'a|b|c'])('refuses the title %j', (said) => {
    expect(() => options(['--title', said])).toThrow('--title takes a title')
  })
})
