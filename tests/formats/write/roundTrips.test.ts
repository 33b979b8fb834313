import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Deck, type DeckBead, type DeckTerm, TERM_KINDS } from '../../../src/domain/model.ts'
import { readInput } from '../../../src/formats/readInput.ts'
import { type DeckWriter, WRITERS } from '../../../src/formats/write/table.ts'

/** Letters that some format has a use for, among those that none has. */
const PIECES = [
  ...['停火', '“你好”', '。', '，', '𠮷', 'ceasefire', 'İ', 'é', '😀', '0', ' ', '　', '…'],
  ...['"', '""', "'", ',', ';', '\t', '\n', '\r\n', '\r', '|', '/', ' / ', '\\', '#', '//'],
  ...['=', '+', '-', '@', '＝', '&', '&amp;', '<b>', '</seg>', ']]>', '<!--', '=cmd|x!A1', "'="],
  ...['Chinese', 'sentence', 'title', '\u200b', '\u2028', '{', '[', '&#13;'],
]
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((all) => all.join(''))
const filled = text.map((found) => `${found}火`)
const bead: fc.Arbitrary<DeckBead> = fc
  .record(
    {
      paragraph: fc.constant(true as const),
      zh: filled,
      en: text,
      confidence: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
    },
    { requiredKeys: ['zh', 'en'] },
  )
  .chain((one) => fc.constantFrom(one, { ...one, zh: one.en, en: one.zh }))
const term: fc.Arbitrary<DeckTerm> = fc.record(
  {
    zh: filled,
    en: text,
    headword: filled,
    reading: text,
    gloss: fc.array(filled, { maxLength: 3 }),
    kind: fc.constantFrom(...TERM_KINDS),
  },
  { requiredKeys: ['zh', 'en', 'reading', 'gloss', 'kind'] },
)
const deck: fc.Arbitrary<Deck> = fc.record({
  format: fc.constant('duizhao-deck' as const),
  version: fc.constant(1 as const),
  id: filled,
  revision: fc.integer({ min: 1, max: 99 }),
  title: fc.record({ zh: text, en: text }),
  level: text,
  provenance: fc.record({
    source: text,
    author: text,
    translator: text,
    date: text,
    licence: text,
  }),
  beads: fc.array(bead, { minLength: 1, maxLength: 4 }),
  terms: fc.array(term, { maxLength: 3 }),
})

const ofDecks = WRITERS.filter((writer): writer is DeckWriter => writer.of === 'deck')

describe.each(ofDecks)('a deck written as $id', ({ ending, write }) => {
  it('is read back as the same deck, whatever stands in it', async () => {
    const property = fc.asyncProperty(deck, async (one) => {
      const bytes = new TextEncoder().encode(write(one))
      const { value, issues } = await readInput([{ name: `x${ending}`, bytes }])
      expect(issues).toEqual([])
      expect(value?.source).toEqual({ kind: 'deck', deck: one })
    })
    await fc.assert(property, { numRuns: 150, seed: 7 })
  })
})
