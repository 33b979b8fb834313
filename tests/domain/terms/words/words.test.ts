import { beforeAll, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { enWordsOf, isProper, zhWordsOf } from '../../../../src/domain/terms/words/words.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

const zh = (text: string) =>
  zhWordsOf(text, { start: 0, end: text.length }, dictionary).map((word) => word.text)
const en = (text: string) => enWordsOf(text, { start: 0, end: text.length })

it.each([
  ['安全理事会开会', '安全理事会'],
  ['牛仔队赢了', '牛仔队'],
  ['警察局长辞职', '警察局长'],
  ['流行病学家说', '流行病学家'],
])('%s holds the word %s', (text, word) => {
  expect(zh(text)).toContain(word)
})

it('forms of mine, last and second are words of their own', () => {
  expect(
    en('mining and lasting peace')
      .filter((word) => word.content)
      .map((word) => word.text),
  ).toEqual(['mining', 'lasting', 'peace'])
})

it('a capital inside a sentence is proper', () => {
  expect(
    en('Peace in Geneva')
      .filter(isProper)
      .map((word) => word.text),
  ).toEqual(['Geneva'])
})
