import { openClass, WORD_CLASSES, wordClass } from './wordClasses.ts'
import stored from './wordPairs.json' with { type: 'json' }

/**
 * What two words cost beside each other, beyond what each costs alone, in thirtieths like all costs of `tokenizeZh.ts`:
 *
 *   pair(a, b) = −log p(a b) / p(a) p(b)
 *
 * by the classes of both (`wordClasses.ts`), counted by `trainWordPairs.ts` in our own sentences; and some pairs
 * that hardly ever meet, by hand, which the counts are too few to show.
 */

/** A row of the stored table is a character a class: this one is 0. */
export const NO_COST = 'P'.charCodeAt(0)

const MISFIT = 90
/** On the right side of a misfit: any word that is none of grammar. */
const ANY = ['one', 'two', 'more'] as const
/**
 * Words on the left that were cut wrong when one on the right follows: 山东|边 is 山|东边, 十分|钟 is 十|分钟, 走进|来 is
 * 走|进来, 了|口气 is 了|口|气; `…` is any word that is none of grammar.
 */
const MISFITS: readonly (readonly [left: string, right: string])[] = [
  // A place by its side.
  ['山东 山西 河南 河北 湖南 湖北 海南 江西 江南 江北', '边 岸 侧 面 坡 麓 端 头 邊 側 頭'],
  ['东西 南北 東西', '两 各 两头 两侧 两边 走向 兩'],
  ['十分', '钟 鐘 之'],
  // A complement of direction belongs together: 走|进来.
  [
    '走进 走出 跑出 拿出 取出 掏出 伸出 冲出 飞出 爬出 跳出 流出 搬出 推出 提出 送出 派出 放出 露出 传出 爬上 登上 跳上 走上 追上 ' +
      '赶上 送上 跳下 坐下 放下 躺下 走下 留下 滚下 掉下 收回 取回 送回 带回 走回 返回 飞回 走过 跑过 飞过 跳过 抬起 举起 站起 拿起 提起 捡起 想起 拉起',
    '来 去 來',
  ],
  ['了', '口气 口氣 口水'],
  // A word of grammar and a verb of its own.
  ['才能', '… 会 能 做 用 去 看 说 想 到 让 给 学会 知道'],
  ['人才', '能 会 敢 肯 會'],
  ['也许', '过 了 過'],
  ['将来', '到 自'],
  ['会长', '大 高 成 得 出 出来 满'],
  ['中学 大学', '会 到 会了 會'],
  ['从前', '门 面 台 排 门口'],
  ['从小', '镇 路 区 山'],
  ['不过', '年 节 问 生日 夜'],
  ['不管', '理 教'],
  ['得到', '处'],
  ['还 還', '给 給'],
  ['老人家 人家', '里 裡 裏 中 门口'],
  ['把手', '放 伸 举 洗 机 上 插 搭'],
  ['与其', '他 它 中 余'],
]

const listed = (row: string): readonly string[] => row.split(' ')
const words = [...new Set(MISFITS.flat().flatMap(listed))].filter((word) => word !== '…')
const own = new Map(words.map((word, at) => [word, WORD_CLASSES.length + at]))
const size = WORD_CLASSES.length + words.length

/** What a class of the table is counted as: those of words in `MISFITS` stand behind the others. */
const counted = [...WORD_CLASSES.keys(), ...words.map(wordClass)]

const costs = new Int16Array(size * size)
for (let left = 0; left < size; left++)
  for (let right = 0; right < size; right++)
    costs[left * size + right] =
      (stored[counted[left]!]?.charCodeAt(counted[right]!) ?? NO_COST) - NO_COST
const openOnes = new Set<number>(ANY.map(openClass))
const named = (word: string): readonly number[] =>
  word === '…' ? [...counted.keys()].filter((at) => openOnes.has(counted[at]!)) : [own.get(word)!]
for (const [left, right] of MISFITS)
  for (const a of listed(left).flatMap(named))
    for (const b of new Set(listed(right).flatMap(named))) costs[a * size + b]! += MISFIT

export const EDGE = openClass('edge')

/** The class of a word for {@link pairCost}. */
export const pairClass = (word: string): number => own.get(word) ?? wordClass(word)

/** What a word of the one class costs behind one of the other, beyond itself. */
export const pairCost = (left: number, right: number): number => costs[left * size + right]!
