import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf, type Bitext } from '../../../src/domain/bitext/bitext.ts'
import { canGive, repairBead, type Repair } from '../../../src/domain/bitext/repair.ts'
import type { Segment, Side } from '../../../src/domain/model.ts'
import { applyEdits } from '../../../src/domain/article/revisions.ts'
import { coversOnce } from './coversOnce.ts'

/** Texts of one-line segments and 1:1 beads over as many of them as both sides have. */
function bitext(zh: readonly string[], en: readonly string[]): Bitext {
  const side = (texts: readonly string[], glue: string) => {
    const segments: Segment[] = []
    let text = ''
    texts.forEach((one, paragraph) => {
      if (text !== '') text += glue
      segments.push({ start: text.length, end: text.length + one.length, paragraph })
      text += one
    })
    return { text, segments }
  }
  const [z, e] = [side(zh, '\n'), side(en, '\n')]
  const count = Math.max(zh.length, en.length)
  return {
    texts: { zh: z.text, en: e.text },
    segments: { zh: z.segments, en: e.segments },
    beads: Array.from({ length: count }, (_, i) => ({
      zh: { from: Math.min(i, zh.length), to: Math.min(i + 1, zh.length) },
      en: { from: Math.min(i, en.length), to: Math.min(i + 1, en.length) },
      confidence: 0.8,
    })),
  }
}

const THREE = bitext(
  ['船来了。', '雾散了，人走了。', '灯亮着。'],
  ['The boat came.', 'The fog lifted and they left.', 'The lamp burned.'],
)
const texts = (b: Bitext) =>
  b.beads.map((_, at) => [textOf(b, at, 'zh'), textOf(b, at, 'en')] as const)

/** Whether a cut leaves text in both halves. */
const halves = (b: Bitext, at: number, cut: { zh: number; en: number }) =>
  (['zh', 'en'] as const).some((side) => cut[side] > 0 && textOf(b, at, side) !== '') &&
  (['zh', 'en'] as const).some((side) => cut[side] < textOf(b, at, side).length)

describe('repairBead', () => {
  it('joins a bead with the next', () => {
    const { beads, edits } = repairBead(THREE, 0, { do: 'merge' })
    expect(beads).toHaveLength(2)
    expect(textOf({ ...THREE, beads }, 0, 'zh')).toBe('船来了。\n雾散了，人走了。')
    expect(edits).toEqual({ zh: [], en: [] })
  })

  it('gives the last sentence of a side to the bead after it', () => {
    const done = repairBead(THREE, 0, { do: 'shift', side: 'en', by: 1 })
    expect(texts(done)[0]).toEqual(['船来了。', ''])
    expect(texts(done)[1]?.[1]).toBe('The boat came.\nThe fog lifted and they left.')
  })

  it('gives the first sentence of a side to the bead before it', () => {
    const done = repairBead(THREE, 1, { do: 'shift', side: 'zh', by: -1 })
    expect(texts(done)[0]?.[0]).toBe('船来了。\n雾散了，人走了。')
    expect(texts(done)[1]?.[0]).toBe('')
  })

  it('splits a sentence where the learner cuts it', () => {
    const done = repairBead(THREE, 1, { do: 'split', cut: { zh: 4, en: 15 } })
    expect(texts(done).slice(1, 3)).toEqual([
      ['雾散了，', 'The fog lifted'],
      ['人走了。', 'and they left.'],
    ])
    expect(done.texts).toEqual(THREE.texts)
  })

  it('takes a pair apart and keeps both texts', () => {
    const done = repairBead(THREE, 1, { do: 'unpair' })
    expect(texts(done).flat()).toContain('雾散了，人走了。')
    expect(done.beads).toHaveLength(4)
  })

  it('is certain of what a person confirmed', () => {
    expect(repairBead(THREE, 2, { do: 'confirm' }).beads[2]?.confidence).toBe(1)
  })

  it('says what an edit did, so that anchors can follow', () => {
    const done = repairBead(THREE, 1, { do: 'edit', side: 'zh', text: '大雾散了，人也走了。' })
    expect(textOf(done, 1, 'zh')).toBe('大雾散了，人也走了。')
    expect(textOf(done, 2, 'zh')).toBe('灯亮着。')
    expect(applyEdits(THREE.texts.zh, done.edits.zh)).toBe(done.texts.zh)
  })

  it('lets no line break into a sentence, and no sentence become empty', () => {
    const broken = repairBead(THREE, 0, { do: 'edit', side: 'en', text: 'The boat\n\ncame.' })
    expect(textOf(broken, 0, 'en')).toBe('The boat came.')
    expect(repairBead(THREE, 0, { do: 'edit', side: 'en', text: '  ' }).texts).toEqual(THREE.texts)
  })

  it('refuses a bead that is not there', () => {
    expect(() => repairBead(THREE, 9, { do: 'merge' })).toThrow(RangeError)
  })

  it('keeps every segment covered once, whatever is done in whatever order', () => {
    const side = fc.constantFrom<Side>('zh', 'en')
    const repair: fc.Arbitrary<Repair> = fc.oneof(
      fc.constantFrom<Repair>({ do: 'merge' }, { do: 'unpair' }, { do: 'confirm' }),
      fc.record({
        do: fc.constant('shift' as const),
        side,
        by: fc.constantFrom(1 as const, -1 as const),
      }),
      fc.record({
        do: fc.constant('split' as const),
        cut: fc.record({ zh: fc.nat({ max: 8 }), en: fc.nat({ max: 20 }) }),
      }),
      fc.record({
        do: fc.constant('edit' as const),
        side,
        text: fc.constantFrom('改', 'a b c', '长一点的句子。'),
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 20 }), repair), { maxLength: 25 }), (steps) => {
        let now: Bitext = THREE
        for (const [place, step] of steps) {
          const at = place % now.beads.length
          if (step.do === 'merge' && at === now.beads.length - 1) continue
          if (step.do === 'shift' && !canGive(now, at, step.side)[step.by < 0 ? 'up' : 'down'])
            continue
          if (step.do === 'edit' && textOf(now, at, step.side) === '') continue
          if (step.do === 'split' && !halves(now, at, step.cut)) {
            expect(() => repairBead(now, at, step)).toThrow(RangeError)
            continue
          }
          now = repairBead(now, at, step)
          expect(
            coversOnce(now.beads, { zh: now.segments.zh.length, en: now.segments.en.length }),
          ).toBe(true)
        }
      }),
      { seed: 20261123, numRuns: 300 },
    )
  })
})
