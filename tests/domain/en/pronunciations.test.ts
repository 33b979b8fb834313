import { describe, expect, it } from 'vitest'
import { loadPronunciations } from '../../../src/cli/build/compilePronunciations.ts'
import { encodePronunciations, openPronunciations } from '../../../src/domain/en/pronunciations.ts'

const all = await loadPronunciations()

describe('what a word sounds like', () => {
  it.each([
    ['agreement', 'əˈɡrimənt'],
    ['Agreements', 'əˈɡrimənts'],
    ['said', 'sɛd'],
    ['warnings', 'ˈwɔrnɪŋz'],
    ['colonel', 'ˈkɝnəl'],
    ['organised', 'ˈɔrɡəˌnaɪzd'],
    ['favourite', 'ˈfeɪvɚɪt'],
    ['cease-fire', 'ˈsisˌfaɪɚ'],
    ['well-known', 'wɛl noʊn'],
    ['intelligence sharing', 'ɪnˈtɛlədʒəns ˈʃɛrɪŋ'],
    ['“peace”,', 'pis'],
    ['women’s', 'ˈwɪmənz'],
    ['Washington', 'ˈwɑʃɪŋtən'],
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
    expect(['pea', 'peace', 'zoo', 'zo'].map(opened.ipa)).toEqual(['pi', 'pis', 'zu', ''])
  })

  it('is refused when it is something else', () => {
    expect(() => openPronunciations(new Uint8Array(20))).toThrow(RangeError)
  })
})
