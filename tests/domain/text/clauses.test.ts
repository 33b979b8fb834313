import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauses, CLAUSE_LIMIT } from '../../../src/domain/text/clauses.ts'
import { countHanzi } from '../../../src/domain/text/hanzi.ts'
import { coversAll } from './coversAll.ts'

/** Each row: what it shows, and the clauses; the text is the clauses joined (English by a space). */
const ZH: readonly [fact: string, ...clauses: string[]][] = [
  ['a short sentence is one clause', '天刚亮，面包店就开门了。'],
  [
    'commas',
    '天刚亮的时候老街上的面包店就已经开门营业了，',
    '面包的香气一直飘到了街的另一头，',
    '客人们从家里出来排队买刚出炉的面包。',
  ],
  [
    'a semicolon before a comma',
    '春天的时候，老街上开满了各种颜色的花；',
    '到了冬天，街上就只剩下卖面包的老王和他的狗。',
  ],
  [
    'the closing quote stays with the comma',
    '“我们准备好了，明天早上就可以从这里出发去北京，”',
    '他在周二的新闻发布会上对记者们这样说。',
  ],
  [
    'a conjunction without a comma',
    '老王每天很早就要到店里去和面烤面包做准备',
    '因为第一批客人天还没亮就会来敲门。',
  ],
  [
    'a comma in a figure is none',
    '据政府公布的数字，去年有1,234,567人到这个小镇来旅游，',
    '比前年同一时期多了一倍还不止。',
  ],
]
const EN: typeof ZH = [
  ['a short sentence is one clause', 'The bakery opens, and people come.'],
  [
    'commas',
    'When the bakery in the old street opens in the morning,',
    'the smell of fresh bread fills the whole street from end to end.',
  ],
  [
    'a relative clause',
    'The old man bought two loaves from the baker on the corner',
    'who had known him since they were children at the village school.',
  ],
  [
    'dashes',
    'The meeting of the two presidents in the old palace --',
    'the first one in more than twenty years --',
    'ended without a word to the press.',
  ],
  [
    'the closing quote stays with the comma',
    '"We are ready and we can leave for the capital tomorrow morning,"',
    'he told the reporters who had waited for him since Tuesday.',
  ],
  [
    'figures',
    'About 1,234,567 people came to the little town in the hills last year,',
    'twice as many as in the year before.',
  ],
]

describe('clauses', () => {
  it.each(ZH)('zh: %s', (_fact, ...parts) => {
    const text = parts.join('')
    expect(clauses(text, 'zh').map(({ start, end }) => text.slice(start, end))).toEqual(parts)
  })

  it.each(EN)('en: %s', (_fact, ...parts) => {
    const text = parts.join(' ')
    expect(clauses(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(parts)
  })

  it('leaves what cannot be cut in one piece', () => {
    const text = '天'.repeat(3 * CLAUSE_LIMIT.zh)
    expect(clauses(text, 'zh')).toEqual([{ start: 0, end: text.length }])
  })

  it('keeps to the limit where a comma stands often enough', () => {
    const text = '天刚亮就开门了，'.repeat(20)
    const lengths = clauses(text, 'zh').map(({ start, end }) => countHanzi(text, start, end))
    expect(Math.max(...lengths)).toBeLessThanOrEqual(CLAUSE_LIMIT.zh)
  })

  it('covers all that is not blank, in order, for any text', () => {
    const piece = fc.constantFrom(
      '天',
      '但是',
      'and ',
      'who ',
      'bread ',
      '1',
      '\ud800',
      ...'，,。；;：:—-“”"() \n.'.split(''),
    )
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(
        text,
        (value) => coversAll(value, clauses(value, 'zh')) && coversAll(value, clauses(value, 'en')),
      ),
      { seed: 3, numRuns: 1000 },
    )
  })

  it('takes a book in one sentence', () => {
    expect(clauses('天刚亮就开门了，'.repeat(50_000), 'zh').length).toBeGreaterThan(10_000)
  })
}, 120_000)
