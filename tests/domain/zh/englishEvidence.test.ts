import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { readZh } from '../../../src/domain/zh/pinyin.ts'

const dictionary = await loadDictionary('full')
const read = (text: string, at: number, english?: string): string | null =>
  readZh(text, dictionary, english === undefined ? {} : { english })[at] ?? null

describe('the translation', () => {
  it.each([
    ['把羊赶进圈。', 4, 'Drive the sheep into the pen.', 'juan4'],
    ['他背着一个旧包。', 1, 'He is carrying an old bag on his back.', 'bei1'],
    ['还', 0, 'to pay back', 'huan2'],
    ['重', 0, 'heavy', 'zhong4'],
  ])('of %s makes the reading at %i that of “%s”: %s', (text, at, english, reading) => {
    expect(read(text, at, english)).toBe(reading)
  })

  it('decides where the text alone could be read both ways', () => {
    expect(read('数', 0, 'to count')).toBe('shu3')
    expect(read('数', 0, 'number')).toBe('shu4')
  })

  it('says nothing of grammatical hanzi', () => {
    expect(read('他走了。', 2, 'He finished and understood.')).toBe('le5')
    expect(read('他跑得快。', 2, 'He must get there fast.')).toBe('de5')
  })

  it('does not change a word that has one reading', () => {
    expect(read('银行', 1, 'to walk')).toBe('hang2')
    expect(read('快乐', 1, 'music')).toBe('le4')
  })

  it('changes nothing when its words say nothing', () => {
    expect(read('还书。', 0, 'of the and')).toBe(read('还书。', 0))
  })
})
