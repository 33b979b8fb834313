import { describe, expect, it } from 'vitest'
import { quoteStates } from '../../../src/domain/align/features/marks.ts'
import { marksEn, marksZh } from '../../../src/domain/align/marks.ts'

describe('marksZh', () => {
  it.each([
    [
      '“你去哪儿？”',
      { questions: 1, opens: 1, closes: 1, asks: true, startsQuote: true, endsQuote: true },
    ],
    ['他问：“为什么？', { asks: true, startsQuote: false, endsQuote: false, opens: 1, closes: 0 }],
    ['「走吧！」他說。', { exclamations: 1, exclaims: false, startsQuote: true, endsQuote: false }],
    ['她等了30天……', { pauses: true, numbers: ['30'], asks: false }],
  ])('of %s', (text, marks) => {
    expect(marksZh(text)).toMatchObject(marks)
  })
})

describe('marksEn', () => {
  it.each([
    [
      '“Where are you going?”',
      { questions: 1, opens: 1, closes: 1, asks: true, startsQuote: true, endsQuote: true },
    ],
    [
      "'Where are you going?' he asked.",
      { asks: false, startsQuote: true, endsQuote: false, opens: 1, closes: 1 },
    ],
    ["She doesn't know what it's worth", { opens: 0, closes: 0 }],
    [
      '"But that\'s not—"',
      { startsQuote: true, endsQuote: true, pauses: true, opens: 1, closes: 1 },
    ],
    ['He said—"No!"', { opens: 1, closes: 1, exclaims: true, endsQuote: true }],
    ['It took 30 days...', { pauses: true, numbers: ['30'] }],
  ])('of %s', (text, marks) => {
    expect(marksEn(text)).toMatchObject(marks)
  })
})

describe('quoteStates', () => {
  it.each([
    [
      ['“走吧。', '我们走。”', '他说。'],
      [0, 1, 0, 0],
    ],
    [
      ['他说：“走吧。', '“快走！”', '她没有动。'],
      [0, 1, 0, 0],
    ],
    [
      ['没有人说话。', '”', '海很平静。'],
      [0, 0, 0, 0],
    ],
  ])('of %j are %j', (sentences, states) => {
    expect([...quoteStates(sentences.map(marksZh))]).toEqual(states)
  })
})
