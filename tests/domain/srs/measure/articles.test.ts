import { describe, expect, it } from 'vitest'
import { standings } from '../../../../src/domain/srs/measure/articles.ts'
import { replay } from '../../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { answer } from '../devices.ts'
import { answered, DAY, oneCardLog, START } from './oneCard.ts'

describe('standings', () => {
  it('counts cards, mature ones and recall of every article; a card of two articles in both', () => {
    const long = answer({ id: 'z', at: START + 50 * DAY, studyDay: 150, card: 'y', dueDay: 171 })
    const log = [...oneCardLog(), long]
    const cards = [
      { id: 'card', articles: ['A', 'B'] },
      { id: 'y', articles: ['B'] },
      { id: 'never asked', articles: ['B'] },
      { id: 'only a quote is left', articles: [] },
    ]
    const { cards: states } = replay(log, DEFAULT_SRS_SETTINGS)
    expect(standings(cards, states, answered(log))).toEqual([
      { article: 'A', cards: 1, started: 1, mature: 0, retention: { recalled: 2, total: 3 } },
      { article: 'B', cards: 3, started: 2, mature: 1, retention: { recalled: 2, total: 3 } },
    ])
  })
})
