import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { boardOf, partnersOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

describe('the board of links', () => {
  it('expects a word between its neighbours’ partners', () => {
    const board = boardOf('渔民憎恶噪音', 'Fishermen abhor noise', dictionary, [
      '渔民=Fishermen',
      '噪音=noise',
    ])
    expect(board.expectedPlaces(1)).toEqual([1])
  })

  it('expects it as far from each as the words are when they change places', () => {
    const board = boardOf('渔民憎恶噪音', 'Noise that fishermen abhor', dictionary, [
      '渔民=fishermen',
      '噪音=Noise',
    ])
    expect(board.expectedPlaces(1)).toEqual([3, -1])
  })

  it('expects nothing without linked neighbours', () => {
    expect(boardOf('渔民憎恶噪音', 'Fishermen abhor noise', dictionary).expectedPlaces(1)).toEqual(
      [],
    )
  })

  it('takes a link back', () => {
    const board = boardOf('渔民走了', 'Fishermen left', dictionary, ['渔民=Fishermen'])
    board.unlink(0, 0)
    expect([board.links, partnersOf(board, '渔民'), board.isFreeEn(0)]).toEqual([[], '', true])
  })
})
