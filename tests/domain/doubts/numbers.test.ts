import { describe, expect, it } from 'vitest'
import { missingNumbers } from '../../../src/domain/doubts/numbers.ts'
import { codes } from './doubtCodes.ts'

describe('days of the week', () => {
  it('are doubted when the sides have different ones', () => {
    expect(codes(['他们周三见面。', 'They met on Tuesday.'])).toEqual([
      ['numbersDiffer', 0, 'Tuesday', '周三'],
    ])
    expect(codes(['他们星期二见面。', 'They met on Tuesday.'])).toEqual([])
    expect(codes(['他们见面了。', 'They met on Tuesday.'])).toEqual([])
  })
})

describe('numbers', () => {
  it.each([
    ['共有337人。', 'There were 337 people.', []],
    ['共有三百三十七人。', 'There were 337 people.', []],
    ['近300万选民登记。', 'Nearly 3 million voters, 3,000,000 in all.', []],
    ['百分之七十五的可能性。', 'A 75% chance.', []],
    ['2022年以来。', 'Since 2022.', []],
    ['共有373人。', 'There were 337 people.', ['337']],
    ['很多人。', 'There were 12 people and 3 dogs.', ['12']],
  ])('%s against %s lacks %j', (zh, en, missing) => {
    expect(missingNumbers(zh, en)).toEqual(missing)
  })
})
