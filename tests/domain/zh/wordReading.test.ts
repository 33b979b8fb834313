import { expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { wordReadings } from '../../../src/domain/zh/wordReading.ts'

const dictionary = await loadDictionary('full')

it.each([
  ['停火', ['ting2 huo3']],
  ['北京', ['bei3 jing1']],
  ['行', ['xing2', 'hang2', 'heng2']],
  ['結果', ['jie2 guo3', 'jie1 guo3']],
  ['AA制', ['  zhi4']],
  ['T恤', ['t xu4']],
  ['没有这个词', []],
])('%s: %j', (word, readings) => {
  const found = wordReadings(word, dictionary).map((syllables) => syllables.join(' '))
  expect(found.toSorted()).toEqual([...readings].toSorted())
})

it('puts names and variants last', () => {
  expect(wordReadings('和', dictionary)[0]).toEqual(['he2'])
  expect(wordReadings('明朝', dictionary)[0]).toEqual(['ming2', 'chao2'])
})
