import { describe, expect, it } from 'vitest'
import { enPhones, spellPhones, zhPhones } from '../../../../src/domain/terms/names/phones.ts'

describe('the phones of a name in hanzi', () => {
  it.each([
    ['卢比奥', 'lubio'],
    ['伊迪丝', 'idis'],
    ['艾伦', 'elun'],
    ['安娜', 'ana'],
    ['卡尔·索', 'kaRso'],
    ['的', ''],
  ])('of %s: %s', (hanzi, phones) => {
    expect(zhPhones(hanzi)).toBe(phones)
  })

  it('may be spelt by any reading', () => {
    expect(spellPhones('咏', () => 'yong')).toBe('yon')
  })
})

describe('the phones of an English name', () => {
  it.each([
    ['a silent e', 'Pierce', 'Piers'],
    ['doubled letters', 'Jeddah', 'jedah'],
    ['digraphs', 'Philip', 'filip'],
    ['a possessive', 'Philip’s', 'Philip'],
    ['accents', 'José', 'Jose'],
    ['spaces and hyphens', 'Al-Islam', 'alislam'],
  ])('pass over %s', (_, a, b) => {
    expect(enPhones(a)).toBe(enPhones(b))
  })

  it.each([
    ['Shaw', 'Saw'],
    ['Church', 'curc'],
    ['Thatcher', 'Tacer'],
    ['Quinn', 'kwin'],
  ])('of %s: %s', (name, phones) => {
    expect(enPhones(name)).toBe(phones)
  })
})
