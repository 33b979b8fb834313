import { describe, expect, it } from 'vitest'
import { codes } from './doubtCodes.ts'

describe('marks and patterns of one side', () => {
  it('sees an English relative clause in Chinese', () => {
    expect(
      codes([
        '老船长-谁没有参加会议-回家了。',
        'The old captain -- who did not attend the meeting -- went home.',
      ]),
    ).toEqual([['calque', 0, '-谁没有参加会议-']])
  })

  it('sees quotation marks that only one side leaves open', () => {
    expect(codes(['“我们走吧，他说。', '“Let us go,” he said.'])).toEqual([['quotesUnbalanced', 0]])
    expect(codes(['“我们走吧，', '“Let us go,'])).toEqual([])
  })

  it('takes a quotation that goes on in the next sentence for whole', () => {
    expect(
      codes(
        ['他说：“我们走吧。', '“Let us go,” he said.'],
        ['天快黑了。”', '“It is getting dark.”'],
        ['她说：“好。', '“Fine,” she said.'],
      ),
    ).toEqual([['quotesUnbalanced', 2]])
  })

  it('sees an English relative clause after a comma', () => {
    expect(
      codes(
        [
          '老船长，谁没有参加会议，回家了。',
          'The captain, who did not attend the meeting, went home.',
        ],
        ['我问，谁是船长？', 'I asked who the captain was.'],
      ),
    ).toEqual([['calque', 0, '谁没有参加会议']])
  })

  it('sees words left in English', () => {
    expect(
      codes(['他说 the ship is late 然后离开了。', 'He said the ship is late and left.']).map(
        ([code]) => code,
      ),
    ).toEqual(['untranslated'])
  })
})
