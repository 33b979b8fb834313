import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import { readingOf } from '../../../src/domain/terms/reading.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

const word = (text: string) => ({ text, name: false })
const name = (text: string) => ({ text, name: true })

describe('the reading of a headword', () => {
  it.each([
    ['is the dictionary’s for a word it has', [word('银行')], 'yin2 hang2'],
    ['is put together word by word', [word('情报'), word('银行')], 'qing2 bao4 yin2 hang2'],
    ['takes hanzi of a name as names are read', [name('柏娃')], 'bo2 wa2'],
    ['is the word’s own when the dictionary has the name', [name('朴槿惠')], 'piao2 jin3 hui4'],
    ['passes over dots and Latin letters', [name('安·B·李')], 'an1 li3'],
    ['is empty for nothing', [], ''],
  ])('%s', (_, words, expected) => {
    expect(readingOf(words, dictionary, '')).toBe(expected)
  })
})
