import { type Entry } from '../../../src/domain/srs/entries.ts'
import { finish } from '../../../src/domain/tasks.ts'
import { describe, expect, it } from 'vitest'
import { measure } from '../../../src/domain/srs/measure/measure.ts'
import { fit, optimise } from '../../../src/domain/srs/fit/optimise.ts'
import { replay } from '../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { gatherTrainingSet } from '../../../src/domain/srs/fit/trainingSet.ts'
import { packEntries } from '../../../src/formats/packedEntries.ts'
import type { PackedLog } from '../../../src/formats/packedLog.ts'
import { memoryThread } from '../../../src/worker/memory/thread.ts'
import { answer } from '../../domain/srs/devices.ts'

const settings = DEFAULT_SRS_SETTINGS
const DAY = 86_400_000
const facts = [{ id: 'card1', articles: ['A'], group: 'HSK 1' }]

/** Answers of many cards, one a day for each, every ninth forgotten. */
function log(cards: number, days: number): Entry[] {
  return Array.from({ length: cards * days }, (_, index) => {
    const [day, card] = [Math.floor(index / cards), index % cards]
    return answer({
      id: String(index).padStart(8, '0'),
      at: 1.7e12 + day * 3 * DAY + card * 1_000,
      card: `card${card}`,
      rating: (index * 7) % 9 === 0 ? 'again' : 'good',
      previous: day === 0 ? null : String(index - cards).padStart(8, '0'),
    })
  })
}
const packed = (entries: readonly Entry[]): PackedLog => ({
  segments: [packEntries(entries.slice(0, 100)), packEntries(entries.slice(100, 300))],
  pending: entries.slice(300),
})

describe('the memory thread', () => {
  const entries = log(60, 8)
  const today = Math.floor(1.7e12 / DAY) + 40
  const now = { at: today * DAY, day: today }

  it('optimises a packed log as the domain does its entries', async () => {
    const told: number[] = []
    const done = await memoryThread().optimise(1, packed(entries), settings, (p) => told.push(p))
    const work = optimise(finish(gatherTrainingSet(entries)), settings.weights)
    let next = work.next()
    while (next.done !== true) next = work.next()
    expect(done).toEqual(next.value)
    expect(told.every((progress) => progress > 0 && progress <= 1)).toBe(true)
  })

  it('measures a fit against the weights in force since they are', async () => {
    const work = fit(finish(gatherTrainingSet(entries)))
    let next = work.next()
    while (next.done !== true) next = work.next()
    const at = entries.at(-1)!.at + 1
    const weights: Entry = {
      id: 'w',
      at,
      device: 'x',
      type: 'weights',
      model: 'fsrs-6',
      weights: next.value,
    }
    const done = await memoryThread().optimise(
      1,
      packed([...entries, weights]),
      settings,
      () => undefined,
    )
    // No answer came after the weights: nothing tells whether others are better.
    expect(done).toMatchObject({ accepted: false, before: null, after: null })
  })

  it('takes the statistics of the whole log', async () => {
    const all = await memoryThread().statistics(1, packed(entries), settings, facts, now)
    expect(all).toEqual(measure(replay(entries, settings), facts, now))
    expect(all.periods.all.answers).toBe(480)
  })

  it('simulates with the learner’s own cards and habits', async () => {
    const plan = { today, retentions: [0.8, 0.95], newCards: 0, days: 100, mostCards: 1_000 }
    const work = memoryThread().simulate(1, packed(entries), settings, plan, () => undefined)
    const [less, more] = await work
    expect(more!.answersPerDay).toBeGreaterThan(less!.answersPerDay)
    expect(more!.minutesPerDay).toBeCloseTo((more!.answersPerDay * 5_000) / 60_000, 9)
  })

  it('stops a cancelled job between two slices', async () => {
    const thread = memoryThread()
    const work = thread.optimise(7, packed(log(400, 12)), settings, () => void thread.cancel(7))
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
  })
})
