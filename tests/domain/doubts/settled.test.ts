import { type Doubt } from '../../../src/domain/doubts/doubt.ts'
import { expect, it } from 'vitest'
import { doubtName, openDoubts } from '../../../src/domain/doubts/settled.ts'
import { pairsToBitext } from '../../quality/terms.ts'

const pairs = [
  ['共有373人。', 'There were 337 people.'],
  ['他们周三见面。', 'They met on Tuesday.'],
] as const
const whole = pairsToBitext(pairs)
const doubt: Doubt = {
  code: 'numbersDiffer',
  bead: 1,
  zh: null,
  en: null,
  found: ['Tuesday', '周三'],
}

it('knows a settled doubt again after a pair was put before it', () => {
  const longer = pairsToBitext([['雾散了。', 'The fog lifted.'], ...pairs])
  expect(doubtName({ ...doubt, bead: 2 }, longer)).toBe(doubtName(doubt, whole))
})

it('takes a doubt for a new one when its sentence or what was found is another', () => {
  const edited = pairsToBitext([pairs[0], ['他们周四见面。', 'They met on Tuesday.']])
  expect(doubtName(doubt, edited)).not.toBe(doubtName(doubt, whole))
  expect(doubtName({ ...doubt, found: ['337'] }, whole)).not.toBe(doubtName(doubt, whole))
})

it('leaves out what was called fine', () => {
  const other: Doubt = { ...doubt, bead: 0, found: ['373'] }
  expect(openDoubts([doubt, other], whole, [doubtName(doubt, whole)])).toEqual([other])
})
