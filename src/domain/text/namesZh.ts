import { type ZhToken } from './zhToken.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { isNameJoint, isStrongNameHanzi, nameSyllable } from './nameHanzi.ts'

/**
 * Names that no dictionary has. Foreign ones are runs of the hanzi that spell foreign names, at least half of which are
 * hardly used otherwise; they take part in the search for the best cut with a cost of their own. Chinese ones are a
 * surname and two hanzi that are words neither together nor with their neighbours, or a place hardly known; they are joined after the search.
 */

/** In thirtieths of a power of ten, as in `tokenizeZh.ts`: a name at all, then each hanzi of it. */
const NAME_COST = { any: 70, strong: 50, weak: 85 } as const
const LONGEST_NAME = 10

/** Where foreign names that start at `at` may end, with their costs. */
export function foreignNameEnds(
  text: string,
  at: number,
  dictionary: Dictionary,
): readonly { end: number; cost: number }[] {
  const ends: { end: number; cost: number }[] = []
  let cost: number = NAME_COST.any
  let strong = 0
  for (let end = at + 1; end <= text.length && end - at <= LONGEST_NAME; end++) {
    const hanzi = dictionary.simplifiedForms(text[end - 1]!)[0]!
    if (nameSyllable(hanzi) === null) break
    const isStrong = isStrongNameHanzi(hanzi)
    cost += isStrong ? NAME_COST.strong : NAME_COST.weak
    if (isStrong) strong++
    const length = end - at
    // A part of a longer name (马尔科·卢比奥) is known by its dot and may be short.
    const joined = (at > 0 && isDot(text[at - 1]!)) || (end < text.length && isDot(text[end]!))
    const isSpelt = joined
      ? length >= 2 && strong >= 1
      : length >= 3 && strong >= 2 && strong * 2 >= length
    if (isSpelt && !isRowOfNames(text, at, end, dictionary)) {
      ends.push({ end, cost: joined ? cost - NAME_COST.any : cost })
    }
  }
  return ends
}

/**
 * Whether two proper names of the dictionary meet inside a stretch, the first one starting at its start or a little
 * before: 沙特|吉达 is no one name, and neither are its parts 沙特吉 and 特吉达.
 */
function isRowOfNames(text: string, start: number, end: number, dictionary: Dictionary): boolean {
  const nameEnd = (from: number): number => {
    const to = from + dictionary.longestMatch(text, from)
    return dictionary.isName(text.slice(from, to)) ? to : from
  }
  for (let from = Math.max(0, start - 2); from <= start; from++) {
    const meeting = nameEnd(from)
    if (meeting > start && meeting < end && nameEnd(meeting) > meeting) return true
  }
  return false
}

function isDot(character: string): boolean {
  return isNameJoint(character) && !/[-–．]/.test(character)
}

/** Without those that are mostly other words: 和, 向, 应, 全, 方 … */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦' +
    '付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤康施文牛樊葛邢安齐乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿兰焦俞' +
    '左柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝游辛靳柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆卓吉缪简芦麦褚' +
    '娄窦戚岑宫费卜晏席卫柏宗瞿桂佟臧闵苟邬卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池查麻苑迟邝',
)
const COMPOUND_SURNAMES = new Set([
  '欧阳',
  '司马',
  '诸葛',
  '上官',
  '司徒',
  '东方',
  '皇甫',
  '慕容',
  '令狐',
  '公孙',
])

/** Single hanzi that are words of grammar, never the first choice of a given name. */
const FUNCTION_WORDS = new Set(
  '的了在是和就也都不这那有说为对与及等被把从到要我你他她它们之其以于而或但并则又再还很太更最已曾将会能可该应向往由给让使令叫跟同比' +
    '按据当自着过地得吗呢吧啊个位名只些两二三四五六七八九十一上下里外中内前后时年月日人者所来去出起做想看问没无未',
)

/** Words that may stand before a name although they are single hanzi. */
const BEFORE_NAMES = new Set('的和与同跟对由向从被把给说问见让请是在及有叫为到按据以经')

/** What a person is called by: right after a name, or right before it. */
const TITLE =
  /^(?:先生|女士|小姐|太太|教授|博士|医生|老师|同学|同志|院士|将军|上校|大使|部长|外长|总理|总统|主席|书记|市长|省长|州长|议员|法官|律师|记者|经理|总裁|董事长|校长|院长|局长|处长|主任|秘书长|发言人|特使|首相|总书记|国务卿)$/

/** A given name of two hanzi that is a place, too: 陈|永平. Well-known places are places: 于|北京. */
const HARDLY_KNOWN = -5.5
function isHardlyKnownName({ kind, text }: ZhToken, dictionary: Dictionary): boolean {
  return (
    kind === 'name' &&
    text.length === 2 &&
    (dictionary.logFrequency(text) ?? HARDLY_KNOWN) < HARDLY_KNOWN
  )
}

/**
 * Joins a surname and two single hanzi to one name, or one hanzi when a title follows (张伟先生); not when the surname
 * may belong to what stands before (大江|截流).
 */
export function joinChineseNames(
  tokens: readonly ZhToken[],
  dictionary: Dictionary,
): readonly ZhToken[] {
  const simplify = (text: string): string =>
    [...text].map((character) => dictionary.simplifiedForms(character)[0]).join('')
  const isSingle = (token: ZhToken): boolean =>
    token.kind === 'word' && [...token.text].length === 1
  const isGiven = (token: ZhToken | undefined): boolean =>
    token !== undefined && isSingle(token) && !FUNCTION_WORDS.has(simplify(token.text))
  const mayPrecede = (before: ZhToken | undefined, surname: string): boolean => {
    if (before === undefined || !isSingle(before)) return true
    return BEFORE_NAMES.has(simplify(before.text)) && !dictionary.has(before.text + surname)
  }

  const joined: ZhToken[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const surname = simplify(token.text)
    const [first, second] = [tokens[i + 1], tokens[i + 2]]
    let last: ZhToken | undefined
    if (
      (SURNAMES.has(surname) || COMPOUND_SURNAMES.has(surname)) &&
      isGiven(first) &&
      mayPrecede(joined.at(-1), token.text)
    ) {
      if (isGiven(second)) last = second
      else if (second && TITLE.test(simplify(second.text))) last = first
    } else if (
      SURNAMES.has(surname) &&
      first !== undefined &&
      isHardlyKnownName(first, dictionary) &&
      mayPrecede(joined.at(-1), token.text)
    )
      last = first
    if (last) {
      const parts = tokens.slice(i, last === first ? i + 2 : i + 3)
      const text = parts.map((part) => part.text).join('')
      joined.push({ start: token.start, end: last.end, text, kind: 'name' })
      i += parts.length - 1
    } else joined.push(token)
  }
  return joined
}
