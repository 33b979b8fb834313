import { describe, expect, it } from 'vitest'
import { trueRetention } from '../../../../src/domain/srs/measure/retention.ts'
import { answer } from '../devices.ts'
import { answered, DAY, START } from './oneCard.ts'

describe('trueRetention', () => {
  it('counts the first review of a day, by the interval before it', () => {
    expect(trueRetention(answered(), 100, 132)).toEqual({
      young: { recalled: 2, total: 2 },
      mature: { recalled: 0, total: 1 },
      all: { recalled: 2, total: 3 },
    })
  })

  it('does not count a second review on the same day', () => {
    const first = answer({ id: 'a', studyDay: 100, dueDay: 102 })
    const later = { at: START + 2 * DAY, studyDay: 102, previous: 'a', dueDay: 102 }
    const second = answer({ id: 'b', ...later })
    const third = answer({ id: 'c', ...later, at: later.at + 1, previous: 'b', rating: 'again' })
    expect(trueRetention(answered([first, second, third]), 0, 999).all).toEqual({
      recalled: 1,
      total: 1,
    })
  })

  it('counts a learning step that was put off to another day, as Anki does', () => {
    const learning = { phase: 'learning' as const, remaining: 1 }
    const first = answer({ id: 'a', studyDay: 100, ...learning, dueDay: 101 })
    const next = answer({ id: 'b', at: START + DAY, studyDay: 101, previous: 'a', rating: 'again' })
    expect(trueRetention(answered([first, next]), 0, 999).young).toEqual({ recalled: 0, total: 1 })
  })

  it('counts a step of minutes as learning, also when it is answered the day after', () => {
    const learning = { phase: 'learning' as const, remaining: 1, dueDay: null, dueAt: START + 60 }
    const first = answer({ id: 'a', studyDay: 100, ...learning })
    const next = answer({ id: 'b', at: START + DAY, studyDay: 101, previous: 'a' })
    expect(trueRetention(answered([first, next]), 0, 999).all.total).toBe(0)
  })

  it('counts within the days asked for', () => {
    expect(trueRetention(answered(), 103, 129).all).toEqual({ recalled: 1, total: 1 })
    expect(trueRetention(answered(), 133, 999).all).toEqual({ recalled: 0, total: 0 })
  })
})
