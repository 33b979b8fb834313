import { expect, it } from 'vitest'
import { outermost } from '../../../src/domain/terms/occurrences.ts'

it('a place inside another is no occurrence of its own', () => {
  const place = (start: number, end: number) => ({ bead: 0, start, end })
  expect(outermost([place(9, 12), place(3, 6), place(0, 6)])).toEqual([place(0, 6), place(9, 12)])
})
