import { type Entry } from '../../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { NEW_CARD } from '../../../src/domain/srs/cardState.ts'
import { sameDigest } from '../../../src/domain/srs/digest.ts'
import { DEFAULT_WEIGHTS, nextMemory } from '../../../src/domain/srs/memory.ts'
import { applyEntries, momentFor, replay } from '../../../src/domain/srs/replay.ts'
import type { ReplayState } from '../../../src/domain/srs/replay.ts'
import { choices } from '../../../src/domain/srs/schedule.ts'
import { DEFAULT_SRS_SETTINGS, withModel } from '../../../src/domain/srs/settings.ts'
import { seededRandom, shuffled } from '../../../src/domain/random.ts'
import { answer, OTHER_WEIGHTS, randomLog } from './devices.ts'

const DAY = 86_400_000
const settings = DEFAULT_SRS_SETTINGS

/** A state as text, the same for equal states. */
function told(state: ReplayState): string {
  const cards = [...state.cards].sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([cards, state.settings.weightsId, state.digest])
}

describe('replay', () => {
  it('knows no card before its first entry', () => {
    expect(replay([], settings).cards.size).toBe(0)
  })

  it('takes phase and due day from the answer itself', () => {
    const first = answer({ id: 'a', phase: 'review', dueDay: 20_600 })
    const card = replay([first], settings).cards.get('card')!
    expect(card).toMatchObject({ phase: 'review', dueDay: 20_600, dueAt: null, reps: 1, last: 'a' })
    expect(card.memory).toEqual(nextMemory(null, 0, 'good', DEFAULT_WEIGHTS))
  })

  it('counts elapsed days by the stored study days', () => {
    const first = answer({ id: 'a', studyDay: 100, dueDay: 102 })
    const second = answer({ id: 'b', at: first.at + 1, studyDay: 107, previous: 'a' })
    const memory = replay([first, second], settings).cards.get('card')!.memory
    const once = nextMemory(null, 0, 'good', DEFAULT_WEIGHTS)
    expect(memory).toEqual(nextMemory(once, 7, 'good', DEFAULT_WEIGHTS))
  })

  it('takes a study day that goes back for the same day', () => {
    const first = answer({ id: 'a', studyDay: 107 })
    const second = answer({ id: 'b', at: first.at + 1, studyDay: 100, previous: 'a' })
    const memory = replay([second, first], settings).cards.get('card')!.memory
    const once = nextMemory(null, 0, 'good', DEFAULT_WEIGHTS)
    expect(memory).toEqual(nextMemory(once, 0, 'good', DEFAULT_WEIGHTS))
  })

  it('works the due day out anew when another device answered in between', () => {
    const first = answer({ id: 'a' })
    const other = answer({ id: 'b', at: first.at + 2 * DAY, device: 'laptop', previous: 'a' })
    const later = answer({ id: 'c', at: first.at + 3 * DAY, previous: 'a', dueDay: 99_999 })
    const card = replay([later, first, other], settings).cards.get('card')!
    const before = replay([first, other], settings).cards.get('card')!
    const { at, utcOffset, studyDay: day } = later
    const plain = choices(before, { at, utcOffset, day }, settings, 'card').good
    expect(card).toMatchObject({ dueDay: plain.dueDay, phase: 'review', last: 'c', reps: 3 })
    expect(card.dueDay).toBeLessThan(99_999)
  })

  it('does without a voided answer, whichever came first', () => {
    const first = answer({ id: 'a' })
    const second = answer({ id: 'b', at: first.at + DAY, previous: 'a', rating: 'again' })
    const takenBack: Entry = {
      id: 'v',
      at: second.at + 1,
      device: 'phone',
      type: 'void',
      entry: 'b',
    }
    const alone = replay([first], settings).cards
    expect(replay([first, second, takenBack], settings).cards).toEqual(alone)
    expect(replay([takenBack, takenBack, second, first], settings).cards).toEqual(alone)
  })

  it('forgets a card whose only entry is voided', () => {
    const takenBack: Entry = { id: 'v', at: 1, device: 'phone', type: 'void', entry: 'a' }
    const state = replay([answer({ id: 'a' })], settings)
    expect(applyEntries(state, [takenBack]).changed).toEqual(['card'])
    expect(state.cards.size).toBe(0)
  })

  it('knows no void of a void', () => {
    const entries: Entry[] = [
      answer({ id: 'a' }),
      { id: 'v', at: 1, device: 'phone', type: 'void', entry: 'a' },
      { id: 'w', at: 2, device: 'phone', type: 'void', entry: 'v' },
    ]
    expect(replay(entries, settings).cards.size).toBe(0)
  })

  it('counts a lapse only for a card in review', () => {
    const first = answer({ id: 'a', rating: 'again', phase: 'learning', remaining: 2 })
    const second = answer({ id: 'b', at: first.at + 1, previous: 'a' })
    const third = answer({ id: 'c', at: first.at + DAY, previous: 'b', rating: 'again' })
    expect(replay([first], settings).cards.get('card')!.lapses).toBe(0)
    expect(replay([first, second, third], settings).cards.get('card')!.lapses).toBe(1)
  })

  it('starts a card over after a reset, but leaves it suspended', () => {
    const entries: Entry[] = [
      answer({ id: 'a' }),
      { id: 'b', at: Date.UTC(2026, 3, 1), device: 'phone', type: 'suspend', card: 'card' },
      { id: 'c', at: Date.UTC(2026, 3, 2), device: 'phone', type: 'reset', card: 'card' },
    ]
    expect(replay(entries, settings).cards.get('card')).toEqual({
      ...NEW_CARD,
      suspended: true,
      last: 'c',
      lastEntryAt: Date.UTC(2026, 3, 2),
    })
  })

  it('keeps what suspend, bury, flag and setDue say', () => {
    const base = { device: 'phone', card: 'card' }
    const at = answer({ id: 'a' }).at
    const entries: Entry[] = [
      answer({ id: 'a', phase: 'learning', remaining: 1, dueAt: at + 60_000, dueDay: null }),
      { ...base, id: 'b', at: at + 1, type: 'suspend' },
      { ...base, id: 'c', at: at + 2, type: 'bury', untilDay: 20_700 },
      { ...base, id: 'd', at: at + 3, type: 'flag', flag: 3 },
      { ...base, id: 'e', at: at + 4, type: 'setDue', dueDay: 20_800 },
      { ...base, id: 'f', at: at + 5, type: 'unsuspend' },
    ]
    expect(replay(entries, settings).cards.get('card')).toMatchObject({
      suspended: false,
      buriedUntilDay: 20_700,
      flag: 3,
      dueDay: 20_800,
      dueAt: null,
      phase: 'review',
      last: 'f',
    })
    const unburied: Entry = { ...base, id: 'g', at: at + 6, type: 'unbury' }
    expect(replay([...entries, unburied], settings).cards.get('card')!.buriedUntilDay).toBeNull()
  })

  it('uses the latest weights for the whole history and moves no due day', () => {
    const first = answer({ id: 'a' })
    const weights: Entry = {
      id: 'w',
      at: first.at + DAY,
      device: 'phone',
      type: 'weights',
      model: 'fsrs-6',
      weights: OTHER_WEIGHTS,
    }
    const state = replay([first, weights], settings)
    expect(state.settings.weightsId).toBe('w')
    expect(state.cards.get('card')).toMatchObject({
      memory: nextMemory(null, 0, 'good', OTHER_WEIGHTS),
      dueDay: first.dueDay,
    })
    const back: Entry = { id: 'v', at: first.at + 2 * DAY, device: 'x', type: 'void', entry: 'w' }
    applyEntries(state, [back])
    expect(state.settings.weightsId).toBe('default')
    expect(state.cards).toEqual(replay([first], settings).cards)
  })

  it('does not believe weights of another length or another model', () => {
    const base = { device: 'phone', type: 'weights' } as const
    const entries: Entry[] = [
      { ...base, id: 'a', at: 1, model: 'fsrs-6', weights: [1, 2, 3] },
      { ...base, id: 'b', at: 2, model: 'fsrs-6', weights: DEFAULT_WEIGHTS.map(() => Number.NaN) },
      { ...base, id: 'c', at: 3, model: 'fsrs-7', weights: DEFAULT_WEIGHTS },
    ]
    expect(replay(entries, settings).settings.weightsId).toBe('default')
  })

  it('says on which days a card was introduced and last reviewed', () => {
    const first = answer({ id: 'a' })
    const second = answer({ id: 'b', at: first.at + 3 * DAY, previous: 'a' })
    const other = answer({ id: 'c', at: first.at + 3 * DAY, card: 'other' })
    const state = replay([first, second, other], settings)
    const { studyDay: start } = first
    expect(state.cards.get(first.card)).toMatchObject({
      introducedDay: start,
      reviewedDay: start + 3,
    })
    expect(state.cards.get('other')).toMatchObject({ introducedDay: start + 3, reviewedDay: null })
  })

  it('takes the order from where an entry stands, and the days from what the clock said', () => {
    const at = Date.UTC(2026, 2, 2, 9)
    const model = withModel(settings, 'fsrs-7')
    const ahead = answer({ id: 'a', at: at + 400 * DAY, wall: at })
    const then = answer({ id: 'b', at: at + 400 * DAY + 1, wall: at + 3 * DAY, previous: 'a' })
    const plain = [answer({ id: 'a', at }), answer({ id: 'b', at: at + 3 * DAY, previous: 'a' })]
    const days = { studyDay: plain[1]!.studyDay, dueDay: plain[1]!.dueDay }
    const first = { studyDay: plain[0]!.studyDay, dueDay: plain[0]!.dueDay }
    const state = replay(
      [
        { ...then, ...days },
        { ...ahead, ...first },
      ],
      model,
    ).cards.get('card')!
    const { lastEntryAt, ...rest } = state
    const { lastEntryAt: _at, ...expected } = replay(plain, model).cards.get('card')!
    expect(rest).toEqual(expected)
    expect(lastEntryAt).toBe(then.at)
  })

  it('holds the study day when the learner has flown west over midnight', () => {
    const at = Date.UTC(2026, 2, 2, 0) // 08:00 in Shanghai, 19:00 the day before in New York
    const state = replay([answer({ id: 'a', at, utcOffset: 480 })], settings)
    const day = state.cards.get('card')!.lastDay
    expect(momentFor(state, at + 3_600_000, () => -300).day).toBe(day)
    expect(momentFor(state, at + 10 * 3_600_000, () => -300).day).toBe(day)
    expect(momentFor(state, at + 40 * 3_600_000, () => -300).day).toBe(day! + 1)
  })

  it('holds the study day for an answer that came after the day was asked for', () => {
    const at = Date.UTC(2026, 2, 2, 0)
    const state = replay([answer({ id: 'a', at: at - 3 * DAY, utcOffset: 480 })], settings)
    const before = momentFor(state, at, () => -300).day!
    applyEntries(state, [answer({ id: 'b', card: 'other', at, utcOffset: 480 })])
    expect(momentFor(state, at, () => -300).day).toBe(before + 1)
  })

  it('grants nobody who studies daily new cards a second time, however far the clock is set back', () => {
    const start = Date.UTC(2026, 2, 2, 9)
    const log = Array.from({ length: 60 }, (_, i) => {
      const at = start + Math.floor(i / 5) * DAY + (i % 5) * 60_000
      return answer({ id: `e${i}`, card: `c${i}`, at })
    })
    const state = replay(log, settings)
    for (let back = 0; back < 12; back++) {
      const { day } = momentFor(state, start + (11 - back) * DAY, () => 480)
      const introduced = [...state.cards.values()].filter(
        ({ introducedDay }) => introducedDay === day,
      )
      expect(introduced).toHaveLength(5)
    }
  })

  it('begins a day of its own three days back, where nothing was done on it', () => {
    const at = Date.UTC(2026, 2, 20, 9)
    const state = replay([answer({ id: 'a', at })], settings)
    const { day } = momentFor(state, at, () => 480)
    const daysBack = [1, 2, 3, 4].map((back) => momentFor(state, at - back * DAY, () => 480).day)
    expect(daysBack).toEqual([day, day, day! - 3, day! - 4])
  })

  it('does not hold a study day that only a wrong clock explains', () => {
    const at = Date.UTC(2026, 2, 2, 9)
    const ahead = answer({ id: 'a', at: at + 400 * DAY, utcOffset: 480 })
    const state = replay([ahead], settings)
    expect(momentFor(state, at, () => 480).day).toBe(ahead.studyDay - 400)
  })
})

