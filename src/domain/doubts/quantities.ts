import { numberEnds, startsNumber } from '../text/numbersZh.ts'
import { numeralValue } from '../zh/numerals.ts'

/** A number that a sentence names, in figures or in words. */
export interface Quantity {
  readonly value: number
  /** As it stands there. */
  readonly text: string
  /** It may answer a number of the other side, but it is often said otherwise: one, both, half, the name of a month. */
  readonly weak: boolean
}

const list = (words: string, from: number, step = 1): readonly (readonly [string, number])[] =>
  words.split(' ').map((word, i) => [word, from + i * step] as const)

const SMALL = new Map([
  ...list(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    0,
  ),
  ...list(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    1,
  ),
])
const TENS = new Map([
  ...list('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ...list('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth', 20, 10),
])
const POWERS = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const PARTS = new Map([
  ...list('half third quarter fifth sixth seventh eighth ninth tenth', 2),
  ...list('halves thirds quarters fifths sixths sevenths eighths ninths tenths', 2),
])
const MONTHS = new Map(
  list('January February March April May June July August September October November December', 1),
)
const WEAK = new Map([
  ['both', 2],
  ['pair', 2],
  ['couple', 2],
  ['twice', 2],
  ['double', 2],
  ['doubled', 2],
  ['half', 0.5],
  ['quarter', 0.25],
  ['dozens', 12],
  ['decade', 10],
  ['noon', 12],
  ['midnight', 12],
  ['fortnight', 14],
])
/** Said with an article, or left out. */
const isWeak = (value: number): boolean => [0, 0.5, 1].includes(value)

const TOKEN = /\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th)?|[A-Za-z]+|%/g
/** Between the parts of one number in words only a space or a hyphen stands. */
const JOINS = /^[\s-]$/

/** The numbers of an English sentence: 1,200, 3 million, twenty-five, two and a half, 20 per cent, the thirteenth. */
export function quantitiesEn(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  let total = 0
  let group: number | null = null
  let start = -1
  let end = -1
  const flush = (): void => {
    if (start >= 0) {
      const value = total + (group ?? 0)
      found.push({ value, text: text.slice(start, end), weak: isWeak(value) })
    }
    ;[total, group, start] = [0, null, -1]
  }
  const take = (at: number, to: number): void => {
    if (start < 0) start = at
    end = to
  }
  const divideLast = (by: number): void => {
    flush()
    const last = found.at(-1)
    if (last) found[found.length - 1] = { ...last, value: last.value / by, weak: false }
  }
  const tokens = [...text.matchAll(TOKEN)]
  for (const [i, { index, 0: token }] of tokens.entries()) {
    const word = token.toLowerCase()
    const to = index + token.length
    const isJoined = start >= 0 && JOINS.test(text.slice(end, index))
    const small = SMALL.get(word)
    const ten = TENS.get(word)
    const power = POWERS.get(word)
    const before = tokens[i - 1]?.[0].toLowerCase()
    if (/^\d/.test(token)) {
      flush()
      take(index, to)
      group = Number(token.replace(/,|[a-z]+$/g, ''))
    } else if (
      isJoined &&
      PARTS.has(word) &&
      word !== 'half' &&
      word !== 'third' &&
      group !== null
    ) {
      divideLast(PARTS.get(word)!)
    } else if (
      word === 'third' &&
      (before === 'a' || before === 'one') &&
      /^\s+of\b/.test(text.slice(to))
    ) {
      flush()
      found.push({ value: 1 / 3, text: token, weak: true })
    } else if (small !== undefined) {
      const adds =
        isJoined &&
        group !== null &&
        ((group % 10 === 0 && group % 100 > 0 && small < 10) || (group >= 100 && group % 100 === 0))
      if (!adds && !(isJoined && group === null && total > 0)) flush()
      take(index, to)
      group = (group ?? 0) + small
    } else if (ten !== undefined) {
      const adds = isJoined && (group === null ? total > 0 : group >= 100 && group % 100 === 0)
      if (!adds) flush()
      take(index, to)
      group = (group ?? 0) + ten
    } else if (word === 'hundred' || word === 'dozen') {
      if (!isJoined) flush()
      take(index, to)
      group = (group ?? 1) * (word === 'dozen' ? 12 : 100)
    } else if (power !== undefined) {
      if (!isJoined) flush()
      take(index, to)
      total += (group ?? 1) * power
      group = null
    } else if (word === 'and' && isJoined && (group === null || group % 100 === 0)) {
      // Two hundred and six: the number goes on, if one follows.
      const next = tokens[i + 1]?.[0].toLowerCase() ?? ''
      if (SMALL.has(next) || TENS.has(next)) end = to
      else flush()
    } else if (word === 'percent' || word === '%' || (word === 'cent' && before === 'per')) {
      divideLast(100)
    } else if (word !== 'per') {
      flush()
      const weak = WEAK.get(word) ?? MONTHS.get(token)
      if (weak !== undefined) found.push({ value: weak, text: token, weak: true })
    } else if (tokens[i + 1]?.[0] !== 'cent') flush()
  }
  flush()
  return found
}

