import { beforeAll, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { pinyinPlaces, syllablesOf } from '../../../../src/domain/terms/names/pinyinNames.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

it('finds hanzi whose readings spell a name', () => {
  const text = '他住在回龙观附近'
  expect(pinyinPlaces(text, { start: 0, end: text.length }, 'Huilongguan', dictionary)).toEqual([
    { start: 3, end: 6 },
  ])
  expect(pinyinPlaces(text, { start: 0, end: text.length }, 'London', dictionary)).toEqual([])
})

it('knows all readings of a hanzi', () => {
  expect(syllablesOf('行', dictionary)).toEqual(expect.arrayContaining(['xing', 'hang']))
})
