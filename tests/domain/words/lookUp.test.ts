import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { lookUp } from '../../../src/domain/words/lookUp.ts'

const dictionary = await loadDictionary('full')

const tap = (text: string, at: number) => {
  const found = lookUp(text, at, dictionary)
  return found && `${text.slice(found.range.start, found.range.end)} ${found.reading}`
}

describe('a tapped place', () => {
  it.each([
    ['同意停火30天', 0, '同意 tong2 yi4'],
    ['同意停火30天', 1, '同意 tong2 yi4'],
    ['同意停火30天', 3, '停火 ting2 huo3'],
    ['银行行长', 2, '行长 hang2 zhang3'],
    ['他长大了', 3, '了 le5'],
    ['卢比奥说', 1, '卢比奥 lu2 bi3 ao4'],
    ['頭髮很長', 1, '頭髮 tou2 fa5'],
    ['二十三个', 0, '二十 er4 shi2'],
    ['玩儿', 1, '玩儿 wan2 r5'],
  ])('%s at %i shows %s', (text, at, word) => {
    expect(tap(text, at)).toBe(word)
  })

  it.each([
    ['同意，停火', 2],
    ['同意 停火', 2],
    ['同意OK', 3],
    ['同意', 2],
    ['同意', -1],
    ['', 0],
  ])('%s at %i shows nothing', (text, at) => {
    expect(lookUp(text, at, dictionary)).toBeNull()
  })
})

it('shows the entry with the reading it has here first', () => {
  expect(lookUp('他还给我', 1, dictionary)?.entries[0]?.reading).toBe('huan2 gei3')
  expect(lookUp('他还没来', 1, dictionary)?.entries[0]?.reading).toBe('hai2')
  expect(lookUp('他头发长', 3, dictionary)?.entries[0]?.reading).toBe('chang2')
})

it('knows level and frequency, and neither of a name no dictionary has', () => {
  const word = lookUp('我爱你', 1, dictionary)
  expect(word?.level.hsk2025).toBe(1)
  expect(word?.logFrequency).toBeLessThan(-2)
  const name = lookUp('见到乌梅罗夫', 3, dictionary)
  expect(name).toMatchObject({ entries: [], level: {}, logFrequency: null })
})
