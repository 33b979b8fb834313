import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { findNames } from '../../../../src/domain/terms/names/findNames.ts'
import { enWordsOf } from '../../../../src/domain/terms/words/words.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

const whole = (text: string) => ({ start: 0, end: text.length })

function names(zh: string, en: string): readonly string[] {
  const words = enWordsOf(en, whole(en))
  return findNames(zh, whole(zh), words, dictionary).map(({ zh: range, from, to }) => {
    const spelled = words.slice(from, to).map((word) => word.text)
    return `${zh.slice(range.start, range.end)}=${spelled.join(' ')}`
  })
}

describe('foreign names in a bead', () => {
  it.each([
    [
      'a full name, the title left out',
      '总理安娜·科瓦奇昨天抵达。',
      'Prime Minister Anna Kovacs arrived yesterday.',
      ['安娜·科瓦奇=Anna Kovacs'],
    ],
    [
      'a surname, however it is cut into words',
      '记者问奥尔森是否会辞职。',
      'Reporters asked whether Olsen would resign.',
      ['奥尔森=Olsen'],
    ],
    [
      'a run without dots',
      '会见了阿卜杜勒本拉赫曼。',
      'He met Abdul bin Rahman.',
      ['阿卜杜勒本拉赫曼=Abdul bin Rahman'],
    ],
    [
      'what brackets say',
      '副主席万斯(JD Vance)缺席。',
      'Deputy chair JD Vance was absent.',
      ['万斯=JD Vance'],
    ],
    [
      'two people, each with their own',
      '巴雷特批评了莫兰特。',
      'Barrett criticised Morant.',
      ['巴雷特=Barrett', '莫兰特=Morant'],
    ],
    [
      'Chinese names by their pinyin',
      '作家沈若溪住在回龙观。',
      'The writer Shen Ruoxi lives in Huilongguan.',
      ['沈若溪=Shen Ruoxi', '回龙观=Huilongguan'],
    ],
    ['none where the English has none', '达到了最大的目标。', 'The biggest goal was reached.', []],
  ])('%s', (_, zh, en, expected) => {
    expect(names(zh, en)).toEqual(expected)
  })

  it('never cuts a longer name of the dictionary, nor a word of the sentence', () => {
    expect(names('克里姆林宫没有回答。', 'The Kremlin did not answer.')).toEqual([])
    expect(names('对于达拉斯来说很难。', 'It is hard for Dallas.').join()).not.toContain('于达拉斯')
  })
})
