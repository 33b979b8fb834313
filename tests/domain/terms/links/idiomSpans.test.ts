import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { linkIdioms } from '../../../../src/domain/terms/links/idiomSpans.ts'
import { boardOf, partnersOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

describe('an idiom without a partner', () => {
  it('takes the stretch that nothing else explains', () => {
    const board = boardOf(
      '村民们呆若木鸡。',
      'The villagers stood rooted to the spot.',
      dictionary,
      ['村民=villagers'],
    )
    linkIdioms(board, dictionary)
    expect(partnersOf(board, '呆若木鸡')).toBe('stood rooted to the spot')
  })

  it('leaves small words at the ends out', () => {
    const board = boardOf('他无影无踪。', 'And then he was soaked to the bone.', dictionary)
    linkIdioms(board, dictionary)
    expect(partnersOf(board, '无影无踪')).toBe('')
    board.link(0, 2, 1)
    linkIdioms(board, dictionary)
    expect(partnersOf(board, '无影无踪')).toBe('soaked to the bone')
  })

  it('takes no plain word', () => {
    const board = boardOf('谈判讨价还价。', 'The talks began.', dictionary, ['谈判=talks'])
    linkIdioms(board, dictionary)
    expect(partnersOf(board, '讨价还价')).toBe('')
  })
})
