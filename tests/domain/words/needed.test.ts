import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import { focusWords } from '../../../src/domain/words/needed.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('core')
}, 60_000)

const keys = (text: string, side: 'zh' | 'en') =>
  focusWords({ text, headword: '' }, side, dictionary).words.map(({ key }) => key)

describe('focusWords', () => {
  it('gives each word once, without numbers and marks', () => {
    expect(keys('停火3天，停火！', 'zh')).toEqual(['停火', '天'])
    expect(keys('They talked, and talked again.', 'en')).toEqual(['they', 'talk', 'and', 'again'])
  })

  it('says the level of each', () => {
    const { words } = focusWords({ text: '我们学习。', headword: '' }, 'zh', dictionary)
    expect(words.find(({ key }) => key === '学习')?.level.hsk2021).toBe(1)
  })

  it('finds a rarer word rarer', () => {
    const rarity = (headword: string) => focusWords({ text: '', headword }, 'zh', dictionary).rarity
    expect(rarity('我们')).toBeLessThan(rarity('停火'))
    expect(rarity('停火')).toBeLessThanOrEqual(9)
  })

  it('finds an English word of a higher level rarer, one of no level rarest', () => {
    const rarity = (headword: string) => focusWords({ text: '', headword }, 'en', dictionary).rarity
    expect(rarity('house')).toBeLessThan(rarity('negotiate'))
    expect(rarity('zyzzyva')).toBe(9)
  })

  it('goes by the rarest word of a sentence', () => {
    const whole = focusWords({ text: '我们停火。', headword: '' }, 'zh', dictionary)
    expect(whole.rarity).toBe(focusWords({ text: '', headword: '停火' }, 'zh', dictionary).rarity)
  })
})
