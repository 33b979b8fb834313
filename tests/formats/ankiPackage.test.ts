import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import type { NoteTypeColumns } from '../../src/domain/text/layoutTypes.ts'
import { readInput } from '../../src/formats/readInput.ts'
import { collectionOf, packageOf, rawZstd } from './ankiCollections.ts'

const TYPES = { 11: ['Hanzi', 'Sound', 'Meaning', 'Empty'], 12: ['Front', 'Back'], 13: ['Text'] }
const NOTES = [
  { type: 11, fields: ['<div>面包</div>', 'miànbāo [sound:a.mp3]', 'bread &amp; butter', ''] },
  { type: 11, fields: ['小镇', 'xiǎozhèn', '<b>small</b> town<script>a()</script>', ''] },
  { type: 11, fields: ['{{c1::谈判::what}}', 'tánpàn', 'negotiation', ''] },
  { type: 12, fields: ['border', '边界'] },
  { type: 13, fields: ['nothing'] },
]
const read = async (
  bytes: Uint8Array<ArrayBuffer>,
  name = 'a.apkg',
  noteTypes?: NoteTypeColumns,
) => {
  const { value, issues } = await readInput([{ name, bytes, ...(noteTypes && { noteTypes }) }])
  const layout = value && recogniseLayout(value.source).value
  return { layout, codes: issues.map(({ code }) => code), source: value?.source }
}

describe('a package of Anki', () => {
  it.each([
    [1, 11],
    [2, 11],
    [3, 11],
    [2, 14],
    [3, 15],
    [3, 18],
  ] as const)(
    'in container %i with tables of version %i is a list of its notes',
    async (container, version) => {
      const bytes = packageOf(container, collectionOf(version, TYPES, NOTES))
      for (const name of ['a.apkg', 'a.colpkg', 'a.zip']) {
        const { layout, codes, source } = await read(bytes, name)
        expect(codes).toEqual([])
        expect(layout?.texts).toEqual({
          zh: '面包\n小镇\n谈判\n边界',
          en: 'bread & butter\nsmall town\nnegotiation\nborder',
        })
        expect(layout?.readings).toEqual(['miànbāo', 'xiǎozhèn', 'tánpàn', ''])
        expect(layout?.seen).toMatchObject({ kind: 'inline', header: true })
        expect(source?.kind === 'rows' && source.rows[0]).toEqual(['Hanzi', 'Sound', 'Meaning'])
      }
    },
  )

  it('says what the fields of its note types are, with what stands in them', async () => {
    const { source } = await read(packageOf(2, collectionOf(11, TYPES, NOTES)))
    const types = source?.kind === 'rows' ? source.noteTypes : undefined
    expect(types?.map(({ id, name, notes, columns }) => [id, name, notes, columns])).toEqual([
      ['11', 'Type', 3, { zh: 0, en: 2, reading: 1 }],
      ['12', 'Type', 1, { zh: 1, en: 0 }],
      ['13', 'Type', 1, null],
    ])
    expect(types?.[0]?.fields.slice(1, 3)).toEqual([
      { name: 'Sound', samples: ['miànbāo', 'xiǎozhèn', 'tánpàn'] },
      { name: 'Meaning', samples: ['bread & butter', 'small town', 'negotiation'] },
    ])
  })

  it.each<[string, NoteTypeColumns, string, string]>([
    [
      'other fields',
      { 11: { zh: 0, en: 1 }, 12: null, 13: null },
      '面包\n小镇\n谈判',
      'miànbāo\nxiǎozhèn\ntánpàn',
    ],
    ['one type alone', { 12: { zh: 1, en: 0 } }, '边界', 'border'],
    ['fields there are not', { 12: { zh: 1, en: 9 } }, '边界', ''],
  ])('is read as somebody says: %s', async (_what, chosen, zh, en) => {
    const { layout, source } = await read(
      packageOf(2, collectionOf(11, TYPES, NOTES)),
      'a.apkg',
      chosen,
    )
    expect(layout?.texts).toEqual({ zh, en })
    expect(source?.kind === 'rows' && source.noteTypes?.map(({ columns }) => columns)).toContain(
      chosen[12] ?? null,
    )
  })

  const good = collectionOf(11, TYPES, NOTES)
  it.each([
    ['of a newer Anki', packageOf(3, collectionOf(19, TYPES, NOTES)), ['ankiTooNew']],
    ['of a version nobody kept', packageOf(2, collectionOf(12, TYPES, NOTES)), ['ankiDamaged']],
    ['without notes', packageOf(2, collectionOf(11, TYPES, [])), ['empty']],
    ['cut off inside', packageOf(2, good.slice(0, 5000)), ['ankiDamaged']],
    ['that is no database', packageOf(2, new Uint8Array(9000)), ['ankiDamaged']],
    [
      'packed badly',
      new Uint8Array(zipSync({ 'collection.anki21b': rawZstd(good).slice(0, 3000) })),
      ['ankiDamaged'],
    ],
    [
      'that asks for more memory than there is',
      new Uint8Array(
        zipSync({ 'collection.anki21b': Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0, 0xf8, 1, 0, 0) }),
      ),
      ['zipTooLarge'],
    ],
    [
      'that unpacks to far more than it is',
      new Uint8Array(zipSync({ 'collection.anki2': new Uint8Array(9_000_000) })),
      ['zipTooLarge'],
    ],
  ])('%s is refused by its name', async (_what, bytes, codes) => {
    const { source, codes: found } = await read(bytes)
    expect(source).toBeUndefined()
    expect(found).toEqual(codes)
  })
})
