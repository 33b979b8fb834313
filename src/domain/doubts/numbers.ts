import { numberEnds, startsNumber } from '../text/numbersZh.ts'
import { numeralValue } from '../zh/numerals.ts'

/**
 * Numbers in figures of the English sentence that its Chinese partner does not have, in figures or in hanzi. Only numbers of
 * two figures or more: small ones may be words (both, 一对). 3 million and 300 万 are the same, and so are 15 and 15 %.
 */
export function missingNumbers(zh: string, en: string): readonly string[] {
  const there = new Set<string>()
  for (let at = 0; at < zh.length; at++) {
    if (!startsNumber(zh, at)) continue
    for (const end of numberEnds(zh, at)) {
      const value = numeralValue(zh.slice(at, end).replace(/[年月日号份代]+$/, ''))
      if (value !== null) addForms(there, value)
    }
  }
  for (const [figures] of zh.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g))
    addForms(there, Number(figures.replaceAll(',', '')))
  const missing: string[] = []
  for (const match of en.matchAll(/(?<![\p{L}\d.-])\d+(?:,\d{3})*(?:\.\d+)?(?![\p{L}\d-])/gu)) {
    const value = Number(match[0].replaceAll(',', ''))
    if (value >= 10 && !there.has(significant(value))) missing.push(match[0])
  }
  return missing
}

const DAYS: readonly (readonly [english: RegExp, hanzi: RegExp])[] = [
  [/\bMondays?\b/, /(?:周|星期|礼拜|週)一/],
  [/\bTuesdays?\b/, /(?:周|星期|礼拜|週)二/],
  [/\bWednesdays?\b/, /(?:周|星期|礼拜|週)三/],
  [/\bThursdays?\b/, /(?:周|星期|礼拜|週)四/],
  [/\bFridays?\b/, /(?:周|星期|礼拜|週)五/],
  [/\bSaturdays?\b/, /(?:周|星期|礼拜|週)六/],
  [/\bSundays?\b/, /(?:周|星期|礼拜|週)[日天]/],
]

/** A day of the week that stands on one side while the other side has another one: `Tuesday`, 周三. Null when they agree. */
export function differentDays(
  zh: string,
  en: string,
): readonly [english: string, hanzi: string] | null {
  const day = DAYS.find(([english, hanzi]) => english.test(en) && !hanzi.test(zh))
  const other = DAYS.find(([english, hanzi]) => !english.test(en) && hanzi.test(zh))
  if (day === undefined || other === undefined) return null
  return [day[0].exec(en)?.[0] ?? '', other[1].exec(zh)?.[0] ?? '']
}

function addForms(there: Set<string>, value: number): void {
  there.add(significant(value))
  // 75 % is .75 as a value and 75 as figures.
  there.add(significant(value * 100))
}

/** The figures without what only shifts the point: 3000000, 300 and 0.03 are `3`. */
function significant(value: number): string {
  return value.toExponential(6).replace(/e.*$/, '').replace('.', '').replace(/0+$/, '')
}
