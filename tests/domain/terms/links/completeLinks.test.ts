import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { completeLinks } from '../../../../src/domain/terms/links/completeLinks.ts'
import { boardOf, partnersOf } from '../board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

/** What the first linked word has for partners when all is completed. */
function completed(zh: string, en: string, links: readonly string[], word?: string): string {
  const board = boardOf(zh, en, dictionary, links)
  completeLinks(board, dictionary)
  return partnersOf(board, word ?? links[0]?.split('=')[0] ?? '')
}

describe('the rest of a name', () => {
  it.each([
    ['stands after its first word', '他住在洪堡县。', 'He lives in Humboldt County.', '洪堡县=Humboldt', 'Humboldt County'],
    ['is not the office of another word', '洪堡县警长来了。', 'The Humboldt Sheriff came.', '洪堡县=Humboldt', 'Humboldt'],
    ['is no word without a capital', '他住在洪堡县。', 'He lives in Humboldt county.', '洪堡县=Humboldt', 'Humboldt'],
  ])('%s', (_, zh, en, link, expected) => {
    expect(completed(zh, en, [link])).toBe(expected)
  }) // prettier-ignore

  it('is a direction, too', () => {
    const [zh, en] = ['他去南伊利诺伊大学。', 'He goes to Southern Illinois University.']
    expect(completed(zh, en, ['伊利诺伊=Illinois'], '南')).toBe('Southern')
  })
})

describe('the rest of a gloss', () => {
  it.each([
    ['stands after its first word', '她取消了新闻发布会。', 'She called off the press briefing.', '新闻发布会=press', 'press briefing'],
    ['is a light verb before the noun', '新法生效了。', 'The new law took effect.', '生效=effect', 'took effect'],
    ['is what a verb takes with it', '他放弃了。', 'He gave up.', '放弃=gave', 'gave up'],
    ['is an adjective the first hanzi says', '门口排着长队。', 'There are long lines outside.', '长队=lines', 'long lines'],
    ['is what 主 says', '主教练辞职。', 'The head coach resigned.', '主教练=coach', 'head coach'],
    ['is nothing another word has', '重要的新闻发布会。', 'An important press briefing.', '新闻发布会=press 重要=briefing', 'press'],
    ['is nothing a comma parts off', '她取消了新闻发布会。', 'Off the press, briefing them.', '新闻发布会=press', 'press'],
  ])('%s', (_, zh, en, links, expected) => {
    expect(completed(zh, en, links.split(' '))).toBe(expected)
  }) // prettier-ignore
})
