import { beforeAll, describe, expect, it } from 'vitest'
import {
  simplifiedMessages,
  traditionalTree,
  type MessageTree,
  type TraditionalWords,
} from '../../../src/cli/build/traditionalWords.ts'
import { withTaiwansWords } from '../../../src/cli/build/taiwan.ts'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { scriptOf } from '../../../src/domain/zh/script.ts'

type Flat = readonly (readonly [key: string, text: string])[]
const flat = (tree: MessageTree, at = ''): Flat =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[at + key, value] as const] : flat(value, `${at}${key}.`),
  )

describe('the interface in traditional characters', () => {
  let words: TraditionalWords
  let simplified: Flat
  beforeAll(async () => {
    words = await traditionalTree()
    simplified = flat(await simplifiedMessages())
  })

  it('has every message, with the same gaps and the same number of forms', () => {
    const shape = (rows: Flat) =>
      rows.map(([key, text]) => [
        key,
        [...text.matchAll(/\{\w+\}/g)].map(String).toSorted(),
        text.split('|').length,
      ])
    expect(shape(flat(words.messages))).toEqual(shape(simplified))
  })

  it('leaves nothing in simplified characters', async () => {
    const dictionary = await loadDictionary('full')
    const texts = [...flat(words.messages).map(([, text]) => text), ...Object.values(words.said)]
    const strangers = texts.filter(
      (text) => scriptOf(text.replaceAll(/[台秋里才系千布着]/g, ''), dictionary) === 'simplified',
    )
    expect(strangers).toEqual([])
  })
})

it.each([
  ['保存備份文件', '儲存備份檔案'],
  ['這是文本文件', '這是文字檔'],
  ['Word 文檔', 'Word 文件'],
  ['選擇“粘貼”', '選擇「貼上」'],
  ['請粘貼進來', '請貼進來'],
  ['在 Anki 里導入', '在 Anki 裡匯入'],
  ['安裝軟件之後在設置裡查看', '安裝軟體之後在設定裡檢視'],
  ['第 {n} 列', '第 {n} 欄'],
])('%s → %s', (mainland, taiwan) => {
  expect(withTaiwansWords(mainland)).toBe(taiwan)
})
