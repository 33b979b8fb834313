import { describe, expect, it } from 'vitest'
import { pairsToBitext } from '../../quality/terms.ts'
import { codes, doubtsOf } from './doubtCodes.ts'

describe('doubts about a translation', () => {
  it('sees sentences that were not translated', () => {
    const bitext = pairsToBitext([['他们回家了。', 'They went home.']])
    const beads = [
      ...bitext.beads,
      { zh: { from: 1, to: 1 }, en: { from: 0, to: 1 }, confidence: 1 },
    ]
    expect(doubtsOf({ ...bitext, beads }).map(({ code }) => code)).toEqual(['sideMissing'])
  })

  it('are none about a text whose translation is still to come', () => {
    const alone = (at: number) => ({
      zh: { from: at, to: at + 1 },
      en: { from: 0, to: 0 },
      confidence: 1,
    })
    const bitext = pairsToBitext([
      ['雾散了。', ''],
      ['船靠岸了。', ''],
    ])
    expect(doubtsOf({ ...bitext, beads: [alone(0), alone(1)] })).toEqual([])
  })

  it('come in the order of the text', () => {
    expect(
      codes(
        ['共有373人。', 'There were 337 people.'],
        ['“我们走吧，他说。', '“Let us go,” he said.'],
        ['他们周三见面。', 'They met on Tuesday.'],
      ).map(([, bead]) => bead),
    ).toEqual([0, 1, 2])
  })

  it('are none about a sound translation', () => {
    expect(codes(['委员会讨论了这一提议。', 'The committee discussed the proposal.'])).toEqual([])
  })
})
