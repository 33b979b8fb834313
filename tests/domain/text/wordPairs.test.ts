import { expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { tokenizeZh } from '../../../src/domain/text/tokenizeZh.ts'

const dictionary = await loadDictionary('full')
const cut = (text: string): string =>
  tokenizeZh(text, dictionary)
    .map((token) => token.text)
    .join(' ')

it.each([
  // A word of grammar beside a word, and the word both would make.
  ['登记过的和尚未登记的', '登记 过 的 和 尚未 登记 的'],
  ['多练习才能进步', '多 练习 才 能 进步'],
  ['她有画画的才能。', '她 有 画画 的 才能 。'],
  ['有空的人才会来', '有空 的 人 才 会 来'],
  ['我以前也许过愿', '我 以前 也 许 过 愿'],
  ['他把手放在桌上', '他 把 手 放 在 桌 上'],
  ['信还给你', '信 还给 你'],
  // A place by its side.
  ['山东边有条路', '山 东边 有 条 路'],
  ['他是山东人', '他 是 山东 人'],
  ['等了十分钟', '等 了 十 分钟'],
  ['十分感谢', '十分 感谢'],
  // Complements, and a breath.
  ['一只狗跑出来了', '一 只 狗 跑 出来 了'],
  ['他走进教室', '他 走进 教室'],
  ['他叹了口气', '他 叹 了 口 气'],
  ['他的口气很硬', '他 的 口气 很 硬'],
  // Words that the frequency list lacks.
  ['大家都来点赞', '大家 都 来 点赞'],
  ['这个主意真给力', '这个 主意 真 给力'],
  // Potential forms.
  ['那只看不见的手', '那 只 看不见 的 手'],
  ['字太小，看不清', '字 太 小 ， 看不清'],
  // A given name that is a place hardly known.
  ['由陈永平等五人', '由 陈永平 等 五 人'],
])('%s', (text, words) => {
  expect(cut(text)).toBe(words)
})
