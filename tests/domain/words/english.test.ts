import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { openDictionary } from '../../../src/domain/dictionary/cedict.ts'
import type { DictionaryEntry } from '../../../src/domain/dictionary/dictionary.ts'
import { encodeDictionary } from '../../../src/domain/dictionary/encode.ts'
import { encodeEnglish, withEnglish } from '../../../src/domain/words/english.ts'

const full = await loadDictionary('full')
const core = await loadDictionary('core')

const found = (phrase: string, limit = 8): readonly string[] =>
  full.findEnglish(phrase, limit).map((entry) => entry.simplified)

describe('from English', () => {
  it.each([
    ['ceasefire', '停火'],
    ['cease-fire', '停火'],
    ['Agreements', '协议'],
    ['to denounce', '谴责'],
    ['peace', '和平'],
    ['drone', '无人机'],
    ['crown prince', '王储'],
    ['secretary of state', '国务卿'],
    ['national security', '国家安全'],
    ['it takes two to tango', '一个巴掌拍不响'],
    ['Russia', '俄罗斯'],
  ])('%s leads to %s', (phrase, word) => {
    expect(found(phrase)).toContain(word)
  })

  it('puts a word that means it before one that mentions it, and a common one before a rare one', () => {
    expect(found('ceasefire', 1)).toEqual(['停火'])
    expect(found('run', 1)).toEqual(['跑'])
    expect(found('minerals', 1)).toEqual(['矿产'])
  })

  it('gives only the entries that mention it, and no more than asked for', () => {
    const entries = full.findEnglish('ceasefire', 3)
    expect(entries.length).toBeLessThanOrEqual(3)
    for (const { glosses } of entries) expect(glosses.join('/')).toMatch(/cease-?fire/)
    expect(full.findEnglish('person', 5)).toHaveLength(5)
  })

  it.each(['xyzzy', 'the', '', '   ', '停火'])('finds nothing for "%s"', (phrase) => {
    expect(found(phrase)).toEqual([])
  })
})

describe('the index', () => {
  const entries: readonly DictionaryEntry[] = [
    { simplified: '甲', traditional: '甲', reading: 'jia3', glosses: ['first', 'armor'] },
    {
      simplified: '乙',
      traditional: '乙',
      reading: 'yi3',
      glosses: ['second; twin sister', 'CL:甲[jia3]'],
    },
    {
      simplified: '丙',
      traditional: '丙',
      reading: 'bing3',
      glosses: ['variant of 甲[jia3]', 'sister'],
    },
  ]
  const small = openDictionary(
    encodeDictionary({
      tier: 'full',
      date: '',
      entries,
      frequency: () => 200,
      hsk: new Map(),
      cefr: new Map(),
    }),
  )

  it('prefers the whole gloss and leaves references out', () => {
    const dictionary = withEnglish(small, encodeEnglish(entries))
    const words = (phrase: string) =>
      dictionary.findEnglish(phrase, 9).map((entry) => entry.simplified)
    expect(words('sisters')).toEqual(['丙', '乙'])
    expect(words('twin sister')).toEqual(['乙'])
    expect(words('armor')).toEqual(['甲'])
    expect(words('variant')).toEqual([])
  })

  it('says which English words a Chinese one explains', () => {
    const equivalents = new Map([['遵守', ['observe', 'comply with']]])
    const dictionary = withEnglish(small, encodeEnglish(entries, equivalents))
    expect(dictionary.equivalents('遵守')).toEqual(['observe', 'comply with'])
    expect(dictionary.equivalents('甲')).toEqual([])
    expect(small.equivalents('遵守')).toEqual([])
  })

  it('is refused beside another dictionary', () => {
    expect(() => withEnglish(core, encodeEnglish(entries))).toThrow(RangeError)
  })

  it('is what findEnglish needs', () => {
    expect(core.findEnglish('peace', 3)).toEqual([])
  })
})
