import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { evidenceOf } from '../../../../src/domain/terms/words/evidence.ts'
import { form, linkResidue, nearness } from '../../../../src/domain/terms/links/residue.ts'
import { enWordsOf } from '../../../../src/domain/terms/words/words.ts'
import { boardOf, partnersOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

describe('what both sides leave over', () => {
  it('is linked on weak evidence', () => {
    const board = boardOf('他攻读经济学学位。', 'He pursued an economics degree.', dictionary, [
      '经济学=economics',
    ])
    linkResidue(board, evidenceOf(dictionary), () => 0, dictionary)
    expect(partnersOf(board, '学位')).toBe('degree')
  })

  it('is not linked without any', () => {
    const board = boardOf('渔民憎恶噪音。', 'Seven bishops dance.', dictionary)
    linkResidue(board, evidenceOf(dictionary), () => 0, dictionary)
    expect(board.links).toEqual([])
  })

  it('is nearer the closer it is to where its neighbours expect it', () => {
    expect([nearness([3], 3), nearness([3], 6), nearness([3], 20), nearness([], 4)]).toEqual([
      1, 0.5, 0, 0.5,
    ])
  })

  it('fits better when a verb meets a verb’s form', () => {
    const [word] = enWordsOf('mobilised', { start: 0, end: 9 })
    expect([form(1, word!), form(0, word!)]).toEqual([0.1, -0.1])
  })
})
