import { expect, it } from 'vitest'
import { parseCefr, parseHsk } from '../../../src/domain/dictionary/levels.ts'

it('reads HSK levels by line', () => {
  const levels = parseHsk('111\t一 爱\n007\t一一\n\n')
  expect([...levels]).toEqual([
    ['一', [1, 1, 1]],
    ['爱', [1, 1, 1]],
    ['一一', [0, 0, 7]],
  ])
})

it('reads CEFR levels by line', () => {
  expect([...parseCefr('A1\ta|about\nB1\taccording to\n')]).toEqual([
    ['a', 'A1'],
    ['about', 'A1'],
    ['according to', 'B1'],
  ])
})
