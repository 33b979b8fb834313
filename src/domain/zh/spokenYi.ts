import type { TextRange } from '../model.ts'

const DIGIT = '〇零○一二三四五六七八九'
const NUMERAL = new RegExp(`[${DIGIT}十百千万萬亿億0-9]`)
const DECIMAL = new RegExp(`[${DIGIT}0-9][点點]$`)
const UNIT_OF_MANY = /[百千万萬亿億]/
/** A word that ends in 一 and only points at what follows: 同一天 is 同 + 一天. */
const POINTING = /[同另每这這那哪某任]$/
/** What 一 counts nothing before: the first of its kind, not one of them. */
const ORDINAL = /^(?:的|[月号號楼樓]|年[级級]|路(?:公交|公[车車]|[车車]|[电電][车車]))/
/** A trial or a war, as a word of its own: not 背水一战, 一战成名. */
const TRIAL = /^(?:[审審](?!时|時)|[战戰](?!成名|到底|高下|而|之))/
/** Two-part weekdays and classes, wherever the words are cut: 下周一, 二年级一班. */
const WEEKDAY =
  /(?:^|[^一二三四五六七八九十两兩几幾半])(?:下|上|这|這|本)?(?:星期|[礼禮]拜|[周週])$/
const FROM_WEEKDAY = /^(?:[早上下中晚到至和、的开開我你他她]|凌晨|清晨)/
/** Years of school: 高一学生, but 高一米. */
const SCHOOL_YEAR = /[高大初研]$/
const OF_SCHOOL =
  /^(?:新生|[学學]生|同[学學]|男生|女生|班|年[级級]|[上下][学學]期|的|[时時]|[语語]文|[数數][学學]|英[语語]|暑假|寒假|那[年时時])/
/** 一 in words whose parts are digits or sounds, not counts. */
const FIXED = ['数一数二', '數一數二', '独一无二', '獨一無二']
const COUNTED = ['一五一十']
/** An hour: 一点钟, 一点半, 一点二十. */
const HOUR = new RegExp(
  `^[点點](?:[钟鐘整过過]|半(?![点點])|一刻|三刻|多[钟鐘]|左右|前后|前後|[〇零二三四五六七八九十]|一?十)`,
)
/** Before an hour, or a decimal point, stands a number or the part of a day. */
const HOUR_AFTER =
  /(?:[上中下]午|凌晨|清晨|早上|早晨|晚上|半夜|夜里|夜裡|深夜|午夜|[从從]|[今明昨]晚|星期[一二三四五六日天]|周[一二三四五六日])$/
/** 晚上一点声音也没有 is a bit of sound. */
const A_BIT = /^[点點](?:儿|兒|[^，。！？；]{0,5}[也都没沒不])/
const SCORE_AFTER = new RegExp(`[${DIGIT}十0-9]\\s*[比加减減乘除]$`)
const SCORE = new RegExp(`^[比加减減乘]\\s*[${DIGIT}十0-9]`)

/** The citation tone, and the two it changes into: before a fourth tone, and before the others. */
export type YiTone = 'yi1' | 'yi2' | 'yi4' | 'yi5'

/**
 * How the 一 at a place is spoken: it keeps yī where it is a digit, the first of an order, or the end of a word (统一的); it is
 * neutral between two same verbs (想一想); else yí before a fourth tone and yì before the others.
 *
 * @param tone of the next syllable, which follows at once; 0 when none does
 * @param word the word of the text it stands in
 */
export function spokenYi(text: string, at: number, tone: number, word: TextRange): YiTone {
  if (tone === 0) return 'yi1'
  const before = text.slice(Math.max(0, at - 5), at)
  const after = text.slice(at + 1, at + 10)
  const changed = tone === 4 || /^[个個]/.test(after) ? 'yi2' : 'yi4'
  if (isInside(text, at, FIXED)) return 'yi1'
  if (isInside(text, at, COUNTED)) return changed
  if (isReduplicated(text, at)) return 'yi5'
  // A word that begins with 一 is no digit of what stands before it: 周一|一早.
  const beginsWord = word.start === at && word.end > at + 1
  if (isDigit(beginsWord && !before.endsWith('第') ? '' : before, after)) return 'yi1'
  const endsWord = word.end === at + 1 && word.start < at
  if (endsWord && !POINTING.test(before) && !after.startsWith('刻')) return 'yi1'
  if (isFirst(before, after) || (word.start === at && TRIAL.test(after))) return 'yi1'
  if (/^[点點]/.test(after) && isHour(before, after)) return 'yi1'
  return changed
}

const isInside = (text: string, at: number, words: readonly string[]): boolean =>
  words.some((word) =>
    [...word].some((hanzi, i) => hanzi === '一' && text.startsWith(word, at - i)),
  )

/** 想一想, not 一天一天 or 三比一比. */
function isReduplicated(text: string, at: number): boolean {
  const verb = text[at - 1]
  return verb !== undefined && verb === text[at + 1] && !NUMERAL.test(verb) && text[at - 2] !== '一'
}

/** A digit of a number or a year; as the first of 一百 and 一万 it is a count, but not in 第一百 and 十一万. */
function isDigit(before: string, after: string): boolean {
  const last = before.at(-1) ?? ''
  const next = after[0] ?? ''
  if (UNIT_OF_MANY.test(next)) return /[第十]/.test(last)
  if (/[点點]/.test(last)) return DECIMAL.test(before) && !/[刻点點]/.test(next)
  return NUMERAL.test(last) || NUMERAL.test(next)
}

const isFirst = (before: string, after: string): boolean =>
  before.endsWith('第') ||
  ORDINAL.test(after) ||
  (/年[级級]$/.test(before) && after.startsWith('班')) ||
  (WEEKDAY.test(before) && FROM_WEEKDAY.test(after)) ||
  (before.endsWith('月') && after.startsWith('日')) ||
  (SCHOOL_YEAR.test(before) && OF_SCHOOL.test(after)) ||
  SCORE_AFTER.test(before) ||
  SCORE.test(after)

const isHour = (before: string, after: string): boolean =>
  HOUR.test(after) || (HOUR_AFTER.test(before) && !A_BIT.test(after))
