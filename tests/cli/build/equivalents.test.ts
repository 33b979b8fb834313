import { expect, it } from 'vitest'
import { readEquivalents, writtenForms } from '../../../src/cli/build/equivalents.ts'

it.each([
  ['遵守；庆祝（节日）', ['遵守', '庆祝']],
  ['被遗弃；废弃的', ['被遗弃', '废弃的', '废弃']],
  ['好的', ['好的']],
  ['大约…；…左右', ['大约', '左右']],
  ['像…一样；T恤；', []],
  ['', []],
])('%j stands in a text as %j', (cell, forms) => {
  expect([...writtenForms(cell)]).toEqual(forms)
})

it('has the headwords and phrases that a Chinese word explains', async () => {
  const equivalents = await readEquivalents()
  expect(equivalents.get('遵守')).toContain('observe')
  expect(equivalents.get('拒绝')).toContain('turn down')
})
