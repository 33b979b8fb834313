import { expect, it } from 'vitest'
import { scaled } from '../../src/domain/tasks.ts'

function* halves(): Generator<number, string> {
  yield 0.5
  yield 1
  return 'done'
}

it('scaled gives the task’s result and its progress as a part of a larger one', () => {
  const work = scaled(halves(), 0.2, 0.4)
  expect([work.next().value, work.next().value]).toEqual([0.4, 0.6000000000000001])
  expect(work.next()).toEqual({ value: 'done', done: true })
})
