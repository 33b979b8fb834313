import { expect, it } from 'vitest'
import { isDemonym } from '../../../../src/domain/terms/words/demonyms.ts'

it.each([
  ['norway', 'norwegian', true],
  ['dutch', 'netherlands', true],
  ['norway', 'danish', false],
  ['russia', 'russia', false],
])('%s and %s: %s', (a, b, expected) => {
  expect(isDemonym(a, b)).toBe(expected)
})
