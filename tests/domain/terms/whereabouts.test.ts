import { beforeAll, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import { placesOf } from '../../../src/domain/terms/whereabouts.ts'
import { boardOf } from './board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

it('finds every place of a headword, whole words only', () => {
  const text = '停火前谈停火线，停火后不谈。'
  const { zh, en } = boardOf(text, 'Ceasefire talks, ceasefire lines.', dictionary)
  const places = placesOf(new Set(['停火']), [{ zh, en, names: [] }], 'zh')
  expect(places.get('停火')?.map(({ start }) => start)).toEqual(expect.arrayContaining([0, 8]))
})

it('finds English by its lemmas', () => {
  const { zh, en } = boardOf('停火。', 'Air strikes and an air strike.', dictionary)
  const places = placesOf(new Set(['air strike']), [{ zh, en, names: [] }], 'en')
  expect(places.get('air strike')?.map(({ start }) => start)).toEqual([0, 19])
})
