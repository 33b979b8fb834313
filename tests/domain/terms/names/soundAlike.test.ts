import { describe, expect, it } from 'vitest'
import {
  nameSimilarity,
  phoneDistance,
  spellingSimilarity,
} from '../../../../src/domain/terms/names/soundAlike.ts'
import { enPhones, zhPhones } from '../../../../src/domain/terms/names/phones.ts'

describe('names by their sound', () => {
  it.each([
    ['卢比奥', 'Rubio'],
    ['泽连斯基', 'Zelenskyy'],
    ['维特科夫', 'Witkoff'],
    ['穆罕默德本萨勒曼', 'Mohammed bin Salman'],
    ['皮尔斯', 'Pierce'],
    ['乔纳森', 'Jonathan'],
    ['贝多芬', 'Beethoven'],
  ])('%s is %s', (zh, en) => {
    expect(nameSimilarity(zh, en)).toBeGreaterThan(0.58)
  })

  it.each([
    ['卢比奥', 'Witkoff'],
    ['泽连斯基', 'Trump'],
    ['莫斯科', 'Jeddah'],
    ['普京', 'Salman'],
  ])('%s is not %s', (zh, en) => {
    expect(nameSimilarity(zh, en)).toBeLessThan(0.45)
  })

  it('finds two spellings of one name alike, two names not', () => {
    expect(spellingSimilarity('维特科夫', '威特科夫')).toBeGreaterThan(0.9)
    expect(spellingSimilarity('耶尔马克', '耶马克')).toBeGreaterThan(0.75)
    expect(spellingSimilarity('鲁比奥', '卢比奥')).toBe(1)
    expect(spellingSimilarity('瓦尔兹', '乌梅罗夫')).toBeLessThan(0.5)
  })

  it('is a distance: nothing to itself, the same both ways', () => {
    const [a, b] = [zhPhones('克里姆林'), enPhones('Kremlin')]
    expect(phoneDistance(a, a)).toBe(0)
    expect(phoneDistance(a, b)).toBeCloseTo(phoneDistance(b, a), 10)
    expect(phoneDistance('', 'k')).toBe(1)
  })

  it.each([
    ['', 'r', 0.45],
    ['', 'a', 0.3],
    ['k', '', 1],
    ['b', 'p', 0.1],
    ['k', 's', 2],
    ['tos', 'dus', 0.2],
  ])('the distance of /%s/ and /%s/ is %d', (a, b, distance) => {
    expect(phoneDistance(a, b)).toBeCloseTo(distance)
  })

  it('finds nothing alike to what spells no name', () => {
    expect([nameSimilarity('', 'Rubio'), nameSimilarity('的', 'Rubio')]).toEqual([0, 0])
  })
})
