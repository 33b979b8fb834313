import { describe, expect, it } from 'vitest'
import { loadPronunciations } from '../../../src/cli/build/compilePronunciations.ts'
import { encodePronunciations, openPronunciations } from '../../../src/domain/en/pronunciations.ts'

const all = await loadPronunciations()

describe('what a word sounds like', () => {
  it.each([
    ['agreement', 'əˈɡriːmənt'],
    ['Agreements', 'əˈɡriːmənts'],
    ['said', 'sɛd'],
    ['warnings', 'ˈwɔːrnɪŋz'],
    ['colonel', 'ˈkɝːnəl'],
    ['organised', 'ˈɔːrɡəˌnaɪzd'],
    ['favourite', 'ˈfeɪvɚɪt'],
    ['cease-fire', 'ˈsiːsˌfaɪɚ'],
    ['well-known', 'wɛl noʊn'],
    ['intelligence sharing', 'ɪnˈtɛlədʒəns ˈʃɛrɪŋ'],
    ['“peace”,', 'piːs'],
    ['women’s', 'ˈwɪmənz'],
    ['Washington', 'ˈwɑːʃɪŋtən'],
  ])('%s', (phrase, ipa) => {
    expect(all.ipa(phrase)).toBe(ipa)
  })

  it('is not guessed: a phrase with an unknown word or a figure has none', () => {
    expect(all.ipa('Zelenskyyy')).toBe('')
    expect(all.ipa('30 days')).toBe('')
    expect(all.ipa('blorf agreement')).toBe('')
  })
})

describe('the compiled file', () => {
  it('gives back every word it was made of', () => {
    const words = new Map([
      ['peace', 'P IY1 S'],
      ['pea', 'P IY1'],
      ['zoo', 'Z UW1'],
    ])
    const opened = openPronunciations(encodePronunciations(words))
    expect(opened.size).toBe(3)
    expect(['pea', 'peace', 'zoo', 'zo'].map(opened.ipa)).toEqual(['piː', 'piːs', 'zuː', ''])
  })

  it('is refused when it is something else', () => {
    expect(() => openPronunciations(new Uint8Array(20))).toThrow(RangeError)
  })
})
