import { describe, expect, it } from 'vitest'
import { codes } from './doubtCodes.ts'

describe('two words for one', () => {
  it('says which spelling of a name is the rarer one', () => {
    expect(
      codes(
        ['科瓦连科昨天到达。', 'Kovalenko arrived yesterday.'],
        ['科瓦连科没有说话。', 'Kovalenko did not speak.'],
        ['记者问柯瓦连科为什么。', 'Reporters asked Kovalenko why.'],
      ),
    ).toEqual([['nameSpellings', 2, '柯瓦连科', '科瓦连科']])
  })

  it('says when a settled term is translated otherwise once', () => {
    expect(
      codes(
        ['委员会讨论了这一提议。', 'The committee discussed the proposal.'],
        ['提议得到了支持。', 'The proposal was supported.'],
        ['这个提议很大胆。', 'The proposal is bold.'],
        ['他们拒绝了新的建议。', 'They rejected the new proposal.'],
      ),
    ).toEqual([['termVaries', 3, '建议', '提议']])
  })
})
