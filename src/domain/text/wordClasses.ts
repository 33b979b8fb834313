import type { ZhToken } from './zhToken.ts'
import { countHanzi } from './hanzi.ts'

/**
 * What a word is to its neighbours. The words of grammar, of which everyday texts are made, are each a class of its own;
 * all others are told apart by their length alone, which needs no list of parts of speech.
 */

/** Where a text begins and ends; marks and spaces; what is not hanzi; then words of one, two and more hanzi. */
const OPEN = ['edge', 'mark', 'latin', 'number', 'name', 'one', 'two', 'more'] as const

/** In both scripts: 为/為 is one class. */
const CLOSED =
  '的 地 得 了 着/著 过/過 是 有 在 和 与/與 及 或 不 没/沒 没有/沒有 也 都 就 才 还/還 又 再 很 太 最 更 真 把 被 对/對 ' +
  '从/從 向 给/給 为/為 以 于/於 比 到 让/讓 叫 将/將 会/會 能 要 可 想 一 两/兩 几/幾 个/個 这/這 那 哪 每 各 我 你 他 她 它 ' +
  '我们/我們 你们/你們 他们/他們 她们/她們 上 下 里/裡/裏 中 内/內 外 前 后/後 边/邊 之 所 等 而 但 吗/嗎 呢 吧 啊 请/請 说/說 ' +
  '看 去 来/來 进/進 出 起 人 做 用 只 多 大 小 新 由 跟 同 已经/已經 正在 可以 自己 什么/什麼 一个/一個 这个/這個 那个/那個'

/** The classes, in the order of the rows of `wordPairs.json`. */
export const WORD_CLASSES: readonly string[] = [...OPEN, ...CLOSED.split(' ')]

export type OpenClass = (typeof OPEN)[number]
export const openClass = (name: OpenClass): number => OPEN.indexOf(name)

const closed = new Map(
  WORD_CLASSES.flatMap((names, at) =>
    at < OPEN.length ? [] : names.split('/').map((name) => [name, at] as const),
  ),
)

/** The class of a word by the word itself. */
export function wordClass(word: string): number {
  const known = closed.get(word)
  if (known !== undefined) return known
  const length = countHanzi(word)
  if (length === 0) return openClass(/[0-9A-Za-z]/.test(word) ? 'latin' : 'mark')
  return openClass(length === 1 ? 'one' : length === 2 ? 'two' : 'more')
}

/** The class of a token that has been read. */
export function tokenClass({ text, kind }: Pick<ZhToken, 'text' | 'kind'>): number {
  if (kind === 'word') return wordClass(text)
  if (kind === 'punctuation' || kind === 'space') return openClass('mark')
  return openClass(kind)
}
