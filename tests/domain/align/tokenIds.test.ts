import { expect, test } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { indexBitext } from '../../../src/domain/align/tokenIds.ts'

test('what has more clauses than a sentence is taken in as many parts as one has at most', async () => {
  const dictionary = await loadDictionary('core')
  const many = '他来，'.repeat(300)
  const task = indexBitext(
    ['他来，我走。', many],
    ['He comes, I go.', 'He, '.repeat(90)],
    dictionary,
  )
  let step = task.next()
  while (step.done !== true) step = task.next()
  const { clauseTexts, firstClause, clauses } = step.value
  expect([...firstClause.zh]).toEqual([0, 2, 2 + 38])
  expect(clauseTexts.zh.slice(0, 2)).toEqual(['他来，', '我走。'])
  expect(clauseTexts.zh.slice(2).join('')).toBe(many)
  expect(clauses.zh.start.length).toBe(clauseTexts.zh.length + 1)
  expect(firstClause.en.at(-1)! - firstClause.en[1]!).toBeLessThanOrEqual(40)
})
