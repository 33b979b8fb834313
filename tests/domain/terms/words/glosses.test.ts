import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { glossesOf } from '../../../../src/domain/terms/words/glosses.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

describe('the glosses of a headword', () => {
  it('weigh a word by its share of the gloss', () => {
    const { lemmas, verbal } = glossesOf('停火', dictionary)
    expect(lemmas.get('ceasefire')).toBe(1)
    expect(verbal).toBeGreaterThan(0)
  })

  it('mark sayings, and nothing else', () => {
    expect(glossesOf('一举两得', dictionary).idiom).toBe(true)
    expect(glossesOf('高速公路', dictionary).idiom).toBe(false)
  })

  it('show coarse meanings last', () => {
    const { meanings } = glossesOf('鸡', dictionary)
    expect(meanings.findIndex((one) => one.includes('slang'))).toBe(meanings.length - 1)
  })

  it('follow a reference where there is nothing else', () => {
    expect(glossesOf('快点儿', dictionary).meanings.join()).toMatch(/hurry/i)
  })

  it('say what stands in brackets, too', () => {
    expect(glossesOf('体温', dictionary).fuller).toContainEqual(['body', 'temperature'])
  })

  it('hold what our own dictionary of English says, which is not shown', () => {
    const { lemmas, meanings } = glossesOf('遵守', dictionary)
    expect(lemmas.get('observe')).toBeCloseTo(0.95)
    expect(meanings.join()).not.toContain('observe')
    expect(glossesOf('拒绝', dictionary).phrases).toContainEqual(['turn', 'down'])
  })

  it('hold it for traditional hanzi, too', () => {
    expect(glossesOf('顯示', dictionary).lemmas.get('display')).toBe(
      glossesOf('显示', dictionary).lemmas.get('display'),
    )
  })

  it('are empty for what the dictionary lacks', () => {
    expect(glossesOf('朗斯河', dictionary).meanings).toEqual([])
  })
})
