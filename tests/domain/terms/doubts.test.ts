import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import { findDoubts, type Doubt } from '../../../src/domain/terms/doubts.ts'
import { missingNumbers } from '../../../src/domain/terms/doubtNumbers.ts'
import type { Bitext } from '../../../src/domain/terms/linkBitext.ts'
import { pairsToBitext } from '../../quality/terms.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

function doubts(input: Bitext): readonly Doubt[] {
  const work = findDoubts(input, dictionary)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
const codes = (...pairs: readonly (readonly [string, string])[]) =>
  doubts(pairsToBitext(pairs)).map(({ code, bead, found }) => [code, bead, ...found])

describe('doubts about a translation', () => {
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

  it('sees an English relative clause in Chinese', () => {
    expect(
      codes([
        '老船长-谁没有参加会议-回家了。',
        'The old captain -- who did not attend the meeting -- went home.',
      ]),
    ).toEqual([['calque', 0, '-谁没有参加会议-']])
  })

  it('sees sentences that were not translated', () => {
    const bitext = pairsToBitext([['他们回家了。', 'They went home.']])
    const beads = [
      ...bitext.beads,
      { zh: { from: 1, to: 1 }, en: { from: 0, to: 1 }, confidence: 1 },
    ]
    expect(doubts({ ...bitext, beads }).map(({ code }) => code)).toEqual(['sideMissing'])
  })

  it('sees quotation marks that only one side leaves open', () => {
    expect(codes(['“我们走吧，他说。', '“Let us go,” he said.'])).toEqual([['quotesUnbalanced', 0]])
    expect(codes(['“我们走吧，', '“Let us go,'])).toEqual([])
  })

  it('sees words left in English', () => {
    expect(
      codes(['他说 the ship is late 然后离开了。', 'He said the ship is late and left.']).map(
        ([code]) => code,
      ),
    ).toEqual(['untranslated'])
  })

  it('sees a sentence much longer than its partner', () => {
    const usual = Array.from(
      { length: 10 },
      (_, i) =>
        [
          `第${i}个渔民在码头上修理他的旧渔网。`,
          'On the pier the fisherman was mending his old net.',
        ] as const,
    )
    const found = codes(...usual, [
      '渔民们在码头上修理他们的渔网。',
      'On the pier the fishermen were mending their nets, as they had done on every calm evening since the great storm that took the lighthouse away.',
    ])
    expect(found).toEqual([['lengthOutlier', 10]])
  })
})

describe('numbers', () => {
  it.each([
    ['共有337人。', 'There were 337 people.', []],
    ['共有三百三十七人。', 'There were 337 people.', []],
    ['近300万选民登记。', 'Nearly 3 million voters, 3,000,000 in all.', []],
    ['百分之七十五的可能性。', 'A 75% chance.', []],
    ['2022年以来。', 'Since 2022.', []],
    ['共有373人。', 'There were 337 people.', ['337']],
    ['很多人。', 'There were 12 people and 3 dogs.', ['12']],
  ])('%s against %s lacks %j', (zh, en, missing) => {
    expect(missingNumbers(zh, en)).toEqual(missing)
  })
})
