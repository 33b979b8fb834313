import { expect, test } from 'vitest'
import { remembered } from '../../../src/domain/dictionary/remembered.ts'
import { loadDictionary } from '../../../src/cli/dictionary.ts'

test('says what the dictionary says, and decodes a word once', async () => {
  const dictionary = await loadDictionary('full')
  const asked: string[] = []
  const known = remembered({
    ...dictionary,
    entries: (word) => {
      asked.push(word)
      return dictionary.entries(word)
    },
  })
  for (const word of ['停火', '停火', '没有这个词', '没有这个词']) {
    expect(known.entries(word)).toEqual(dictionary.entries(word))
    expect(known.levelZh(word)).toEqual(dictionary.levelZh(word))
    expect(known.simplifiedForms(word)).toEqual(dictionary.simplifiedForms(word))
  }
  expect(asked).toEqual(['停火', '没有这个词'])
})
