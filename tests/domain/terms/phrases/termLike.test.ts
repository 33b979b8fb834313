import { beforeAll, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { likeness } from '../../../../src/domain/terms/phrases/termLike.ts'
import { enWordsOf, zhWordsOf } from '../../../../src/domain/terms/words/words.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

it.each([
  ['情报共享', 'intelligence sharing', 'term'],
  ['防洪闸', 'flood gates', 'term'],
  ['停火的代价', 'price of a ceasefire', 'clause'],
  ['宣布罢工', 'announced a strike', 'clause'],
  ['闩上门', 'bolt the door', 'clause'],
  ['画蛇添足协议', 'superfluous agreement', 'neither'],
])('%s, %s: %s', (zh, en, expected) => {
  const words = enWordsOf(`They saw ${en}`, { start: 0, end: 9 + en.length })
  const around = { before: words[1], after: undefined, inOrder: true }
  expect(
    likeness(
      zhWordsOf(zh, { start: 0, end: zh.length }, dictionary),
      words.slice(2),
      around,
      dictionary,
    ),
  ).toBe(expected)
})
