import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import { readClipboard, readInput } from '../../src/formats/readInput.ts'
import { writeDeck } from '../../src/formats/deckFile.ts'
import { encode } from './encode.ts'

const file = (name: string, text: string) => ({ name, bytes: encode(text, 'utf-8') })
const codes = ({ issues }: { issues: readonly { code: string }[] }) =>
  issues.map(({ code }) => code)
const sourceOf = async (name: string, text: string) =>
  (await readInput([file(name, text)])).value?.source

const DECK = writeDeck({
  format: 'duizhao-deck',
  version: 1,
  id: 'd',
  revision: 1,
  title: { zh: '天', en: 'Sky' },
  level: '',
  provenance: { source: '', author: '', translator: '', date: '', licence: '' },
  beads: [{ zh: '天亮了。', en: 'It is light.' }],
  terms: [],
})

describe('readInput', () => {
  it('reads a text file and says its encoding', async () => {
    expect(await readInput([file('a.txt', '天亮了。\nIt is light.')])).toEqual({
      value: { source: { kind: 'text', text: '天亮了。\nIt is light.' }, encodings: ['utf-8'] },
      issues: [],
    })
  })

  it('reads a file in the encoding that is chosen', async () => {
    const bytes = encode('天氣', 'big5')
    const { value } = await readInput([{ name: 'a.txt', bytes, encoding: 'big5' }])
    expect(value).toEqual({ source: { kind: 'text', text: '天氣' }, encodings: ['big5'] })
  })

  it.each([
    ['a.csv', '面包,bread\n茶,tea'],
    ['a.tsv', '面包\tbread\n茶\ttea'],
    ['a.html', '<table><tr><td>面包<td>bread<tr><td>茶<td>tea</table>'],
  ])('reads the table in %s', async (name, text) => {
    const rows = [
      ['面包', 'bread'],
      ['茶', 'tea'],
    ]
    expect(await sourceOf(name, text)).toMatchObject({ kind: 'rows', rows })
  })

  it('reads a page by its content, whatever its name', async () => {
    const text = '<!DOCTYPE html><html><body><p>天亮了。</p></body></html>'
    expect(await sourceOf('a.txt', text)).toEqual({ kind: 'text', text: '天亮了。' })
  })

  it('reads the words of Markdown', async () => {
    const text =
      '---\ntitle: x\n---\n# 天亮了\n\n> **It** is [light](http://a.b) *now*.\n- ![x](y)一'
    expect(await sourceOf('a.md', text)).toEqual({
      kind: 'text',
      text: '天亮了\n\nIt is light now.\n一',
    })
  })

  it.each(['a.json', 'a.txt', 'a'])('reads a deck called %s', async (name) => {
    expect((await sourceOf(name, DECK))?.kind).toBe('deck')
  })

  it('reads two files as two sides, tables and pages too', async () => {
    const { value } = await readInput([
      file('a.txt', '天亮了。'),
      file('b.html', '<p>It is light.</p>'),
    ])
    expect(value?.source).toEqual({ kind: 'two', texts: ['天亮了。', 'It is light.'] })
    expect(value?.encodings).toEqual(['utf-8', 'utf-8'])
  })

  it.each([
    ['no file', [], ['empty']],
    ['an empty file', [file('a.txt', '')], ['empty']],
    ['three files', [file('a', 'a'), file('b', 'b'), file('c', 'c')], ['tooManyFiles']],
    [
      'one bad file of two',
      [file('a.txt', '天'), file('b.png', '\x01\x02\x03\x04\x05\x06\x07')],
      ['notText'],
    ],
    ['JSON that is no deck', [file('a.json', '{"a":1}')], ['notADeck']],
    ['a damaged deck', [file('a.json', DECK.replace('"It', '5, "x": "It'))], ['deckFieldMissing']],
    ['a page without text', [file('a.html', '<script>x</script>')], ['empty']],
  ])('refuses %s', async (_fact, files, expected) => {
    const read = await readInput(files)
    expect(read.value).toBeNull()
    expect(codes(read)).toEqual(expected)
  })

  it('refuses PNG bytes', async () => {
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])
    expect(codes(await readInput([{ name: 'a.txt', bytes }]))).toEqual(['notText'])
  })
})

