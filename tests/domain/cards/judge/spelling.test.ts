import { expect, it } from 'vitest'
import { spelledParts } from '../../../../src/domain/cards/judge/spelling.ts'

/** With wrong pieces in brackets. */
const marked = (typed: string, word: string): string =>
  spelledParts(typed, word)
    .map(({ text, isWrong }) => (isWrong ? `[${text}]` : text))
    .join('')

it.each([
  ['receive', 'receive', 'receive'],
  ['recieve', 'receive', 'rec[ie]ve'],
  ['acomodation', 'accommodation', 'a[_]co[_]modation'],
  ['untill', 'until', 'unti[l]l'],
  ['Neihbour', 'neighbour', 'Nei[_]hbour'],
  ['landlordd', 'landlord', 'landlor[d]d'],
  ['', 'cat', '[___]'],
  ['cat', '', '[cat]'],
  ['i̇stanbul 😀', 'istanbul 😀', 'i[̇]stanbul 😀'],
])('%j for %j: %s', (typed, word, parts) => {
  expect(marked(typed, word)).toBe(parts)
})

it('compares no essays letter by letter', () => {
  const essay = 'a'.repeat(5_000)
  expect(spelledParts(essay, 'b')).toEqual([{ text: essay, isWrong: false }])
})