const COUNTER =
  '[个個只隻条條张張位名次年月天日周週小分秒元块塊斤公里米厘点點岁歲人份箱间間桶层層站圈遍句本辆輛座棵片杯碗倍成种種项項家所门門头頭口股场場段队隊批排页頁台根把双雙对對件套幅代期枚艘架回艘道顿頓勺匙盒瓶袋包粒车車号號楼樓级級课課章节節克吨噸升度毫英亩畝平季世届屆寸尺丈亿億班美欧歐英日首则則趟样樣方国國省县縣市州行轮輪局线線晚夜季声聲壶壺碟列封朵匹户戶员員款票字角时時比大束串笔筆滴堆捆筐罐局展]'
const SINGLE = new RegExp(`^([二两兩三四五六七八九十一半])(?=${COUNTER}|[、）)”])`)
/** 一米二, 两块五: the last figure is a tenth. */
const WITH_TENTH = /^([一二两三四五六七八九十])([米块元])([一二三四五六七八九])(?![十百千万个])/
/** 几十, 数百, 二三十 */
const VAGUE = /[几幾数數]|[一二三四五六七八][二三四五六七八九](?=[十秒分天年月个個次岁米块元倍])/

/** The numbers of a Chinese sentence, in figures or in hanzi; single hanzi only before what they count. */
export function quantitiesZh(text: string): readonly Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at, at + 12)
    const tenth = WITH_TENTH.exec(rest)
    if (tenth) {
      const value = numeralValue(tenth[1]!)! + numeralValue(tenth[3]!)! / 10
      found.push({ value, text: tenth[0], weak: false })
      at += tenth[0].length
      continue
    }
    const read = startsNumber(text, at) ? numberAt(text, at) : null
    if (read !== null) {
      if (!VAGUE.test(read.text)) found.push(read)
      at += read.text.length
      continue
    }
    const single = SINGLE.exec(rest)?.[1]
    if (single !== undefined && !/[第几幾数數期周週拜]/.test(text[at - 1] ?? '')) {
      const value = numeralValue(single)!
      const isShare = /^.成(?![为為了立年本功员員就分长長])/.test(rest)
      found.push({
        value: isShare ? value / 10 : value,
        text: single,
        weak: !isShare && isWeak(value),
      })
    }
    at++
  }
  return found
}

function numberAt(text: string, at: number): Quantity | null {
  for (const end of numberEnds(text, at)) {
    // 五点一刻 is no 5.1.
    const isHour = text[end] === '刻' && /[点點].$/.test(text.slice(at, end))
    const number = text.slice(at, isHour ? end - 2 : end)
    const plain = numeralValue(number.replace(/[年月日号份代]+$/, ''))
    if (plain === null) continue
    // 四十多万, 两百余亿, 300 万
    const power = /^[多余餘来來 ][百千万萬亿億]/.exec(text.slice(end, end + 2))?.[0][1]
    const value = power === undefined ? plain : plain * numeralValue(`一${power}`)!
    const isMonth = /月份?$/.test(number)
    const isShare = /^成(?![为為了立年本功员員就分])/.test(text.slice(end, end + 2)) && value <= 10
    return {
      value: isShare ? value / 10 : value,
      text: number,
      weak: isMonth || isWeak(value) || /^[百千万亿萬億]+$/.test(number),
    }
  }
  return null
}

