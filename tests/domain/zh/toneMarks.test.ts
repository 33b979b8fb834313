import { describe, expect, it } from 'vitest'
import { toneMarks } from '../../../src/domain/zh/toneMarks.ts'

describe('toneMarks', () => {
  it.each([
    ['ni3', 'nǐ'],
    ['hao3', 'hǎo'],
    ['xue2', 'xué'],
    ['dou1', 'dōu'],
    ['gui4', 'guì'],
    ['jiu3', 'jiǔ'],
    ['lu:4', 'lǜ'],
    ['lu:e4', 'lüè'],
    ['nu:3', 'nǚ'],
    ['le5', 'le'],
    ['r5', 'r'],
    ['er2', 'ér'],
    ['a1', 'ā'],
    ['Bei3', 'Běi'],
    ['O1', 'Ō'],
    ['m2', 'ḿ'],
    ['ng4', 'ǹg'],
  ])('writes %s as %s', (numbered, marked) => {
    expect(toneMarks(numbered)).toBe(marked)
  })

  it('leaves alone what is not a numbered syllable', () => {
    expect(toneMarks('xx')).toBe('xx')
    expect(toneMarks('')).toBe('')
    expect(toneMarks('·')).toBe('·')
  })
})
