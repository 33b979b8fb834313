import { describe, expect, it } from 'vitest'
import { finish, named, part } from '../../src/domain/tasks.ts'

function* halves(): Generator<number, string> {
  yield 0.5
  yield 1
  return 'done'
}

describe('a task', () => {
  it('gives its result, and its progress as that of a larger one', () => {
    const work = part(0.25, 0.75, halves())
    expect([work.next().value, work.next().value]).toEqual([0.5, 0.75])
    expect(work.next()).toEqual({ value: 'done', done: true })
  })

  it('tells the name of its step', () => {
    const work = named('align', halves())
    expect(work.next().value).toEqual({ step: 'align', done: 0.5 })
  })

  it('is finished for whoever only wants the result', () => {
    expect(finish(halves())).toBe('done')
  })
})
