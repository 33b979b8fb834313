import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Deck } from '../../src/domain/model.ts'
import { looksLikeDeck, readDeck, writeDeck } from '../../src/formats/deckFile.ts'
import { fitsSchema } from './jsonSchema.ts'

const DECK: Deck = {
  format: 'duizhao-deck',
  version: 1,
  id: 'a-deck',
  revision: 2,
  title: { zh: '面包', en: 'Bread' },
  level: '',
  provenance: { source: '', author: 'a', translator: '', date: '', licence: '' },
  beads: [
    { paragraph: true, zh: '天亮了。', en: 'It is "light".' },
    { zh: '', en: 'Alone.', confidence: 0.5 },
  ],
  terms: [{ zh: '天', en: 'it', reading: 'tian1', gloss: ['sky', 'day'], kind: 'word' }],
}
const folder = resolve(import.meta.dirname, '../../decks')
const schema: unknown = JSON.parse(readFileSync(resolve(folder, 'deck.schema.json'), 'utf8'))

/** The deck as JSON with the value at a path replaced, or removed when it is undefined. */
function changed(path: string, value: unknown): string {
  const copy: unknown = JSON.parse(JSON.stringify(DECK))
  const keys = path.split('.')
  let parent = copy as Record<string, unknown>
  for (const key of keys.slice(0, -1)) parent = parent[key] as Record<string, unknown>
  parent[keys.at(-1)!] = value
  return JSON.stringify(copy)
}

/** Each row: the path, a value that must not stand there, and the place the reader names. */
const FLAWS: readonly [path: string, value: unknown, place: string][] = [
  ['version', undefined, 'version'],
  ['version', '1', 'version'],
  ['version', 0, 'version'],
  ['id', undefined, 'id'],
  ['id', '  ', 'id'],
  ['id', 7, 'id'],
  ['revision', 0, 'revision'],
  ['revision', 1.5, 'revision'],
  ['title', undefined, 'title'],
  ['title', ['面包', 'Bread'], 'title'],
  ['title.en', undefined, 'title.en'],
  ['level', 3, 'level'],
  ['provenance', null, 'provenance'],
  ['provenance.licence', undefined, 'provenance.licence'],
  ['beads', undefined, 'beads'],
  ['beads', [], 'beads'],
  ['beads', {}, 'beads'],
  ['beads.0', null, 'beads[0]'],
  ['beads.1.zh', undefined, 'beads[1].zh'],
  ['beads.1.en', ' ', 'beads[1].zh'],
  ['beads.0.paragraph', false, 'beads[0].paragraph'],
  ['beads.1.confidence', 1.1, 'beads[1].confidence'],
  ['beads.1.confidence', '1', 'beads[1].confidence'],
  ['terms', undefined, 'terms'],
  ['terms.0', 'term', 'terms[0]'],
  ['terms.0.zh', '', 'terms[0].zh'],
  ['terms.0.en', null, 'terms[0].en'],
  ['terms.0.reading', undefined, 'terms[0].reading'],
  ['terms.0.gloss', 'sky', 'terms[0].gloss'],
  ['terms.0.gloss.1', 5, 'terms[0].gloss[1]'],
  ['terms.0.kind', 'verb', 'terms[0].kind'],
]

/** Changes that leave a deck a deck. */
const FINE: readonly [path: string, value: unknown][] = [
  ['terms', []],
  ['level', 'HSK 3'],
  ['note', 'unknown fields are nobody’s harm'],
  ['beads.0.note', 1],
  ['beads.1.confidence', 0],
  ['beads.0.paragraph', undefined],
  ['terms.0.gloss', []],
  ['title.zh', ''],
]

describe('readDeck', () => {
  it('reads what writeDeck wrote', () => {
    expect(readDeck(writeDeck(DECK))).toEqual({ value: DECK, issues: [] })
  })

  it.each(FLAWS)('names the place when %s is %j', (path, value, place) => {
    const text = changed(path, value)
    expect(readDeck(text)).toEqual({
      value: null,
      issues: [{ code: 'deckFieldMissing', found: place }],
    })
    expect(fitsSchema(JSON.parse(text), schema)).toBe(false)
  })

  it.each(FINE)('reads a deck in which %s is %j', (path, value) => {
    const text = changed(path, value)
    expect(readDeck(text).issues).toEqual([])
    expect(fitsSchema(JSON.parse(text), schema)).toBe(true)
  })

  it('leaves out fields it does not know', () => {
    expect(readDeck(changed('history', [1])).value).toEqual(DECK)
    expect(readDeck(changed('beads.0.__proto__', { x: 1 })).value).toEqual(DECK)
  })

  it('names every flaw', () => {
    const { issues } = readDeck('{"format":"duizhao-deck","version":1}')
    expect(issues.map(({ found }) => found)).toEqual([
      'id',
      'revision',
      'title',
      'level',
      'provenance',
      'beads',
      'terms',
    ])
  })

  it('names the version of a deck that is too new', () => {
    const issues = [{ code: 'deckTooNew', found: '2' }]
    expect(readDeck(changed('version', 2))).toEqual({ value: null, issues })
  })

  it.each(['', '{', 'null', '[]', '7', '{}', '{"format":"anki"}', '停火', '\u0000'])(
    'sees that %j is no deck',
    (text) => {
      expect(readDeck(text)).toEqual({ value: null, issues: [{ code: 'notADeck' }] })
    },
  )

  it('replaces halves of surrogate pairs', () => {
    expect(readDeck(changed('beads.0.zh', '天\ud800')).value?.beads[0]?.zh).toBe('天\ufffd')
  })
})

describe('writeDeck', () => {
  it('puts a bead and a term on each line', () => {
    expect(writeDeck(DECK).split('\n')).toContain(
      '    { "zh": "", "en": "Alone.", "confidence": 0.5 }',
    )
    expect(writeDeck({ ...DECK, terms: [] })).toContain('"terms": []\n}\n')
  })

  it('is recognised', () => {
    expect(looksLikeDeck(writeDeck(DECK))).toBe(true)
    expect(looksLikeDeck('{ "format": "other" }')).toBe(false)
  })
})

describe('the starter decks', () => {
  const files = readdirSync(folder).filter((file) => /^(?!index|deck\.schema).*\.json$/.test(file))

  it.each(files)('%s is a deck, written as writeDeck writes it', (file) => {
    const text = readFileSync(resolve(folder, file), 'utf8')
    const { value, issues } = readDeck(text)
    expect(issues).toEqual([])
    expect(fitsSchema(JSON.parse(text), schema)).toBe(true)
    expect(value && writeDeck(value)).toBe(text)
  })
})
