import { describe, expect, it } from 'vitest'
import { tokenizeEn } from '../../../src/domain/text/tokenizeEn.ts'

const norms = (text: string) => tokenizeEn(text).map((token) => token.norm)
const kinds = (text: string) => tokenizeEn(text).map((token) => token.kind)

describe('tokenizeEn', () => {
  it.each([
    ['The Ferry left.', ['the', 'ferry', 'left']],
    [
      'Don’t go, they won’t mind; I can’t.',
      ['do', 'not', 'go', 'they', 'will', 'not', 'mind', 'i', 'can', 'not'],
    ],
    ["She's late and we'd wait", ['she', "'s", 'late', 'and', 'we', "'d", 'wait']],
    ["It was five o'clock at O’Brien’s", ['it', 'was', 'five', "o'clock", 'at', "o'brien", "'s"]],
    ['the U.S. and the US told us', ['the', 'usa', 'and', 'the', 'usa', 'told', 'us']],
    ['At 9 a.m. Gov. Lee met Dr. Wu.', ['at', '9', 'am', 'governor', 'lee', 'met', 'doctor', 'wu']],
    ['the sales rep. Then', ['the', 'sales', 'rep', 'then']],
    [
      '1,200 people, 3.5% of them, on the 21st of Dec. in the 1990s',
      [
        '1200',
        'people',
        '3.5%',
        'of',
        'them',
        'on',
        'the',
        '21',
        'of',
        'december',
        'in',
        'the',
        '1990',
      ],
    ],
    ['well-known—and naïve café', ['well', 'known', 'and', 'naive', 'cafe']],
    ["‘Yes,’ he said, 'no'", ['yes', 'he', 'said', 'no']],
    ['停火 (ceasefire) 1月', ['ceasefire', '1']],
    ['A4 paper, B2B, 3rd', ['a', '4', 'paper', 'b', '2', 'b', '3']],
    ['…—!?', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(norms(text)).toEqual(expected)
  })

  it('tells the kinds apart', () => {
    expect(kinds('He isn’t in the U.K. for 3 days, Mr. Hu')).toEqual([
      'word',
      'word',
      'clitic',
      'word',
      'word',
      'abbreviation',
      'word',
      'number',
      'word',
      'abbreviation',
      'word',
    ])
  })

  it('gives ranges of the text as it stands', () => {
    const text = 'The mayor’s café in St. Ives isn’t 1,000 years old.'
    expect(tokenizeEn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'The',
      'mayor',
      '’s',
      'café',
      'in',
      'St.',
      'Ives',
      'is',
      'n’t',
      '1,000',
      'years',
      'old',
    ])
  })
})
