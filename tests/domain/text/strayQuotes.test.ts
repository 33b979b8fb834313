import { describe, expect, it } from 'vitest'
import { withoutStrayQuotes } from '../../../src/domain/text/strayQuotes.ts'

const left = (text: string): string => {
  const { start, end } = withoutStrayQuotes(text)
  return text.slice(start, end)
}

describe('a quotation mark at the edge of a sentence', () => {
  it.each([
    ['“我们走吧。', '我们走吧。'],
    ['我们走吧。”', '我们走吧。'],
    ['”他说。', '他说。'],
    ['“Let us go.', 'Let us go.'],
    ['Let us go.” ', 'Let us go.'],
    ['"Let us go.', 'Let us go.'],
    ['Let us go."', 'Let us go.'],
    ['‘Let us go.', 'Let us go.'],
    ['「我們走吧。', '我們走吧。'],
    ['『他說：「走吧。」', '他說：「走吧。」'],
    ['“他说：‘走吧。’', '他说：‘走吧。’'],
  ])('is left out of %s', (text, expected) => {
    expect(left(text)).toBe(expected)
  })

  it.each([
    '“我们走吧。”',
    '“走吧，”他说，“快点儿。”',
    '他说：“走吧。”',
    '"Let us go," she said.',
    'It was the boys’',
    '“走吧。”“好。”',
    'He left.',
    '“',
    '',
  ])('stays where its other half stands, or nothing else: %s', (text) => {
    expect(left(text)).toBe(text)
  })
})
