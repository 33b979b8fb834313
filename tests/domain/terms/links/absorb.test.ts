import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { absorbNeighbours } from '../../../../src/domain/terms/links/absorb.ts'
import { evidenceOf } from '../../../../src/domain/terms/words/evidence.ts'
import { boardOf, partnersOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

describe('a neighbour is absorbed', () => {
  it.each([
    [
      'the rest of a hyphenated compound',
      '他很知名。',
      'He is high-profile.',
      '知名=profile',
      'high profile',
    ],
    [
      'what one hanzi means',
      '昨晚断电了。',
      'There was a power cut last night.',
      '断电=power',
      'power cut',
    ],
    [
      'not beside a gloss that says it all',
      '我买了苹果。',
      'I bought fresh apples.',
      '苹果=apples',
      'apples',
    ],
    [
      'not a capitalised word beside one without',
      '议员批评政府。',
      'Labour lawmakers criticised it.',
      '议员=lawmakers',
      'lawmakers',
    ],
  ])('%s', (_, zh, en, link, partners) => {
    const board = boardOf(zh, en, dictionary, [link])
    absorbNeighbours(board, evidenceOf(dictionary), dictionary)
    expect(partnersOf(board, link.split('=')[0] ?? '')).toBe(partners)
  })
})
