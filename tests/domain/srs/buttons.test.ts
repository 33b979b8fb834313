import { describe, expect, it } from 'vitest'
import { dueLoad } from '../../../src/domain/srs/balance.ts'
import { buttonChoices } from '../../../src/domain/srs/buttons.ts'
import { NEW_CARD, type ReplayCard } from '../../../src/domain/srs/cardState.ts'
import { fuzzBounds } from '../../../src/domain/srs/fuzz.ts'
import { exactIntervalDays, nextMemory } from '../../../src/domain/srs/memory.ts'
import { choices } from '../../../src/domain/srs/schedule.ts'
import { DEFAULT_SRS_SETTINGS, type SrsSettings } from '../../../src/domain/srs/settings.ts'
import { type Moment, studyDay } from '../../../src/domain/time.ts'

const noon = { at: Date.UTC(2026, 2, 2, 4), utcOffset: 480 }
const today = studyDay(noon.at, 480, 4)
const memory = { stability: 20, difficulty: 5 }

/** A card in review that is due today. */
const due: ReplayCard = {
  ...NEW_CARD,
  phase: 'review',
  memory,
  lastDay: today - 20,
  dueDay: today,
  reps: 4,
  last: 'e',
}
const settings = DEFAULT_SRS_SETTINGS
const after = nextMemory(memory, 20, 'good', settings.weights)
const exact = exactIntervalDays(after.stability, settings.desiredRetention, settings.weights)
const [low, high] = fuzzBounds(exact, 1, settings.maximumIntervalDays)

/** Cards that make all but one of the days that "good" may choose busy. */
function busyBut(free: number): Map<string, ReplayCard> {
  const cards = new Map([['card', due]])
  for (let day = low; day <= high; day++) {
    if (day === free) continue
    for (let i = 0; i < 100; i++) cards.set(`${day}:${i}`, { ...due, dueDay: today + day })
  }
  return cards
}

const pressed = (
  siblings: readonly string[],
  at: Moment,
  cards: ReadonlyMap<string, ReplayCard>,
  given: SrsSettings,
) => buttonChoices('card', siblings, at, { cards, settings: given }, dueLoad(cards.values()))

describe('buttonChoices', () => {
  it.each([low + 1, high - 1])('takes day %i when it alone is free', (free) => {
    const { good } = pressed([], noon, busyBut(free), settings)
    expect(good.dueDay).toBe(today + free)
  })

  it('stays away from the days of the other cards of the note', () => {
    const cards = busyBut(low + 1).set('sibling', { ...due, dueDay: today + low + 1 })
    const { good } = pressed(['sibling', 'gone'], noon, cards, settings)
    expect(good.dueDay).not.toBe(today + low + 1)
  })

  it('is plain fuzz when the learner turned balancing off', () => {
    const off = { ...settings, balance: false }
    const cards = busyBut(low + 1)
    expect(pressed([], noon, cards, off)).toEqual(choices(due, noon, off, 'card'))
  })

  it('says the same twice, so that the button and the log agree', () => {
    const cards = busyBut(high)
    const { hard, good, easy } = pressed([], noon, cards, settings)
    const later = { ...noon, at: noon.at + 5_000 }
    expect(pressed([], later, cards, settings)).toMatchObject({
      hard,
      good,
      easy,
    })
  })
})
