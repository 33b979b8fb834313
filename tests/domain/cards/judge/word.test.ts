import { describe, expect, it } from 'vitest'
import { proposedBy } from '../../../../src/domain/cards/judge/verdict.ts'
import { judgeWord } from '../../../../src/domain/cards/judge/word.ts'

describe('a typed word', () => {
  it.each([
    ['Ceasefire', 'ceasefire'],
    [' cease  fire ', 'cease-fire'],
    ['it’s hot', "it's hot"],
    ['“landlord.”', 'landlord'],
    ['ｌａｎｄｌｏｒｄ', 'landlord'],
    ['colour', 'color'],
    ['organise a trip', 'organize a trip'],
    ['theater', 'theatre'],
  ])('%j is %j', (typed, answer) => {
    expect(judgeWord(typed, [answer], 'en')).toBe('right')
  })

  it.each([
    ['停 火', '停火'],
    ['停火。', '停火'],
    ['马尔科卢比奥', '马尔科·卢比奥'],
  ])('%j is %j', (typed, answer) => {
    expect(judgeWord(typed, [answer], 'zh')).toBe('right')
  })

  it('is near in another form, or with one letter wrong', () => {
    expect(judgeWord('neighbor', ['neighbors'], 'en')).toBe('near')
    expect(judgeWord('worked late', ['working late'], 'en')).toBe('near')
    expect(judgeWord('landlrd', ['landlord'], 'en')).toBe('near')
    expect(judgeWord('recieve', ['receive'], 'en')).toBe('near')
    expect(judgeWord('acomodation', ['accommodation'], 'en')).toBe('near')
  })

  it('is wrong otherwise: another word, nothing, a short word with another letter, another hanzi', () => {
    expect(judgeWord('tenant', ['landlord'], 'en')).toBe('wrong')
    expect(judgeWord(' … ', ['landlord'], 'en')).toBe('wrong')
    expect(judgeWord('cat', ['car'], 'en')).toBe('wrong')
    expect(judgeWord('form', ['front'], 'en')).toBe('wrong')
    expect(judgeWord('advise', ['advertise'], 'en')).toBe('wrong')
    expect(judgeWord('停水', ['停火'], 'zh')).toBe('wrong')
  })

  it('may be any of several', () => {
    expect(judgeWord('頭髮', ['头发', '頭髮'], 'zh')).toBe('right')
  })
})

it('what is near proposes Forgot: only the learner knows that it was a slip', () => {
  expect(['right', 'near', 'wrong'].map((one) => proposedBy(one as never))).toEqual([
    'good',
    'again',
    'again',
  ])
})
