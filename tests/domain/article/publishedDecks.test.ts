import { describe, expect, it } from 'vitest'
import { publishedIn, webAddress } from '../../../src/domain/article/publishedDecks.ts'

describe('an address somebody typed', () => {
  it.each([
    ['https://a.example/d.json', 'https://a.example/d.json'],
    ['  a.example/decks/ ', 'https://a.example/decks/'],
    ['http://192.168.1.5:8000/d.json', 'http://192.168.1.5:8000/d.json'],
    ['例子.中国/d.json', 'https://xn--fsqu00a.xn--fiqs8s/d.json'],
    ['', null],
    ['two words', null],
    ['javascript:alert(1)', null],
    ['data:application/json,{}', null],
    ['file:///etc/passwd', null],
    ['https://me:secret@a.example/', null],
  ])('%j is %j', (typed, address) => {
    expect(webAddress(typed)).toBe(address)
  })
})

describe('what lies at an address', () => {
  const at = 'https://a.example/decks/index.json'

  it('is a deck, with its revision', () => {
    const text = '{"format":"duizhao-deck","id":"d","revision":3}'
    expect(publishedIn(text, at)).toEqual({ kind: 'deck', id: 'd', revision: 3 })
  })

  it('is a list of decks, beside it or elsewhere; what leads nowhere is left out', () => {
    const list = [
      { file: 'a.json', title: { zh: '早市', en: 'Market' }, level: 'HSK 2' },
      { file: 'https://b.example/b.json' },
      { file: 'javascript:alert(1)' },
      { title: {} },
      null,
      7,
    ]
    expect(publishedIn(JSON.stringify(list), at)).toEqual({
      kind: 'catalogue',
      decks: [
        {
          address: 'https://a.example/decks/a.json',
          title: { zh: '早市', en: 'Market' },
          level: 'HSK 2',
        },
        { address: 'https://b.example/b.json', title: { zh: '', en: '' }, level: '' },
      ],
    })
  })

  it.each([
    '',
    '<!doctype html>',
    '[]',
    '{}',
    'null',
    '[1]',
    '{"__proto__":{"format":"duizhao-deck"}}',
  ])('is nothing of ours: %j', (text) => {
    expect(publishedIn(text, at)).toEqual({ kind: 'other' })
  })
})
