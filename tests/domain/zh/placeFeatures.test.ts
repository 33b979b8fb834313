import { expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { tokenizeZh } from '../../../src/domain/text/tokenizeZh.ts'
import { neighbourClass, placeClass, placeFeatures } from '../../../src/domain/zh/placeFeatures.ts'
import { readingText } from '../../../src/domain/zh/readingText.ts'

const dictionary = await loadDictionary('full')

function featuresOf(text: string, at: number): readonly string[] {
  const tokens = tokenizeZh(text, dictionary)
  const token = tokens.findIndex(({ start, end }) => start <= at && at < end)
  return placeFeatures(readingText(text, tokens, dictionary), token, at, dictionary)
}

it.each([
  [undefined, '#'],
  ['5', '0'],
  ['５', '0'],
  ['b', 'a'],
  ['，', ','],
  [' ', ','],
  ['中', '中'],
  ['〇', '〇'],
])('a neighbour %s counts as %s', (character, kind) => {
  expect(neighbourClass(character)).toBe(kind)
})

it('tells places in a word', () => {
  const places = [placeClass(true, true), placeClass(true, false), placeClass(false, false)]
  expect([...places, placeClass(false, true)].join('')).toBe('afml')
})

it('sees the hanzi, the words and their parts of speech on both sides', () => {
  expect(featuresOf('他还钱了。', 1)).toEqual(
    expect.arrayContaining(['3他', '4钱', '5了', 'L他', 'R钱', 'pa', 'cP', 'Cn', 'ePn', '~钱']),
  )
})

it('sees the word a hanzi is part of, and nothing beside it inside that word', () => {
  const features = featuresOf('他当过船长。', 4)
  expect(features).toEqual(expect.arrayContaining(['W船长', 'pl', 'c_', 'C#']))
})

it('knows a noun by what counts it', () => {
  expect(featuresOf('还书', 0)).toContain('K本')
})

it('sees the same in traditional text', () => {
  expect(featuresOf('他還錢了。', 1)).toEqual(featuresOf('他还钱了。', 1))
})
