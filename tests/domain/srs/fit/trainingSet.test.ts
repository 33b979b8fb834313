import { type Entry } from '../../../../src/domain/srs/entries.ts'
import { finish } from '../../../../src/domain/tasks.ts'
import { describe, expect, it } from 'vitest'
import {
  recencyWeights,
  scoredRows,
  trainingSet,
  gatherTrainingSet,
  until,
} from '../../../../src/domain/srs/fit/trainingSet.ts'
import { seededRandom, shuffled } from '../../../../src/domain/random.ts'
import { answer, randomLog } from '../devices.ts'

describe('gatherTrainingSet', () => {
  it('reads grades and days of each card in order', () => {
    const first = answer({ id: 'a', rating: 'again', studyDay: 100 })
    const second = answer({ id: 'b', at: first.at + 1, rating: 'hard', studyDay: 100 })
    const third = answer({ id: 'c', at: first.at + 2, rating: 'easy', studyDay: 107 })
    const other = answer({ id: 'd', card: 'other', studyDay: 101 })
    const set = finish(gatherTrainingSet([third, other, first, second]))
    expect([...set.starts]).toEqual([0, 3, 4])
    expect([...set.grades]).toEqual([1, 2, 4, 3])
    expect([...set.days]).toEqual([0, 0, 7, 0])
    expect(set.scored).toBe(1)
  })

  it('takes a study day that goes back for the same day', () => {
    const first = answer({ id: 'a', studyDay: 100 })
    const second = answer({ id: 'b', at: first.at + 1, studyDay: 98 })
    expect([...finish(gatherTrainingSet([first, second])).days]).toEqual([0, 0])
  })

  it('leaves out what is voided, and what came before a reset', () => {
    const first = answer({ id: 'a', studyDay: 100 })
    const second = answer({ id: 'b', at: first.at + 1, studyDay: 105 })
    const third = answer({ id: 'c', at: first.at + 3, studyDay: 110 })
    const takenBack: Entry = { id: 'v', at: 1, device: 'x', type: 'void', entry: 'b' }
    const reset: Entry = { id: 'r', at: first.at + 2, device: 'x', type: 'reset', card: 'card' }
    expect([...finish(gatherTrainingSet([first, second, third, takenBack])).days]).toEqual([0, 10])
    expect([...finish(gatherTrainingSet([first, second, third, reset])).days]).toEqual([0])
  })

  it('is the same whatever the order, and however often an entry comes', () => {
    const log = randomLog(5, 80)
    const set = finish(gatherTrainingSet(log))
    expect(set.grades.length).toBeGreaterThan(20)
    expect(finish(gatherTrainingSet(shuffled([...log, ...log.slice(9)], seededRandom(2))))).toEqual(
      set,
    )
  })
})

describe('training sets', () => {
  const set = trainingSet([
    { grades: [3, 3, 1, 3], days: [0, 1, 0, 5], times: [1, 3, 4, 9] },
    { grades: [4, 3], days: [0, 8], times: [2, 8] },
  ])

  it('list scored rows by time', () => {
    expect([...scoredRows(set)]).toEqual([1, 5, 3])
  })

  it('count recent answers more', () => {
    expect([...recencyWeights(set)]).toEqual([0, 0.25, 0, 1, 0, 0.25 + 0.75 / 8])
  })

  it('can be cut at a moment', () => {
    const part = until(set, 4)
    expect([...part.starts]).toEqual([0, 3, 4])
    expect([...part.grades]).toEqual([3, 3, 1, 4])
    expect(part.scored).toBe(1)
    expect(until(set, 0).starts).toHaveLength(1)
  })
})
