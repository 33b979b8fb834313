import { describe, expect, it } from 'vitest'
import { keyness, ladder, rarity, type KeynessInput } from '../../../src/domain/terms/keyness.ts'

const word: KeynessInput = {
  strength: 1,
  count: 1,
  logFrequencies: [-4.2],
  level: {},
  learning: 'zh',
  listed: true,
  name: false,
  composed: false,
}

describe('keyness', () => {
  it('is strength · (1 + 0.22·log₂ count) · difficulty', () => {
    // Rarity is (4.2 − 3) / 2.4 = ½, the ladders 1 without a level.
    const difficulty = 0.05 + 0.5 / 2 + 0.3 + 0.45
    expect(keyness(word)).toBeCloseTo(difficulty, 10)
    expect(keyness({ ...word, count: 4 })).toBeCloseTo(difficulty * 1.44, 10)
    expect(keyness({ ...word, strength: 0.5 })).toBeCloseTo(difficulty / 2, 10)
  })

  it.each([
    ['rare words', { logFrequencies: [-5.4] }],
    ['words met again', { count: 3 }],
    ['names', { name: true }],
  ] as const)('is more for %s', (_, more) => {
    expect(keyness({ ...word, ...more })).toBeGreaterThan(keyness(word))
  })

  it.each([
    ['common words', { logFrequencies: [-3] }],
    ['words of the first levels', { level: { hsk2021: 1 } }],
    ['words of a meaning met early', { level: { cefr: 'A1' } }],
    ['free phrases of words that stand elsewhere', { composed: true }],
  ] as const)('is less for %s', (_, less) => {
    expect(keyness({ ...word, ...less })).toBeLessThan(keyness(word))
  })

  it('takes no English word of the first years for rare because its counterpart is', () => {
    const met = { ...word, learning: 'en', level: { cefr: 'A1' }, logFrequencies: [-5.4] } as const
    expect(keyness(met)).toBeCloseTo(0.3 + (0.2 + 0) / 2, 10)
    expect(keyness({ ...met, level: {} })).toBeCloseTo(0.3 + (1 + 1) / 2, 10)
  })

  it('is less for a name everybody knows', () => {
    const name = { ...word, name: true }
    expect(keyness({ ...name, logFrequencies: [-3.5] })).toBeLessThan(keyness(name))
  })
})

describe('its parts', () => {
  it('rarity goes from 0 at one word in a thousand to 1 at four in a million', () => {
    expect([-2, -3, -4.2, -5.4, -8].map((value) => rarity([value]))).toEqual([
      0,
      0,
      expect.closeTo(0.5, 10),
      1,
      1,
    ])
    expect(rarity([])).toBe(1)
  })

  it('the ladder is that of the language learnt', () => {
    const level = { hsk2021: 4, cefr: 'A1' } as const
    expect(ladder({ level, learning: 'zh' })).toBe(0.5)
    expect(ladder({ level, learning: 'en' })).toBe(0)
    expect(ladder({ level: {}, learning: 'en' })).toBe(1)
    expect(ladder({ level: { hsk2: 6 }, learning: 'zh' })).toBeCloseTo(5 / 6, 10)
  })
})
