/** Tables of what says no, what only looks like it, and what says it in another way; `*` is the rest of a word. */

const listed = (table: string): readonly string[] =>
  table
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
const escaped = (word: string): string => word.replaceAll('*', '\\w*').replace(/ +/g, '\\s+')
/** Longer ones first: an alternation takes the first that fits. */
const anyOf = (words: readonly string[]): string =>
  words.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')

/** Words with a hanzi of negation that negate nothing. */
const HARMLESS_ZH = listed(`
  不过, 不仅, 不但, 不光, 不只, 不单, 不断, 不久, 不少, 不同, 不错, 不管, 不论, 不得不, 不禁, 不由得, 不妨, 不如, 不愧, 不料, 差不多, 对不起,
  了不起, 受不了, 忍不住, 来不及, 要不是, 要不, 不是吗, 说不定, 不一会儿, 不一样, 无论, 无非, 无数, 无比, 毫无疑问, 非常, 非得, 并非不, 莫名,
  无不, 莫非, 未来, 未免, 未必不, 好不容易, 不见不散, 不得了, 不动产, 不起眼, 没关系, 没事, 无忧无虑, 无忧, 否则, 不可抗力, 不是滋味, 告别, 别墅,
  别人, 别的, 别针, 别处, 别具, 别致, 永别, 久别, 阔别, 别称, 别名, 非洲, 是非, 无尽, 无边, 无限, 不已, 不安, 不幸, 不适, 不满, 不便, 不良,
  不平, 不足, 不利, 不朽, 不解, 不懈, 无奈, 无聊, 无情, 没错, 不用说, 不消说, 没想到, 不知不觉, 不时, 不倒翁, 不到, 不可思议, 不约而同, 不由,
  不丹, 别克, 无线, 无误, 天衣无缝, 不紧不慢, 不由自主
`)
/** The same by form: 非…不可, 不A不B, A不A, a question that ends in 吗, 别 in 分别 and 别人. */
const HARMLESS_FORMS_ZH = [
  String.raw`非\p{Script=Han}{1,6}不可`,
  String.raw`不\p{Script=Han}{1,3}不`,
  String.raw`(\p{Script=Han})不\1`,
  String.raw`没有?[^，。]{0,4}[吗呢][？?]`,
  String.raw`不[^，。]{0,4}[吗呢][？?]`,
  String.raw`没[过顶入收落]`,
  String.raw`[吞淹埋沉出湮覆隐]没`,
  String.raw`道了?别`,
  String.raw`[分区特级性离送差个类辨派识]别`,
  String.raw`不知道?是?谁`,
  String.raw`说个?没完`,
]
export const NO_NEGATION = new RegExp(anyOf(HARMLESS_ZH) + '|' + HARMLESS_FORMS_ZH.join('|'), 'gu')

export const NEGATION =
  /[不没無无未勿别]|莫(?=要|再|让|怕|急|不是)|并非|决非|绝非|(?<!除|是|韭|南|中|东|西|北)非(?=[法故常])|否/u

/** Meanings that turn a sentence in Chinese without such a hanzi. */
const TURNING_ZH = listed(`
  拒绝, 否认, 避免, 防止, 以免, 免得, 免费, 免税, 免票, 禁止, 禁, 严禁, 停止, 停水, 停电, 停火, 忘, 缺, 失去, 失败, 失业, 难, 少, 除,
  戒, 反对, 反而, 哪, 怎么, 怎能, 何, 岂, 谁, 只, 才, 除了, 离开, 误, 错, 空, 死, 丢, 差, 够不着, 弱, 轻, 浅, 拒, 阻, 拦, 罢, 退,
  逃, 免
`)
export const TURNED_ZH = new RegExp(anyOf(TURNING_ZH), 'u')

const DENYING_EN = listed(
  'not, no, never, none, nothing, nobody, nowhere, neither, nor, cannot, without, no one',
)
export const NEGATION_EN = new RegExp(`\\b(?:${anyOf(DENYING_EN.map(escaped))})\\b|n['’]t\\b`, 'i')

/** What says no in English without one of those. */
const TURNING_EN = listed(`
  hardly, scarcely, barely, rarely, seldom, few, little, fail*, refus*, lack*, avoid*,
  unable, prevent*, forbid*, forbidden, prohibit*, stop*, except, only, but, instead, rather,
  unless, until, free of, too, refrain*, ignor*, against, far from, yet, less, least,
  short of, rid, otherwise, ceas*, neglect*, absent*, absence, empty, reject*, doubt*,
  impossible, gone, any, anything, anyone, even, remain*, withhold*, beyond, before, whether,
  if, wrong, odd, strange, poor, bad, difficult, hard, reluctan*, alone, silent, still,
  differen*, another, sooner, better not, instead of, outside, other than, nearly, almost,
  under, below, over, exceed*, despite, regardless, however, overdue, resist*, past, deny,
  denied, denies, ban, bans, banned, miss, missed, missing, misses, forget*, forgot*, end,
  ended, away
`)
/** The same by form: kept out of, prefixes, -less, a question. */
const TURNING_FORMS_EN = [
  String.raw`\b(?:(?:keep|kept) (?:\w+ )?(?:from|out|away))\b`,
  String.raw`\b(?:un|in|im|ir|il|dis|non|mis|under)[a-z]{4,}`,
  String.raw`\bnon-`,
  String.raw`\w+less\b`,
  String.raw`\?`,
]
export const TURNED_EN = new RegExp(
  `\\b(?:${anyOf(TURNING_EN.map(escaped))})\\b|${TURNING_FORMS_EN.join('|')}`,
  'i',
)

/** “Not less than” and “for nothing” deny nothing, nor does “never tired of”. */
export const NO_NEGATION_EN = new RegExp(
  [
    String.raw`\b(?:no|not|never)\b(?:\s+\w+){0,4}?\s+(?:more|less|fewer|later|longer|sooner|exceed\w*)\b`,
    String.raw`\bfor nothing\b`,
    String.raw`\bnever tired\b`,
    String.raw`\bno (?:doubt|wonder|matter|sooner)\b`,
    String.raw`\bnot only\b`,
    String.raw`\bcannot but\b`,
    String.raw`\bcould(?:n['’]t| not) (?:help|wait)\b`,
    String.raw`\bnothing but\b`,
    String.raw`\bno one but\b`,
    String.raw`\bNo\.`,
    String.raw`\bwhy not\b`,
    String.raw`\bwhether or not\b`,
    String.raw`\bnot to mention\b`,
    String.raw`\bno problem\b`,
    String.raw`\b(?:is|are|was|were|do|does|did|has|have|can|could|would|will|should)n['’]t (?:it|he|she|they|we|you|I)\b`,
  ].join('|'),
  'gi',
)
