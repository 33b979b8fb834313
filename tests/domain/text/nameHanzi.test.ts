import { expect, it } from 'vitest'
import {
  isNameDot,
  isNameJoint,
  isStrongNameHanzi,
  nameSyllable,
} from '../../../src/domain/text/nameHanzi.ts'

it('hanzi that spell names have one syllable there', () => {
  expect([nameSyllable('什'), nameSyllable('尔'), nameSyllable('加'), nameSyllable('饭')]).toEqual([
    'shi',
    'er',
    'ga',
    null,
  ])
  expect([isStrongNameHanzi('斯'), isStrongNameHanzi('山')]).toEqual([true, false])
})

it('dots stand inside names only, hyphens elsewhere, too', () => {
  expect([isNameDot('·'), isNameDot('-'), isNameJoint('-')]).toEqual([true, false, true])
})
