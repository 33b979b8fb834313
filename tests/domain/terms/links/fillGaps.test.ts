import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { completeIdioms, fillGaps } from '../../../../src/domain/terms/links/fillGaps.ts'
import { boardOf, partnersOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

describe('a gap', () => {
  it.each([
    ['between two linked neighbours is filled', '渔民憎恶噪音', 'Fishermen scorned noise', '渔民=Fishermen 噪音=noise', '憎恶', 'scorned'],
    ['at the end of a clause is filled', '渔民憎恶', 'Fishermen scorned', '渔民=Fishermen', '憎恶', 'scorned'],
    ['of two words is filled in order', '渔民憎恶喧嚣', 'Fishermen scorned clamour', '渔民=Fishermen', '喧嚣', 'clamour'],
    ['is left when the sides differ in length', '渔民憎恶噪音', 'Fishermen scorned deeply noise', '渔民=Fishermen 噪音=noise', '憎恶', ''],
    ['is left beside another open word', '渔民憎恶喧嚣噪音', 'Fishermen scorned noise', '渔民=Fishermen', '憎恶', ''],
    ['is left to a frequent word', '渔民发展噪音', 'Fishermen scorned noise', '渔民=Fishermen 噪音=noise', '发展', ''],
    ['is no name', '渔民憎恶噪音', 'Fishermen Benson noise', '渔民=Fishermen 噪音=noise', '憎恶', ''],
    ['is all of an idiom’s, small words too', '渔民瞠目结舌', 'Fishermen lost for words', '渔民=Fishermen', '瞠目结舌', 'lost for words'],
  ])('%s', (_, zh, en, links, word, expected) => {
    const board = boardOf(zh, en, dictionary, links.split(' '))
    fillGaps(board, dictionary)
    expect(partnersOf(board, word)).toBe(expected)
  }) // prettier-ignore
})

describe('an idiom of which one word is linked', () => {
  it.each([
    ['takes the free words after it', '他们手忙脚乱', 'They ran madly about', '手忙脚乱=ran', 'ran madly'],
    ['and the one beyond a small word', '街上车水马龙', 'Traffic by the carload', '车水马龙=Traffic', 'Traffic by the carload'],
    ['takes the one before it only over a small word', '街上车水马龙', 'Streets choked with traffic', '车水马龙=traffic', 'choked with traffic'],
    ['leaves the subject alone', '街上车水马龙', 'Streets traffic', '车水马龙=traffic', 'traffic'],
    ['takes the preposition of an image along', '街上车水马龙', 'Behind traffic', '车水马龙=traffic', 'Behind traffic'],
    ['leaves names alone', '街上车水马龙', 'The traffic Benson', '车水马龙=traffic', 'traffic'],
  ])('%s', (_, zh, en, link, expected) => {
    const board = boardOf(zh, en, dictionary, [link])
    completeIdioms(board, dictionary)
    expect(partnersOf(board, link.split('=')[0] ?? '')).toBe(expected)
  }) // prettier-ignore

  it('is no idiom when a word says it all', () => {
    const board = boardOf('他喜欢苹果', 'He likes apples dearly', dictionary, ['喜欢=likes'])
    completeIdioms(board, dictionary)
    expect(partnersOf(board, '喜欢')).toBe('likes')
  })
})
