import { type Entry } from '../../../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { knownOn, knownOverTime } from '../../../../src/domain/srs/measure/known.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { answer } from '../devices.ts'
import { answered, DAY, START } from './oneCard.ts'

describe('knownOverTime', () => {
  it('follows cards as their memory comes to last three weeks, and falls short again', () => {
    const easy = (id: string, day: number, card: string) =>
      answer({ id, at: START + day * DAY, studyDay: 100 + day, rating: 'easy', card })
    const entries: Entry[] = [
      easy('a', 0, 'x'),
      { ...easy('b', 9, 'x'), previous: 'a' },
      easy('c', 0, 'y'),
      { ...easy('d', 9, 'y'), previous: 'c' },
      { ...easy('e', 60, 'x'), previous: 'b', rating: 'again' },
      easy('f', 0, 'produce'),
      { ...easy('g', 9, 'produce'), previous: 'f' },
    ]
    const groups: Record<string, string> = { x: 'HSK 1', y: 'HSK 2' }
    const groupOf = (card: string) => groups[card] ?? null
    expect(knownOverTime(answered(entries), DEFAULT_SRS_SETTINGS, groupOf)).toEqual([
      { day: 109, known: { 'HSK 1': 1, 'HSK 2': 1 } },
      { day: 160, known: { 'HSK 1': 0, 'HSK 2': 1 } },
    ])
  })
})

describe('knownOn', () => {
  it('holds what changed last', () => {
    const changes = [
      { day: 3, known: { 'HSK 1': 1 } },
      { day: 5, known: { 'HSK 1': 2 } },
      { day: 6, known: { 'HSK 1': 1, none: 4 } },
    ]
    expect(knownOn(changes, [1, 3, 4, 9])).toEqual([
      {},
      { 'HSK 1': 1 },
      { 'HSK 1': 1 },
      { 'HSK 1': 1, none: 4 },
    ])
  })
})
