import { describe, expect, it } from 'vitest'
import { paragraphBreaks, paragraphCue } from '../../../src/domain/align/paragraphCue.ts'

// zh: two sentences, then one; en: one, then two, then one.
const breaks = paragraphBreaks({ zh: [0, 0, 1], en: [0, 1, 1, 2] })

describe('paragraphCue', () => {
  it.each([
    ['a bead within both paragraphs', [0, 1, 1, 1], 0],
    ['a bead that ends both paragraphs', [1, 1, 2, 1], 1],
    ['a bead that ends only the Chinese paragraph', [1, 1, 1, 1], -1],
    ['a bead that ends only the English paragraph', [0, 1, 0, 1], -1],
    ['a bead over a Chinese break', [1, 2, 3, 1], -5 + 1],
    ['a bead over two English breaks', [1, 1, 0, 4], -10 + 1],
    ['a Chinese sentence alone', [0, 1, 0, 0], 0],
    ['a Chinese paragraph alone', [2, 1, 0, 0], 2],
    ['an English headline alone', [0, 0, 0, 1], 2],
  ] as const)('of %s', (_, [zh, zhSize, en, enSize], cue) => {
    expect(paragraphCue(breaks, zh, zhSize, en, enSize)).toBe(cue)
  })
})
