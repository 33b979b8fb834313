import { describe, expect, it } from 'vitest'
import { spanCounterpart } from '../../../src/domain/words/spanCounterpart.ts'

const zh = '双方在吉达同意停火三十天。'
const en = 'In Jeddah both sides agreed to a thirty-day ceasefire.'
const pair = { zh: { start: 0, end: zh.length }, en: { start: 0, end: en.length } }
const at = (text: string, part: string) => {
  const start = text.indexOf(part)
  return { start, end: start + part.length }
}
const link = (a: string, b: string | null) => ({
  occurrences: [{ zh: at(zh, a), en: b === null ? null : at(en, b) }],
})
const terms = [
  link('双方', 'both sides'),
  link('吉达', 'Jeddah'),
  link('同意', 'agreed'),
  link('停火', 'ceasefire'),
  link('三十天', null),
]

describe('what stands for a stretch of a sentence', () => {
  it.each([
    ['停火', 'ceasefire'],
    ['同意停火', 'agreed to a thirty-day ceasefire'],
    ['吉达同意', 'Jeddah both sides agreed'],
    ['双', 'both sides'],
    ['三十天', null],
    ['在', null],
    [zh, en],
  ])('%s is said with %s', (span, expected) => {
    const found = spanCounterpart(terms, pair, at(zh, span), 'zh')
    expect(found && en.slice(found.start, found.end)).toBe(expected)
  })

  it('is found from the English side, too', () => {
    expect(spanCounterpart(terms, pair, at(en, 'agreed'), 'en')).toEqual(at(zh, '同意'))
  })

  it('is nothing where the other side is missing, or the link leads out of the pair', () => {
    expect(spanCounterpart(terms, { ...pair, en: null }, at(zh, zh), 'zh')).toBeNull()
    const short = { zh: pair.zh, en: at(en, 'In Jeddah') }
    expect(spanCounterpart(terms, short, at(zh, '停火'), 'zh')).toBeNull()
  })
})
