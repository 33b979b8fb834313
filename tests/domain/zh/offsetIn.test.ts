import { expect, it } from 'vitest'
import { offsetIn } from '../../../src/domain/zh/offsetIn.ts'

it('leaves offsets as they are where nothing got longer', () => {
  expect([0, 2, 4].map(offsetIn('停火谈判', '停火談判'))).toEqual([0, 2, 4])
})

it('counts characters where one takes two units on one side only', () => {
  const given = 'a𠮷b'
  const shown = 'axb'
  expect([0, 1, 3, 4].map(offsetIn(given, shown))).toEqual([0, 1, 2, 3])
  expect([0, 1, 2, 3].map(offsetIn(shown, given))).toEqual([0, 1, 3, 4])
})
