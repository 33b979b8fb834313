import { describe, expect, it } from 'vitest'
import {
  neighbourClass,
  openReadingModel,
  placeClass,
  scoreReadings,
} from '../../../src/domain/zh/readingModel.ts'

const model = openReadingModel({ 曾: 'ceng2 3 他也 经在 aaa|zeng1 1 姓 国 f' })

describe('the score', () => {
  it('is P(y) · Π (n(f, y) + αP(y)) / ((n(f) + α)P(y)) with α = 1.5, β = 0.3', () => {
    const context = { before: '他', after: '国', place: 'a' }
    const prior = [3.3 / 4.6, 1.3 / 4.6] as const
    const factor = (withReading: number, seen: number, p: number): number =>
      (withReading + 1.5 * p) / ((seen + 1.5) * p)
    const [ceng2, zeng1] = scoreReadings(model, '曾', ['ceng2', 'zeng1'], context)
    expect(ceng2).toBeCloseTo(
      prior[0] * factor(1, 1, prior[0]) * factor(0, 1, prior[0]) * factor(3, 3, prior[0]),
      12,
    )
    expect(zeng1).toBeCloseTo(
      prior[1] * factor(0, 1, prior[1]) * factor(1, 1, prior[1]) * factor(0, 3, prior[1]),
      12,
    )
  })

  it('is the prior alone beside neighbours never seen', () => {
    const context = { before: 'x', after: 'y', place: 'z' }
    const [ceng2, zeng1] = scoreReadings(model, '曾', ['ceng2', 'zeng1'], context)
    expect(ceng2).toBeCloseTo(3.3 / 4.6, 12)
    expect(zeng1).toBeCloseTo(1.3 / 4.6, 12)
  })

  it('is even for a hanzi it knows nothing of', () => {
    const context = { before: '#', after: '#', place: 'a' }
    expect(scoreReadings(model, '没', ['mei2', 'mo4'], context)).toEqual([0.5, 0.5])
  })
})

it('adds the hand-written hints to what was learnt', () => {
  const learnt = openReadingModel({ 地: 'di4 2 土 , l' })
  expect(learnt.get('地')?.find(({ reading }) => reading === 'de5')?.count).toBeGreaterThan(10)
  expect(learnt.get('地')?.find(({ reading }) => reading === 'di4')?.count).toBeGreaterThan(2)
})

it.each([
  [undefined, '#'],
  ['5', '0'],
  ['５', '0'],
  ['b', 'a'],
  ['，', ','],
  [' ', ','],
  ['|', ','],
  ['中', '中'],
  ['〇', '〇'],
])('a neighbour %s counts as %s', (character, kind) => {
  expect(neighbourClass(character)).toBe(kind)
})

it('tells places in a word', () => {
  expect([placeClass(0, 1), placeClass(0, 3), placeClass(1, 3), placeClass(2, 3)].join('')).toBe(
    'afml',
  )
})