describe('10,000 random logs of three devices', () => {
  it('come to the same state in every order, duplication and split', () => {
    let answers = 0
    for (let seed = 1; seed <= 10_000; seed++) {
      const log = randomLog(seed)
      answers += log.filter(({ type }) => type === 'answer').length
      const whole = replay(log, settings)
      const expected = told(whole)
      const random = seededRandom(seed)
      const disordered = shuffled([...log, ...log.slice(0, 7)], random)
      if (told(replay(disordered, settings)) !== expected) throw new Error(`order, seed ${seed}`)
      const portions = replay([], settings)
      for (let at = 0; at < disordered.length;) {
        const size = 1 + Math.floor(random() * 6)
        applyEntries(portions, disordered.slice(at, at + size))
        at += size
      }
      if (told(portions) !== expected) throw new Error(`portions, seed ${seed}`)
      if (!sameDigest(portions.digest, whole.digest)) throw new Error(`digest, seed ${seed}`)
      for (const card of whole.cards.values()) {
        if (card.dueAt !== null && card.dueDay !== null) throw new Error(`two dues, seed ${seed}`)
        const { stability = 1, difficulty = 1 } = card.memory ?? {}
        if (!(stability >= 0.001 && stability <= 36_500 && difficulty >= 1 && difficulty <= 10)) {
          throw new Error(`memory out of range, seed ${seed}`)
        }
      }
    }
    expect(answers).toBeGreaterThan(150_000)
  }, 120_000)
})
