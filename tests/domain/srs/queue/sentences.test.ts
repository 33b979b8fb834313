import { describe, expect, it } from 'vitest'
import { NEW_CARD, type ReplayCard } from '../../../../src/domain/srs/cardState.ts'
import type { QueueCard, Spot } from '../../../../src/domain/srs/queue/notes.ts'
import {
  answered,
  buildQueue,
  hasMoreNew,
  nextCard,
  type QueueInput,
} from '../../../../src/domain/srs/queue/queue.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { studyDay } from '../../../../src/domain/time.ts'
import { notesOf } from './notesOf.ts'

const now = { at: Date.UTC(2026, 2, 2, 4), utcOffset: 480 }
const today = studyDay(now.at, 480, 4)

const card = (id: string): QueueCard => ({ id, note: id, article: 'a', kind: 'read' })
const spot = (from: number, to: number, article = 'a', text = 1): Spot => ({
  article,
  text,
  from,
  to,
})
const dueToday = (fields: Partial<ReplayCard> = {}): ReplayCard => ({
  ...NEW_CARD,
  phase: 'review',
  memory: { stability: 10, difficulty: 5 },
  lastDay: today - 10,
  dueDay: today,
  introducedDay: today - 20,
  reviewedDay: today - 10,
  reps: 2,
  last: 'before',
  ...fields,
})

/** What a day asks, every answer taking its card out of today. */
function dayOf(
  spots: Readonly<Record<string, readonly Spot[]>>,
  states: Readonly<Record<string, ReplayCard>> = {},
  more: Partial<QueueInput> = {},
) {
  const cards = new Map(Object.entries(states))
  const queue = buildQueue({
    notes: notesOf(Object.keys(spots).map(card), spots),
    states: cards,
    now,
    settings: DEFAULT_SRS_SETTINGS,
    ...more,
  })
  const asked: string[] = []
  for (let next = nextCard(queue, now.at); next !== null; next = nextCard(queue, now.at)) {
    asked.push(next.id)
    const { reps } = cards.get(next.id) ?? NEW_CARD
    cards.set(next.id, dueToday({ reps: reps + 1, lastDay: today, dueDay: today + 9 }))
    answered(queue, next)
  }
  return { asked, queue }
}

describe('cards that show one sentence', () => {
  it('are siblings: of the new ones of a sentence one is met a day', () => {
    const { asked, queue } = dayOf({ A: [spot(0, 20)], B: [spot(0, 20)], C: [spot(20, 40)] })
    expect(asked).toEqual(['A', 'C'])
    expect(hasMoreNew(queue)).toBe(false)
  })

  it('may not both be reviewed on one day', () => {
    const spots = { A: [spot(0, 20)], B: [spot(5, 12)], C: [spot(20, 40)] }
    const { asked } = dayOf(spots, { A: dueToday(), B: dueToday(), C: dueToday() })
    expect(asked).toHaveLength(2)
    expect(asked).toContain('C')
  })

  it('keep a new card away from a sentence that is reviewed, and the other way round', () => {
    expect(dayOf({ A: [spot(0, 20)], B: [spot(0, 20)] }, { A: dueToday() }).asked).toEqual(['A'])
    const met = dueToday({ lastDay: today, dueDay: today + 3, introducedDay: today })
    expect(dayOf({ A: [spot(0, 20)], B: [spot(0, 20)] }, { A: met, B: dueToday() }).asked).toEqual(
      [],
    )
  })

  it('are judged by where each is shown this time', () => {
    const turns = [spot(0, 20), spot(60, 80)]
    const states = { A: dueToday({ reps: 3 }), B: dueToday({ reps: 2 }) }
    expect(dayOf({ A: turns, B: turns }, states).asked).toHaveLength(2)
    const same = { A: dueToday({ reps: 3 }), B: dueToday({ reps: 1 }) }
    expect(dayOf({ A: turns, B: turns }, same).asked).toHaveLength(1)
  })

  it('are no siblings in another article, in another version of the text, or where nobody knows', () => {
    const spots = { A: [spot(0, 20)], B: [spot(0, 20, 'b')], C: [spot(0, 20, 'a', 2)], D: [] }
    expect(dayOf(spots).asked).toEqual(['A', 'B', 'C', 'D'])
  })

  it('come on, when one of them is being learnt', () => {
    const inLearning = dueToday({
      phase: 'learning',
      dueAt: now.at,
      dueDay: null,
      lastDay: today,
      introducedDay: today,
      reps: 1,
    })
    const { asked } = dayOf({ A: [spot(0, 20)], B: [spot(0, 20)] }, { A: inLearning, B: NEW_CARD })
    expect(asked).toEqual(['A'])
  })
})