describe('readClipboard', () => {
  it('prefers HTML, which knows tables and readings', async () => {
    const clip = { html: '<table><tr><td>面包<td>bread</table>', text: '面包 bread' }
    expect((await readClipboard(clip)).value).toEqual({ kind: 'rows', rows: [['面包', 'bread']] })
  })

  it('takes the plain text when HTML says much less', async () => {
    const clip = { html: '<meta charset="utf-8"><img src="x">', text: '天亮了。' }
    expect((await readClipboard(clip)).value).toEqual({ kind: 'text', text: '天亮了。' })
  })

  it('knows a pasted deck', async () => {
    expect((await readClipboard({ text: DECK })).value?.kind).toBe('deck')
  })

  it.each([
    ['nothing', {}, ['empty']],
    ['blanks', { html: '<p> </p>', text: ' \n' }, ['empty']],
    ['too much', { text: 'a'.repeat(10_000_001) }, ['tooLarge']],
  ])('refuses %s', async (_fact, clip, expected) => {
    const read = await readClipboard(clip)
    expect(read.value).toBeNull()
    expect(codes(read)).toEqual(expected)
  })
})

describe('whatever is put in', () => {
  const pairs = '天亮了。\nIt is light.\n'
  const big = pairs.repeat(80_000)

  it.each([
    ['two megabytes', big, 'alternating', []],
    ['two megabytes on one line', big.replaceAll('\n', ' '), 'alternating', []],
    ['English only', 'It is light. '.repeat(50), 'single', ['oneLanguageOnly']],
    ['CRLF', pairs.repeat(3).replaceAll('\n', '\r\n'), 'alternating', []],
    [
      'marks of direction',
      `\u202e\u200f${pairs.repeat(3).replaceAll('\n', '\u200e\n\u2067')}`,
      'alternating',
      [],
    ],
    ['zero-width characters', pairs.repeat(3).split('').join('\u200b'), 'alternating', []],
    [
      'halves of surrogate pairs',
      `\udc00${pairs.repeat(3).replaceAll('了', '了\ud800')}`,
      'alternating',
      [],
    ],
    ['scripts', '<p>天亮了。</p><script>alert(1)</script><p>It is light.</p>', 'blocks', []],
    ['nothing', '', null, ['empty']],
    ['controls', '\u0001\u0002\u0003', null, ['empty']],
    ['marks', '?!…—12', null, ['notText']],
  ])('%s', async (_fact, text, kind, expected) => {
    const clip = await readClipboard(text.startsWith('<') ? { html: text } : { text })
    const read = clip.value ? recogniseLayout(clip.value) : { ...clip, value: null }
    expect(read.value?.kind ?? null).toBe(kind)
    expect(codes(read)).toEqual(expected)
    expect(JSON.stringify(read.value).slice(0, 100_000)).not.toMatch(/\\ud[89a-f]|alert|<p>/)
  })

  it('says that a CSV has one column only, by the language that is missing', async () => {
    const { value } = await readInput([file('a.csv', '面包\n茶\n小镇')])
    expect(value && codes(recogniseLayout(value.source))).toEqual(['oneLanguageOnly'])
  })

  it('is read without throwing, whatever the bytes and the name', async () => {
    const name = fc.constantFrom('a.txt', 'a.csv', 'a.tsv', 'a.html', 'a.md', 'a.json', 'a')
    const chosen = fc.constantFrom(undefined, 'utf-8', 'gb18030', 'big5', 'utf-16le', 'nonsense')
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        name,
        chosen,
        async (bytes, given, encoding) => {
          const read = await readInput([{ name: given, bytes, ...(encoding ? { encoding } : {}) }])
          const layout = read.value ? recogniseLayout(read.value.source) : { ...read, value: null }
          expect(layout.value !== null || layout.issues.length > 0).toBe(true)
        },
      ),
      { seed: 9, numRuns: 1500 },
    )
  })
}, 120_000)
