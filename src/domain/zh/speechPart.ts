import type { Dictionary } from '../dictionary/dictionary.ts'
import { perDictionary } from './perDictionary.ts'
import { isMinorEntry } from './wordReading.ts'

/**
 * What a word can be beside a hanzi whose reading is asked for, one letter each: parts of speech as far as closed lists and
 * the form of the dictionary's glosses tell them.
 */
const CLOSED: Readonly<Record<string, string>> = {
  aspect: 'A 了 着 过',
  structure: 'S 的 地 得 之',
  final: 'F 吗 吧 呢 啊 呀 嘛 啦 哦 哩 喽',
  negation: 'X 不 没 没有 别 未 不用 不要 甭 勿',
  pronoun: 'P 我 你 您 他 她 它 我们 你们 他们 她们 它们 咱 咱们 自己 大家 人家 别人 谁',
  modal: 'M 能 会 要 想 得 可以 可 该 应该 必须 敢 肯 愿意 需要 打算 喜欢 去 来 请 让 给 帮 叫',
  adverb:
    'D 很 太 真 最 更 好 多 越 挺 够 都 也 又 就 还 才 再 只 非常 特别 比较 有点 有点儿 已经 刚 刚刚 在 正在 正 常 经常 总是 ' +
    '一直 马上 一起 先 快 老 多么 这么 那么 到处 慢慢 赶紧 往往',
  title:
    'T 先生 女士 小姐 太太 老师 同学 医生 大夫 护士 师傅 经理 主任 教授 阿姨 叔叔 大爷 大妈 奶奶 爷爷 老板 警官 律师 校长 家',
  preposition: 'R 把 被 从 在 对 向 往 朝 跟 和 与 给 为 用 以 于 比 到 由 将',
  place: 'L 上 下 里 中 内 外 前 后 旁 边 间 里面 上面 下面 外面 旁边',
}

const closed = new Map(
  Object.values(CLOSED).flatMap((row) => {
    const [part = '', ...words] = row.split(' ')
    return words.map((word) => [word, part] as const)
  }),
)

/** The letters {@link speechPart} gives: `#` edge of a sentence, `,` a pause, `a` Latin, `0` number, `H` demonstrative … */
export const SPEECH_PARTS = '#,a0ASFXPMDTRLHNQvn?'

const NUMBER = /^[第几半两0-9０-９一二三四五六七八九十百千万亿零〇]+$/
const PAUSE = /^[，,、；;：:]/

/** The part of speech of a word in simplified characters, as a letter of {@link SPEECH_PARTS}. */
export function speechPart(word: string, kind: string, dictionary: Dictionary): string {
  if (kind === 'punctuation' || kind === 'space') return PAUSE.test(word) ? ',' : '#'
  if (kind === 'latin') return 'a'
  if (kind === 'number' || NUMBER.test(word)) return '0'
  const known = closed.get(word)
  if (known !== undefined) return known
  if (/^[这那哪每各某]/.test(word)) return 'H'
  return kind === 'name' ? 'N' : byGlosses(word, dictionary)
}

/** Measure word, verb or noun, by what its glosses look like; `?` for a word the dictionary lacks. */
const byGlosses = perDictionary((word, dictionary) => {
  let [verb, noun, measure] = [0, 0, 0]
  for (const entry of dictionary.entries(word)) {
    if (isMinorEntry(entry)) continue
    for (const [i, gloss] of entry.glosses.entries()) {
      const weight = i === 0 ? 2 : 1
      if (isMeasureGloss(gloss)) measure += weight
      else if (isVerbGloss(gloss)) verb += weight
      else if (!gloss.startsWith('CL:')) noun += weight
    }
  }
  if (measure > 0) return 'Q'
  if (verb > noun) return 'v'
  return noun > 0 ? 'n' : '?'
})

export const isMeasureGloss = (gloss: string): boolean =>
  !gloss.startsWith('CL:') && /classifier|measure word/i.test(gloss)
export const isVerbGloss = (gloss: string): boolean => /^(?:\([^)]*\) ?)?to /.test(gloss)

/** The measure words of a noun, 个 left out: what kind of thing it is (本 books, 条 what is long, 件 clothes). */
export const measuresOf = perDictionary((word, dictionary): readonly string[] => {
  const lists = dictionary
    .entries(word)
    .flatMap(({ glosses }) => glosses.filter((gloss) => gloss.startsWith('CL:')))
  const measures = lists.flatMap((list) =>
    list
      .slice(3)
      .split(',')
      .map((one) => /([^|[]+)(?:\[|$)/.exec(one)?.[1] ?? ''),
  )
  return [...new Set(measures)].filter((measure) => measure !== '' && measure !== '个')
})
