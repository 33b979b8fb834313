import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Revision } from '../../../src/domain/model.ts'
import { anchorAt, locate } from '../../../src/domain/notes/anchors.ts'
import { diffTexts } from '../../../src/domain/text/diff.ts'
import { newestOf, nextRevision } from '../../../src/domain/article/revisions.ts'
import { anchorAtQuote, revision } from '../../make.ts'

/** Revisions that lead from the first text to each of the others in turn. */
const history = (first = '', ...rest: readonly string[]): readonly Revision[] =>
  rest.reduce<Revision[]>(
    (all, text) => {
      const before = all[all.length - 1]!
      return [...all, nextRevision(before, diffTexts(before.text, text))]
    },
    [revision('zh', first)],
  )

/** What stands where the anchor on `quote` in the first text is found in the last. */
function found(quote: string, ...texts: readonly string[]): string | null {
  const revisions = history(...texts)
  const range = locate(anchorAtQuote(revisions[0]!, quote), revisions)
  return range && newestOf(revisions, 'zh')!.text.slice(range.start, range.end)
}

describe('locate', () => {
  it.each([
    ['an untouched text', '停火', ['双方停火。'], '停火'],
    ['a change before it', '停火', ['双方停火。', '昨天双方终于停火。'], '停火'],
    ['a change behind it', '停火', ['双方停火。', '双方停火，会谈结束。'], '停火'],
    ['a typo within it', '停伙', ['双方停伙。', '双方停火。'], '停火'],
    [
      'a typo at the start of a sentence',
      '又方停火。',
      ['又方停火。好。', '双方停火。好。'],
      '双方停火。',
    ],
    ['text written beside it', '双方', ['双方停火。', '交战双方都停火。'], '双方'],
    [
      'many small corrections',
      '甲乙丙丁',
      ['甲乙丙丁。', '子乙丙丁。', '子丑丙丁。', '子丑寅丁。'],
      '子丑寅丁',
    ],
    ['a sentence moved elsewhere', '他走了。', ['他走了。天黑。', '天黑。他走了。'], '他走了。'],
  ] as const)('finds it after %s', (_what, quote, texts, expected) => {
    expect(found(quote, ...texts)).toBe(expected)
  })

  it.each([
    ['it was removed', '停火', ['双方停火。', '双方。']],
    ['it was replaced by something else', '停火', ['双方停火。', '双方会谈。']],
    [
      'its sentence was written anew',
      '双方同意停火。',
      ['双方同意停火。天黑。', '天气很好啊。天黑。'],
    ],
    [
      'it is gone here and stands in two other places',
      '他走。',
      ['他走。天黑。', '天黑。', '天黑。他走。灯亮。他走。'],
    ],
  ] as const)('is null when %s', (_what, quote, texts) => {
    expect(found(quote, ...texts)).toBeNull()
  })

  it('finds the very place again when an edit was undone', () => {
    const texts = ['停火。好。停火。', '停火。好。', '停火。好。停火。'] as const
    const revisions = history(...texts)
    const anchor = anchorAt(revisions[0]!, { start: 5, end: 7 })
    expect(locate(anchor, revisions.slice(0, 2))).toEqual({ start: 0, end: 2 })
    expect(locate(anchor, revisions)).toEqual({ start: 5, end: 7 })
  })

  it('looks for the quote when its revision is unknown or says something else', () => {
    const [first] = history('双方停火。')
    const anchor = anchorAtQuote(first!, '停火')
    expect(locate({ ...anchor, revision: 7 }, [first!])).toEqual({ start: 2, end: 4 })
    expect(locate({ ...anchor, start: 0, end: 2 }, [first!])).toEqual({ start: 2, end: 4 })
  })

  it('is null without a text', () => {
    expect(
      locate(anchorAtQuote(revision('zh', '停火'), '停火'), [revision('en', '停火')]),
    ).toBeNull()
  })

  it('never leaves the text, whatever is edited', () => {
    const text = fc
      .array(fc.constantFrom('停', '火', '。', '谈', '判'), { maxLength: 12 })
      .map((l) => l.join(''))
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 5 }),
        fc.nat(11),
        fc.nat(11),
        (texts, a, b) => {
          const [first = '', ...rest] = texts
          const revisions = history(first, ...rest)
          const start = Math.min(a, b, first.length)
          const end = Math.min(Math.max(a, b), first.length)
          const range = locate(anchorAt(revisions[0]!, { start, end }), revisions)
          const last = newestOf(revisions, 'zh')!.text
          if (range !== null && end > start) {
            expect(range.start).toBeLessThan(range.end)
            expect(range.end).toBeLessThanOrEqual(last.length)
          }
        },
      ),
      { seed: 11, numRuns: 1000 },
    )
  })
})
