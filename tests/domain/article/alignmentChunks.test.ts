import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutChunks, joinChunks, type Chunked } from '../../../src/domain/article/alignmentChunks.ts'
import type { Alignment, Bead, Segment } from '../../../src/domain/model.ts'

const join = ({ names, chunks }: Chunked) => joinChunks(names.map((name) => chunks[name]))

/** Beads of so many segments each side, every segment with a gap before it and a length. */
function alignmentOf(counts: readonly (readonly [zh: number, en: number])[]): Alignment {
  const segments = { zh: new Array<Segment>(), en: new Array<Segment>() }
  const end = { zh: 0, en: 0 }
  const beads = counts.map(([zh, en], i): Bead => {
    const from = { zh: segments.zh.length, en: segments.en.length }
    for (const side of ['zh', 'en'] as const)
      for (let n = 0; n < (side === 'zh' ? zh : en); n++) {
        const start = end[side] + ((i + n) % 2)
        end[side] = start + 5 + ((i * i + 7 * n) % 97)
        segments[side].push({ start, end: end[side], paragraph: i >> 2 })
      }
    return {
      zh: { from: from.zh, to: segments.zh.length },
      en: { from: from.en, to: segments.en.length },
      confidence: (i % 10) / 10,
    }
  })
  return { segments, beads }
}

describe('chunks of an alignment', () => {
  it('give it back, beads without a side included', () => {
    const count = fc.tuple(fc.nat(3), fc.nat(3))
    fc.assert(
      fc.property(fc.array(count, { maxLength: 200 }), (counts) => {
        const alignment = alignmentOf(counts)
        expect(join(cutChunks(alignment))).toEqual(alignment)
      }),
    )
  })

  it('keep as it is an alignment whose beads leave segments out', () => {
    const { segments, beads } = alignmentOf([
      [1, 1],
      [2, 1],
    ])
    const gap = { segments, beads: beads.slice(1) }
    expect(join(cutChunks(gap))).toEqual(gap)
  })

  it('are shared by two versions of a book but for those an edit lies in', () => {
    const counts = Array.from({ length: 5_000 }, () => [1, 1] as const)
    const before = alignmentOf(counts)
    const index = 2_500
    const longer = before.segments.zh.map((segment, i) => ({
      ...segment,
      start: segment.start + (i > index ? 4 : 0),
      end: segment.end + (i >= index ? 4 : 0),
    }))
    const typed = { ...before, segments: { ...before.segments, zh: longer } }
    const known = cutChunks(before)
    const fresh = cutChunks(typed).names.filter((name) => !Object.hasOwn(known.chunks, name))
    expect(known.names.length).toBeGreaterThan(100)
    expect(fresh.length).toBeLessThanOrEqual(2)
    expect(join(cutChunks(typed))).toEqual(typed)
  })

  it.each<readonly [string, readonly unknown[]]>([
    ['missing', [undefined]],
    ['something else', ['text']],
    ['mixed', [[1, 0, 0], { segments: {}, beads: [] }]],
  ])('are no alignment when one is %s', (_what, chunks) => {
    expect(joinChunks(chunks)).toBeNull()
  })
})
