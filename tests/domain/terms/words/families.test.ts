import { expect, it } from 'vitest'
import { sameFamily } from '../../../../src/domain/terms/words/families.ts'

it.each([
  ['invade', 'invasion', true],
  ['deter', 'deterrence', true],
  ['propose', 'proposal', true],
  ['reserve', 'resist', false],
  ['state', 'station', true],
  ['bank', 'bark', false],
])('%s and %s are one family: %s', (a, b, expected) => {
  expect(sameFamily(a, b)).toBe(expected)
  expect(sameFamily(b, a)).toBe(expected)
})
