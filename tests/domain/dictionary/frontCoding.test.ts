import { expect, it } from 'vitest'
import { frontCode, openFrontCoded } from '../../../src/domain/dictionary/frontCoding.ts'

it('writes down only what a word does not share with the one before', () => {
  expect(frontCode(['pea', 'peace', 'zoo'])).toEqual(['!pea', '$ce', '!zoo'])
})

it('finds every word again', () => {
  const words = ['a', 'ab', 'abc', 'b', 'bac']
  const index = openFrontCoded(frontCode(words))
  expect(words.map((_, i) => index.word(i))).toEqual(words)
  expect(words.map((word) => index.find(word))).toEqual([0, 1, 2, 3, 4])
  expect(index.find('ba')).toBe(-1)
})
