import { describe, expect, it } from 'vitest'
import type { Side } from '../../../src/domain/model.ts'
import type { Source } from '../../../src/domain/text/layoutTypes.ts'
import { listedEntries } from '../../../src/domain/words/listedEntries.ts'

const text = (...lines: readonly string[]): Source => ({ kind: 'text', text: lines.join('\n') })
const rows = (...cells: readonly string[][]): Source => ({ kind: 'rows', rows: cells })

describe('the words a list names', () => {
  it.each<[string, Source, Side, readonly string[]]>([
    ['one a line', text('面包', '', ' 小镇 ', '面包'), 'zh', ['面包', '小镇']],
    ['numbered, read and translated', text('1. 面包 miànbāo bread (食品)'), 'zh', ['面包']],
    ['many on a line', text('苹果、梨，李子'), 'zh', ['苹果', '梨', '李子']],
    ['both scripts', text('愛|爱'), 'zh', ['愛', '爱']],
    ['a sentence among them', text('今天我们一起去公园里散步看花吧', '花'), 'zh', ['花']],
    [
      'English, one a line',
      text('Bread', "can't", 'ice cream'),
      'en',
      ['Bread', "can't", 'ice cream'],
    ],
    ['English with its translation', text('bread 面包', '小镇 town'), 'en', ['bread', 'town']],
    ['Windows line ends', text('花\r', '树\r'), 'zh', ['花', '树']],
    ['a table', rows(['花', 'flower'], ['树', 'tree'], ['云', 'cloud']), 'zh', ['花', '树', '云']],
    [
      'a table, English',
      rows(['花', 'flower'], ['树', 'tree'], ['云', 'cloud']),
      'en',
      ['flower', 'tree', 'cloud'],
    ],
    [
      'a table of one language',
      rows(['花', '3'], ['树', '5'], ['云', '7']),
      'zh',
      ['花', '树', '云'],
    ],
    [
      'a table with a head',
      {
        kind: 'rows',
        rows: [
          ['中文', 'English'],
          ['花', 'flower'],
        ],
        header: true,
        columns: { zh: 0, en: 1 },
      },
      'zh',
      ['花'],
    ],
    ['nothing in that language', text('bread', '123', '—'), 'zh', []],
  ])('%s', (_what, source, side, expected) => {
    expect(listedEntries(source, side)).toEqual(expected)
  })
})