/** Whether two numbers are the same, though one may be a share and the other a percentage, or in old units. */
function isSame(zh: Quantity, en: Quantity, text: string, english: string): boolean {
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(a, b)
  const unit = text.slice(text.indexOf(zh.text) + zh.text.length).trimStart()
  const unitEn = english.slice(english.indexOf(en.text) + en.text.length).trimStart()
  const isOld = /^[多余来]?(?:斤|里(?![面头]))/.test(unit) && /^(?:kilo|kg|km)/i.test(unitEn)
  if (isOld) return near(zh.value, 2 * en.value)
  if (near(zh.value, en.value)) return true
  if (/^centur/i.test(unitEn) && near(zh.value, 100 * en.value)) return true
  if (/^decade/i.test(unitEn) && near(zh.value, 10 * en.value)) return true
  if (
    zh.value < 1 !== en.value < 1 &&
    near(Math.max(zh.value, en.value), 100 * Math.min(zh.value, en.value))
  )
    return true
  if (/^(?:年代|点|時|时)/.test(unit) || zh.text.includes('年代'))
    return near(zh.value, en.value % 100) || near(Math.abs(zh.value - en.value), 12)
  return false
}

/** Numbers in the English that say less than a number: the Chinese one may be one of them. */
const VAGUE_EN =
  /\b(?:dozens?|several|few|hundreds|thousands|millions|decades?|century|centuries|many|some|next|last|every|each|another)\b/i
/** Smaller ones are left out or put in too freely when the other side has no number at all. */
const LEAST_ALONE = 3

/** Numbers that do not agree: one of each side, or one that the other side has nothing for. Null when they do. */
export function differentQuantities(zh: string, en: string): readonly string[] | null {
  const chinese = [...quantitiesZh(zh)]
  const english: Quantity[] = []
  for (const quantity of quantitiesEn(en)) {
    // A number that is said twice may be said once there.
    const at = chinese.findIndex((one) => isSame(one, quantity, zh, en))
    if (at >= 0) chinese.splice(at, 1)
    else if (!quantitiesZh(zh).some((one) => isSame(one, quantity, zh, en))) english.push(quantity)
  }
  const all = quantitiesEn(en)
  const isHalfHour = ({ value }: Quantity): boolean =>
    (value === 30 && /[点點]半/.test(zh)) || ((value === 15 || value === 45) && zh.includes('刻'))
  const left = english.find((one) => !one.weak && !isHalfHour(one))
  const over = chinese.find((one) => !one.weak && !all.some((other) => isSame(one, other, zh, en)))
  if (left && over) return [left.text, over.text]
  const turned = turnedOrder(zh, all)
  if (turned !== null) return turned
  const counts = ({ value }: Quantity): boolean => value >= LEAST_ALONE || value < 1
  if (left && counts(left) && !VAGUE.test(zh)) return [left.text]
  if (over && counts(over) && !VAGUE_EN.test(en)) return [over.text]
  return null
}

/** Small numbers before a counter: 两间, 三间. */
const COUNTED = /([两二三四五六七八九十])([个间位名只条张份箱桶杯瓶层座辆家本])/g

/** Two numbers of alike things that both sides have once, and name in another order; null when there are none. */
function turnedOrder(zh: string, en: readonly Quantity[]): readonly [string, string] | null {
  const counted = [...zh.matchAll(COUNTED)]
  for (const [i, [, one, unit]] of counted.entries()) {
    const other = counted.slice(i + 1).find((later) => later[2] === unit)?.[1]
    if (one === undefined || other === undefined || one === other) continue
    const places = [one, other].map((hanzi) => {
      const value = numeralValue(hanzi)
      const found = en.flatMap((quantity, at) => (quantity.value === value ? [at] : []))
      return found.length === 1 ? found[0]! : -1
    })
    if (places[0]! >= 0 && places[1]! >= 0 && places[1]! < places[0]!) {
      return [en[places[1]!]!.text, one]
    }
  }
  return null
}
