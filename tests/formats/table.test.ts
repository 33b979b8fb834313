import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { writeBackup } from '../../src/formats/backup.ts'
import { bitextOf, type Format } from '../../src/formats/format.ts'
import { readClipboard, readInput } from '../../src/formats/readInput.ts'
import { FORMATS } from '../../src/formats/table.ts'
import { encode } from './encode.ts'

const bytesOf = (...parts: (string | number)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0)),
    ),
  )
const file = (name: string, text: string) => ({ name, bytes: encode(text, 'utf-8') })

/** Beads as `zh>en;`, behind a byte that no text has. */
const toy: Format = {
  id: 'toy',
  extensions: ['toy'],
  sniff: ({ bytes }) => bytes[0] === 0,
  read: ({ bytes }) => {
    const text = new TextDecoder().decode(bytes.subarray(1))
    const rows = text.split(';').map((pair) => pair.split('>'))
    return { value: bitextOf({ kind: 'rows', rows }), issues: [] }
  },
}
const toyBytes = Uint8Array.from([0, ...encode('面包>bread;茶>tea', 'utf-8')])

describe('the table of formats', () => {
  it('takes a new format as one line more', async () => {
    const read = await readInput([{ name: 'a.bin', bytes: toyBytes }], [toy, ...FORMATS])
    expect(read).toEqual({
      value: {
        source: {
          kind: 'rows',
          rows: [
            ['面包', 'bread'],
            ['茶', 'tea'],
          ],
        },
        encodings: [],
      },
      issues: [],
    })
    expect((await readInput([{ name: 'a.bin', bytes: toyBytes }])).value).toBeNull()
  })

  it('has every format once, and no name twice', () => {
    const ids = FORMATS.map(({ id }) => id)
    const extensions = FORMATS.flatMap((one) => one.extensions)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(extensions).size).toBe(extensions.length)
  })
})

describe('a file that is no text', () => {
  it.each([
    ['a zip', bytesOf('PK', 3, 4, ' text'), 'zipFile'],
    ['a PDF', bytesOf('%PDF-1.7 text'), 'pdfFile'],
    ['an old Word document', bytesOf(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'oldOfficeFile'],
    ['a picture', bytesOf(0xff, 0xd8, 0xff, 0xe0), 'notText'],
    ['something compressed', new Uint8Array(gzipSync('some text')), 'compressedFile'],
  ])('is told for what it is, whatever it is called: %s', async (_what, bytes, code) => {
    for (const name of ['a.txt', 'a.csv', 'a', 'a.json'])
      expect(await readInput([{ name, bytes }])).toEqual({
        value: null,
        issues: [{ code, found: name }],
      })
  })

  it('is a backup: it belongs into Settings', async () => {
    const lists = { articles: [], revisions: [], notes: [], entries: [], settings: [], unknown: [] }
    const bytes = await writeBackup({ createdAt: 1, ...lists })
    const { value, issues } = await readInput([{ name: 'a.duizhao', bytes }])
    expect(value).toBeNull()
    expect(issues).toEqual([{ code: 'backupFound' }])
    const half = await readInput([{ name: 'a.duizhao', bytes: bytes.slice(0, -9) }])
    expect(half.issues.map(({ code }) => code)).toEqual(['backupDamaged'])
  })
})

describe('the same text', () => {
  it.each([
    ['a table', '面包,bread\n茶,tea\n小镇,a small town'],
    ['a table with a header', 'Chinese;English\n面包;bread\n茶;tea'],
    ['a table by tabs', '面包\tbread\n茶\ttea'],
    ['a table with quotes', '"面包，茶","bread, tea"\n茶,tea'],
    ['running text', '天亮了。\nIt is light.'],
    ['a page', '<!doctype html><p>天亮了。</p><p>It is light.</p>'],
    ['blocks with a comma a line', '雾散了,人走了。\n灯亮着,很静。\nThe fog lifted, all left.'],
  ])('is read alike from the clipboard and from a file without a name: %s', async (what, text) => {
    const pasted = await readClipboard({ text })
    const { value, issues } = await readInput([file('a', text)])
    expect(pasted).toEqual({ value: value?.source, issues })
    expect(pasted.value?.kind).toBe(what.includes('table') ? 'rows' : 'text')
  })

  it('is a table from the clipboard as it is from a CSV file', async () => {
    const text = '面包,bread\n茶,tea'
    const { value } = await readInput([file('a.csv', text)])
    expect((await readClipboard({ text })).value).toEqual(value?.source)
  })

  it.each([
    ['one line', '面包,bread'],
    ['English with a comma a line', 'Yes, he said.\nNo, she said.'],
    ['both languages in every cell', '停火 ceasefire, 停火 truce\n面包 bread, 茶 tea'],
    ['lines in turn', '雾散了,人走了。\nThe fog lifted, all left.\n灯亮着,静。\nIt burned, still.'],
  ])('that is no table stays text: %s', async (_what, text) => {
    expect((await readClipboard({ text })).value).toEqual({ kind: 'text', text })
  })
})
