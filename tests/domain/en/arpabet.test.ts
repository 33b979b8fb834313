import { expect, it } from 'vitest'
import { isVowel, packPhones, unpackPhones } from '../../../src/domain/en/arpabet.ts'

it('packs a phone into one printable character and back', () => {
  const phones = 'DH AH0 K W IH1 K ZH OY2 ER0'
  const packed = packPhones(phones)
  expect(packed).toMatch(/^[!-~]{9}$/)
  expect(unpackPhones(packed).join(' ')).toBe(phones)
})

it('refuses what is no phone', () => {
  expect(() => packPhones('K A T')).toThrow(RangeError)
})

it('knows vowels by their stress', () => {
  expect(['ER0', 'AH1', 'R', 'NG'].map(isVowel)).toEqual([true, true, false, false])
})
