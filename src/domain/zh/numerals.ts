const DIGITS = '零一二三四五六七八九'
const DIGIT_OF: ReadonlyMap<string, number> = new Map([
  ...[...DIGITS].map((hanzi, value) => [hanzi, value] as const),
  ...[...'〇○'].map((hanzi) => [hanzi, 0] as const),
  ...[...'两兩'].map((hanzi) => [hanzi, 2] as const),
  ...[...'壹贰叁肆伍陆柒捌玖'].map((hanzi, i) => [hanzi, i + 1] as const),
  ...[...'貳參陸'].map((hanzi, i) => [hanzi, [2, 3, 6][i] ?? 0] as const),
])
/** Within a group of four digits. */
const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])
const LARGE_UNITS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
])

/**
 * The value of a number as Chinese texts write it, null when it is none:
 * 一百二十三 · 二〇二二 · 两万五 · 3.5万 · 1,200 · ３０００万 · 75% · 三分之一 · 百分之七点五 · 第三 · 半.
 */
export function numeralValue(text: string): number | null {
  const plain = toHalfWidth(text).replace(/^第/, '')
  if (plain === '半') return 0.5
  const fraction = /^(.+)分之(.+)$/.exec(plain)
  if (fraction) return divide(numeralValue(fraction[2] ?? ''), numeralValue(fraction[1] ?? ''))
  if (/[%‰]$/.test(plain)) {
    return divide(numeralValue(plain.slice(0, -1)), plain.endsWith('%') ? 100 : 1000)
  }
  const figures = /^(\d+(?:,\d{3})*(?:\.\d+)?)([十百千万亿萬億]*)$/.exec(plain)
  if (figures) {
    const units = [...(figures[2] ?? '')].map(
      (unit) => SMALL_UNITS.get(unit) ?? LARGE_UNITS.get(unit) ?? 1,
    )
    return units.reduce(
      (value, unit) => value * unit,
      Number((figures[1] ?? '').replaceAll(',', '')),
    )
  }
  return wholeOrDecimal(plain)
}

function wholeOrDecimal(text: string): number | null {
  const [whole = '', decimals, ...rest] = text.split(/[点點]/)
  const value = wholeValue(whole)
  if (value === null || rest.length > 0) return null
  if (decimals === undefined) return value
  // 1.5万 may also be written 一点五万.
  const unit = LARGE_UNITS.get(decimals.slice(-1))
  const digits = digitString(unit === undefined ? decimals : decimals.slice(0, -1))
  return digits === null ? null : Number(`${value}.${digits}`) * (unit ?? 1)
}

/** 二〇二二 digit by digit; 一百二十三 by units: each digit times the unit after it, each group times its 万 or 亿. */
function wholeValue(text: string): number | null {
  if (text === '') return null
  const digits = digitString(text)
  if (digits !== null) return Number(digits)
  let total = 0
  let group = 0
  let digit: number | null = null
  let lastUnit = 1
  for (const hanzi of text.replaceAll('廿', '二十').replaceAll('卅', '三十')) {
    const value = DIGIT_OF.get(hanzi)
    const small = SMALL_UNITS.get(hanzi)
    const large = LARGE_UNITS.get(hanzi)
    if (value !== undefined) {
      digit = value
      if (value === 0) lastUnit = 10
    } else if (small !== undefined) {
      group += (digit ?? 1) * small
      digit = null
      lastUnit = small
    } else if (large !== undefined) {
      const amount = group + (digit ?? 0)
      // 亿 multiplies all before it (三万亿), 万 its own group; either alone counts as one.
      total = large === 1e8 ? (total + amount || 1) * large : total + (amount || 1) * large
      group = 0
      digit = null
      lastUnit = large
    } else return null
  }
  // 两万五 is 25 000, 三百二 is 320: a last digit stands one unit below the one before, unless a 零 did.
  return total + group + (digit ?? 0) * (lastUnit > 10 ? lastUnit / 10 : 1)
}

function digitString(text: string): string | null {
  const digits = [...text].map((hanzi) => DIGIT_OF.get(hanzi))
  return digits.length > 0 && digits.every((digit) => digit !== undefined) ? digits.join('') : null
}

function divide(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0
    ? null
    : numerator / denominator
}

/** Full-width digits and signs as half-width ones. */
function toHalfWidth(text: string): string {
  return text.replace(/[０-９．，％]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}
