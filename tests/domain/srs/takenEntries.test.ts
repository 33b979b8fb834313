import { describe, expect, it } from 'vitest'
import { replay } from '../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { isTaken, takenEntries } from '../../../src/domain/srs/takenEntries.ts'
import type { TakenAnswer, TakenCard } from '../../../src/domain/text/takenHistory.ts'

const DAY_MS = 86_400_000
/** Noon in Shanghai on study day 19 003. */
const AT = 19_003 * DAY_MS + 4 * 3_600_000
const PLACE = { rolloverHour: 4, offsetAt: () => 480 }
const answer = (after: number, grade: number, interval: number, isFirst = false): TakenAnswer => ({
  at: AT + after,
  grade,
  interval,
  tookMs: 99_000,
  isFirst,
})
const learnt = [answer(0, 3, -600, true), answer(600_000, 3, 4, true)]
const card = (given: Partial<TakenCard>): TakenCard => ({
  row: 1,
  asks: 'zh',
  answers: learnt,
  phase: 'review',
  dueAt: null,
  dueDay: 19_007,
  remaining: 0,
  suspended: false,
  flag: 0,
  changedAt: AT,
  ...given,
})
const entriesOf = (given: Partial<TakenCard>) => takenEntries('tx.read.zh-en', card(given), PLACE)
function standing(given: Partial<TakenCard>) {
  const state = replay(entriesOf(given), DEFAULT_SRS_SETTINGS).cards.get('tx.read.zh-en')
  return state && [state.phase, state.dueDay, state.dueAt, state.reps, state.suspended, state.flag]
}

describe('the history of a card from another program', () => {
  it.each<[string, Partial<TakenCard>, unknown]>([
    ['as its last answer says', {}, ['review', 19_007, null, 2, false, 0]],
    ['where the other program moved it', { dueDay: 19_020 }, ['review', 19_020, null, 2, false, 0]],
    ['overdue', { dueDay: 18_990 }, ['review', 18_990, null, 2, false, 0]],
    ['without a single answer', { answers: [] }, ['review', 19_007, null, 0, false, 0]],
    ['suspended and flagged', { suspended: true, flag: 3 }, ['review', 19_007, null, 2, true, 3]],
    [
      'in the middle of its steps',
      {
        answers: learnt.slice(0, 1),
        phase: 'learning',
        dueDay: null,
        dueAt: AT + 600_500,
        remaining: 1,
      },
      ['learning', null, AT + 600_500, 1, false, 0],
    ],
    [
      'lapsed, its step on the next day',
      {
        answers: [...learnt, answer(4 * DAY_MS, 1, -50_000)],
        phase: 'relearning',
        dueDay: 19_008,
        remaining: 1,
      },
      ['relearning', 19_008, null, 3, false, 0],
    ],
    [
      'dated by hand',
      { answers: [...learnt, answer(700_000, 0, 30)], dueDay: 19_033 },
      ['review', 19_033, null, 2, false, 0],
    ],
    [
      'new again',
      { answers: [...learnt, answer(700_000, 0, 0)], phase: 'new', dueDay: null },
      ['new', null, null, 0, false, 0],
    ],
    [
      'new again without a word of it',
      { phase: 'new', dueDay: null },
      ['new', null, null, 0, false, 0],
    ],
    [
      'its answers in no order',
      { answers: learnt.toReversed() },
      ['review', 19_007, null, 2, false, 0],
    ],
  ])('leaves it due %s', (_what, given, expected) => {
    expect(standing(given)).toEqual(expected)
  })

  it('gives the same entries each time, and only the new ones of a longer history', () => {
    const before = entriesOf({})
    expect(entriesOf({})).toEqual(before)
    const later = entriesOf({ answers: [...learnt, answer(5 * DAY_MS, 3, 12)], dueDay: 19_020 })
    expect(later.slice(0, before.length)).toEqual(before)
    expect(later).toHaveLength(before.length + 1)
  })

  it('has ids in the order of its moments, other ones for another card, and says where it is from', () => {
    const entries = entriesOf({ answers: [learnt[0]!, { ...learnt[1]!, at: AT }], dueDay: 19_030 })
    const ids = entries.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)].toSorted())
    expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true)
    expect(entries.every(isTaken)).toBe(true)
    const others = takenEntries('ty.read.zh-en', card({}), PLACE)
    expect(others.some(({ id }) => ids.includes(id))).toBe(false)
  })

  it('says of how long an answer took no more than an answer may', () => {
    expect(entriesOf({})[0]).toMatchObject({ tookMs: 60_000, rating: 'good', studyDay: 19_003 })
  })
})
