import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MAX_MATCHES, openHeadwordIndex } from '../../../src/domain/dictionary/headwordIndex.ts'

function index(words: readonly string[]) {
  const starts = new Uint32Array(words.length + 1)
  words.forEach((word, i) => {
    starts[i + 1] = starts[i]! + word.length
  })
  const text = words.join('')
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
  return openHeadwordIndex(units, starts)
}

const word = fc.string({
  unit: fc.constantFrom('a', 'b', '中', '国', '\ud840', '\udc00', '\uffff'),
  minLength: 1,
  maxLength: 5,
})

it('finds every word and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), fc.array(word), (list, others) => {
      const words = list.toSorted()
      const opened = index(words)
      words.forEach((one, position) => {
        expect(opened.find(one)).toBe(position)
        expect(opened.word(position)).toBe(one)
      })
      for (const other of others) expect(opened.find(other)).toBe(words.indexOf(other))
      expect(opened.find('')).toBe(-1)
    }),
    { seed: 1, numRuns: 200 },
  )
})

it('walks every word that starts at a place, shortest first', () => {
  const ends = new Int32Array(MAX_MATCHES)
  const positions = new Int32Array(MAX_MATCHES)
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 60 }),
      fc.array(word, { maxLength: 8 }),
      (list, parts) => {
        const words = list.toSorted()
        const opened = index(words)
        const text = parts.join('')
        for (let at = 0; at <= text.length; at++) {
          const count = opened.walk(text, at, ends, positions)
          const found = Array.from({ length: count }, (_, i) => [ends[i], words[positions[i]!]])
          const expected = words
            .filter((one) => text.startsWith(one, at))
            .toSorted((a, b) => a.length - b.length)
            .map((one) => [at + one.length, one])
          expect(found).toEqual(expected)
        }
      },
    ),
    { seed: 2, numRuns: 200 },
  )
})
