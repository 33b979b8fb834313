import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffTexts } from '../../../src/domain/text/diff.ts'
import { applyEdits } from '../../../src/domain/article/revisions.ts'

describe('diffTexts', () => {
  it('is empty for equal texts', () => {
    expect(diffTexts('停火。', '停火。')).toEqual([])
  })

  it('finds one corrected letter', () => {
    expect(diffTexts('双方停伙了。', '双方停火了。')).toEqual([
      { at: 3, removed: '伙', inserted: '火' },
    ])
  })

  it('leaves the sentences between two changes alone', () => {
    const edits = diffTexts('甲说。乙听。丙走。', '甲说话。乙听。丙走了。')
    expect(edits).toEqual([
      { at: 2, removed: '', inserted: '话' },
      { at: 9, removed: '', inserted: '了' },
    ])
  })

  it('cuts no surrogate pair', () => {
    for (const { removed, inserted } of diffTexts('a𠮷b', 'a𠮶b'))
      expect([removed, inserted]).toEqual(['𠮷', '𠮶'])
  })

  it('leads from any text to any other', () => {
    const text = fc
      .array(fc.constantFrom('停', '火', '。', 'a', '.', '\n', '𠮷', '𠮶', '谈'))
      .map((l) => l.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, diffTexts(before, after))).toBe(after)
      }),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('takes a text that was written anew as one change, in reasonable time', () => {
    const one = Array.from({ length: 3000 }, (_, i) => `句${i}。`).join('')
    const other = Array.from({ length: 3000 }, (_, i) => `話${i * 7}！`).join('')
    const edits = diffTexts(one, other)
    expect(edits.length).toBe(1)
    expect(applyEdits(one, edits)).toBe(other)
  })
})
