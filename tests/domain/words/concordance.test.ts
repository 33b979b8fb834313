import { describe, expect, it } from 'vitest'
import {
  chineseQuery,
  countsOf,
  englishQuery,
  hitsIn,
  withMeanings,
  type Hit,
  type Query,
} from '../../../src/domain/words/concordance.ts'
import { linesOf, textsOfPair, type Lines } from '../../../src/domain/words/concordanceLines.ts'
import { edgesOf, lengthsOf } from '../../../src/domain/words/wordEdges.ts'
import { bitext, type Bitext } from '../../make.ts'
import { withTerms } from '../../storage/talks.ts'

const news = withTerms(
  bitext([
    ['双方停火。', 'Both sides agreed to a ceasefire.'],
    ['停', 'Stop.'],
    ['火灾发生了。', 'A blaze broke out; the cease-fires held.'],
    ['停火停火！', 'A truce, they cried, a TRUCE!'],
    ['', 'Nobody studied the truces.'],
    ['他在学习。', ''],
    ['休战也是停火。', 'An armistice is a kind of quiet.'],
  ]),
  ['停火', 'ceasefire', 'ting2 huo3'],
  ['双方停火', 'Both sides agreed to a ceasefire', ''],
  ['火灾', 'blaze', 'huo3 zai1'],
)
const lines = linesOf(news.article, news.texts)

const found = (of: Lines, hits: readonly Hit[]) =>
  hits.map(({ pair, lit, counterpart }) => {
    const texts = textsOfPair(of, pair)
    const marked = (side: 'zh' | 'en') =>
      lit[side].map(({ start, end }) => texts[side].slice(start, end)).join('+')
    return [pair, marked('zh'), marked('en'), counterpart]
  })
const english = (typed: string, begins = false): Query => {
  const query = englishQuery(typed, begins)
  if (query === null) throw new Error('no words')
  return query
}

describe('a concordance', () => {
  it('has the pairs of the article as they are', () => {
    expect(news.article.beads.map((_, at) => textsOfPair(lines, at))).toEqual(
      news.article.beads.map((_, at) => ({
        zh: ['双方停火。', '停', '火灾发生了。', '停火停火！', '', '他在学习。', '休战也是停火。'][
          at
        ],
        en: [
          'Both sides agreed to a ceasefire.',
          'Stop.',
          'A blaze broke out; the cease-fires held.',
          'A truce, they cried, a TRUCE!',
          'Nobody studied the truces.',
          '',
          'An armistice is a kind of quiet.',
        ][at],
      })),
    )
  })

  it.each<[string, Query, readonly (readonly unknown[])[]]>([
    [
      'hanzi, never over the end of a pair',
      chineseQuery('停火'),
      [
        [0, '停火', 'ceasefire', 'ceasefire'],
        [3, '停火', '', ''],
        [3, '停火', '', ''],
        [6, '停火', '', ''],
      ],
    ],
    [
      'hanzi inside a longer word, with its counterpart',
      chineseQuery('灾'),
      [[2, '灾', 'blaze', 'blaze']],
    ],
    [
      'hanzi around a term, with the counterparts of the terms in them',
      chineseQuery('火灾发生'),
      [[2, '火灾发生', 'blaze', 'blaze']],
    ],
    [
      'two ways of writing it, each place once',
      chineseQuery('休战', '休战也', '休戰'),
      [[6, '休战也', '', '']],
    ],
    ['nothing for nothing', chineseQuery(' '), []],
    [
      'a word in all its forms, with hyphen or without',
      english('ceasefires'),
      [
        [0, '停火', 'ceasefire', '停火'],
        [2, '', 'cease-fires', ''],
      ],
    ],
    ['a part of a hyphenated word', english('fires'), [[2, '', 'fires', '']]],
    ['what a term stands for', english('blazes'), [[2, '火灾', 'blaze', '火灾']]],
    [
      'capitals or none',
      english('truce'),
      [
        [3, '', 'truce', ''],
        [3, '', 'TRUCE', ''],
        [4, '', 'truces', ''],
      ],
    ],
    ['a phrase', english('break out'), [[2, '', 'broke out', '']]],
    [
      'a phrase behind a hyphenated word',
      english('cease-fire hold'),
      [[2, '', 'cease-fires held', '']],
    ],
    ['no phrase over the end of a pair', english('ceasefire stop'), []],
    ['a word that is not typed to its end', english('armis', true), [[6, '', 'armistice', '']]],
    ['no word that only begins so', english('armis'), []],
  ])('finds %s', (_, query, hits) => {
    expect(found(lines, hitsIn('A', lines, query))).toEqual(hits)
  })

  it('has no query for what is no English', () => {
    expect(['', '…', '停火'].map((typed) => englishQuery(typed))).toEqual([null, null, null])
  })

  it('marks what is meant where the article does not say, each place once', () => {
    const hits = withMeanings(hitsIn('A', lines, chineseQuery('停火')), lines, 'zh', [
      english('truce'),
      english('armistice'),
      english('quiet'),
    ])
    expect(found(lines, hits).map(([pair, , en, counted]) => [pair, en, counted])).toEqual([
      [0, 'ceasefire', 'ceasefire'],
      [3, 'truce', 'truce'],
      [3, 'TRUCE', 'truce'],
      [6, 'armistice', 'armistice'],
    ])
    expect(countsOf(hits.map(({ counterpart }) => counterpart))).toEqual([
      ['truce', 2],
      ['ceasefire', 1],
      ['armistice', 1],
    ])
  })

  it('marks Chinese words the same way', () => {
    const hits = withMeanings(hitsIn('A', lines, english('armistice')), lines, 'en', [
      chineseQuery('和平'),
      chineseQuery('休战'),
    ])
    expect(found(lines, hits)).toEqual([[6, '休战', 'armistice', '休战']])
  })

  it('tells a word from a part of a longer one', () => {
    const words = [
      '双方',
      '停火',
      '。',
      '停',
      '火灾',
      '发生',
      '了',
      '。',
      '停火',
      '停火',
      '！',
    ].map((word, at, all) => {
      const start = all.slice(0, at).join('').length
      return { start, end: start + word.length }
    })
    const edges = edgesOf(lengthsOf(words))
    const around = (typed: string) =>
      hitsIn('A', lines, chineseQuery(typed), edges).map(({ pair, around: of }) => {
        const { zh } = textsOfPair(lines, pair)
        return of && zh.slice(of.start, of.end)
      })
    expect(around('火')).toEqual(['停火', '火灾', '停火', '停火', null])
    expect(around('双方停火').concat(around('方停'))).toEqual([null, '双方停火'])
    expect(around('灾')).toEqual(['火灾'])
  })

  it('takes an article of nothing', () => {
    const empty: Bitext = bitext([])
    const none = linesOf(empty.article, empty.texts)
    expect(hitsIn('A', none, chineseQuery('停'))).toEqual([])
    expect(hitsIn('A', none, english('stop'))).toEqual([])
  })
})
