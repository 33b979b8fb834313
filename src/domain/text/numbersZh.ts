/**
 * Numbers and dates as Chinese texts write them, each one token: 3,000 · 75% · 12:30 · 3000万 · 二十三 · 三分之一 ·
 * 百分之七点五 · 第3 · 2022年 · 一九九八年 · 十月 · 26日.
 *
 * A count keeps apart from what it counts (三 个, 5 美元), and 三年 stays a word: only years named by their digits, months
 * and days are joined to their unit.
 */

const DIGIT = '0-9０-９'
const ONES = '〇零○一二三四五六七八九两兩'
const POWERS = '十百千万亿萬億廿卅'
const FIGURES = `[${DIGIT}]+(?:[,，][${DIGIT}]{3}(?![${DIGIT}])){0,24}(?:[.．:：/][${DIGIT}]+){0,24}`
/**
 * A digit or a ten comes first (二十三, 十五), or powers alone (千万, 数百亿). No number is longer than this: a page of 一一一 must
 * not be read to its end from each of its places.
 */
const NUMERALS = `(?:[${ONES}十廿卅][${ONES}${POWERS}]{0,24}|[数數几幾]?[${POWERS}]{1,8})`
const DECIMALS = `[点點][${ONES}]{1,16}(?![${ONES}${POWERS}]{0,4}[钟鐘])`
const MONTH = '(?:十[一二]|[一二三四五六七八九十])'
const DAY = '(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])'

const FORMS = [
  // 百分之七点五, 三分之一
  `(?:${NUMERALS}|[${DIGIT}]+)分之(?:${NUMERALS}(?:${DECIMALS})?|${FIGURES})`,
  // 第3, 第二十三
  `第(?:[${DIGIT}]+|${NUMERALS})`,
  // 1998年, 一九九八年, 90年代
  `(?:[${DIGIT}]{4}|[${ONES}]{4})年`,
  `(?:[${DIGIT}]{2}|[一二三四五六七八九]十)年代`,
  // 3月, 12月份, 十月, 26日, 二十六日
  `(?:[${DIGIT}]{1,2}|${MONTH})月份?`,
  `(?:[${DIGIT}]{1,2}|${DAY})日(?![本子常益前后後夜])`,
  // 75%, 3000万
  `${FIGURES}(?:[%％‰]|[${POWERS}]+)?`,
  // 二十三, 数百亿, 六点九
  `${NUMERALS}(?:${DECIMALS})?`,
].map((source) => new RegExp(source, 'y'))

/** One numeral is a word like others: 一 in 一个, 万 in 万物. */
const SINGLE = new RegExp(`^[${ONES}${POWERS}]$`)

const STARTS_NUMBER = new RegExp(`[第数數几幾${DIGIT}${ONES}${POWERS}]`)

/** Whether a number may start at a place: cheap, to be asked first. */
export function startsNumber(text: string, at: number): boolean {
  return STARTS_NUMBER.test(text[at]!)
}

/** End offsets of the numbers and dates that start at `at`, without repetitions, longest first. */
export function numberEnds(text: string, at: number): readonly number[] {
  const ends = new Set<number>()
  for (const form of FORMS) {
    form.lastIndex = at
    if (form.test(text) && !SINGLE.test(text.slice(at, form.lastIndex))) ends.add(form.lastIndex)
  }
  return [...ends].toSorted((a, b) => b - a)
}
