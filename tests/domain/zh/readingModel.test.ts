import { describe, expect, it } from 'vitest'
import { openReadingModel, UNCOMMON } from '../../../src/domain/zh/readingModel.ts'

const model = openReadingModel({
  shared: 'first 64 common 8',
  common: '曾 ceng2 40 zeng1 20|没 mei2 50',
  rows: { 曾: 'ceng2|zeng1 -48;* 32;3姓;Lx' },
})

describe('the score of a reading', () => {
  const shared = [[['first', 1] as const], []]

  it('is the sum of what all hanzi share and, four times, of what the hanzi has learnt', () => {
    expect(model.score('曾', ['ceng2', 'zeng1'], ['3姓'], shared)).toEqual([64, 4 * (32 - 48)])
    expect(model.score('曾', ['ceng2', 'zeng1'], ['3他'], shared)).toEqual([64, 4 * -48])
  })

  it('multiplies shared weights by the value of their feature', () => {
    expect(model.score('没', ['mei2'], [], [[['common', 50]]])).toEqual([400])
  })

  it('is out of reach for a reading the hanzi was never learnt with', () => {
    const [, , never = 0] = model.score('曾', ['ceng2', 'zeng1', 'zeng4'], [], [[], [], []])
    expect(never).toBeLessThan(-1000)
  })
})

it('knows which hanzi it has learnt, and how common a reading is', () => {
  expect([model.has('曾'), model.has('没')]).toEqual([true, false])
  expect([model.has('曾', 'zeng1'), model.has('曾', 'zeng4')]).toEqual([true, false])
  expect(model.commonness('曾', 'zeng1')).toBe(20)
  expect(model.commonness('曾', 'xx5')).toBe(UNCOMMON)
})
