import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { alignSegments, type AlignInput } from '../../../src/domain/align/align.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import type { Bead } from '../../../src/domain/model.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('core')
}, 60_000)

/** Runs the aligner to its end, keeping what it reported on the way. */
function run(input: AlignInput): { beads: readonly Bead[]; progress: readonly number[] } {
  const progress: number[] = []
  const work = alignSegments(input, { dictionary })
  for (;;) {
    const step = work.next()
    if (step.done) return { beads: step.value, progress }
    progress.push(step.value)
  }
}
const shape = (beads: readonly Bead[]) =>
  beads.map(({ zh, en }) => `${zh.from}-${zh.to}:${en.from}-${en.to}`)

const ZH = [
  '码头上的渔民天还没亮就起床了。',
  '他们检查渔网，给发动机加满柴油。',
  '昨天的暴风雨打坏了两条小船。',
  '“今天的海面很平静，”老船长说，“我们可以走得远一点。”',
  '孩子们站在灯塔下面挥手告别。',
  '中午时分，第一条船满载着鱼回来了。',
]
const EN = [
  'The fishermen on the pier got up before dawn.',
  'They checked the nets and filled the engines with diesel.',
  'Two small boats had been damaged by the storm yesterday.',
  '“The sea is calm today,” said the old captain. “We can go a little farther.”',
  'The children stood below the lighthouse and waved goodbye.',
  'At noon the first boat returned, loaded with fish.',
]

describe('alignSegments', () => {
  it('gives confidence in millionths, the same in every engine', () => {
    const { beads } = run({ zh: ['天亮了。', '我们走吧。'], en: ['It is light.', 'Let us go.'] })
    for (const { confidence } of beads) expect(confidence).toBe(Number(confidence.toFixed(6)))
  })

  it('pairs sentences one to one', () => {
    expect(shape(run({ zh: ZH, en: EN }).beads)).toEqual(
      ZH.map((_, i) => `${i}-${i + 1}:${i}-${i + 1}`),
    )
  })

  it('leaves a headline on one side alone', () => {
    const paragraphs = { zh: ZH.map((_, i) => i), en: [...EN.keys(), EN.length] }
    const { beads } = run({ zh: ZH, en: ['Harbour wakes', ...EN], paragraphs })
    expect(shape(beads).slice(0, 2)).toEqual(['0-0:0-1', '0-1:1-2'])
  })

  it('joins what the other side has in one sentence', () => {
    const en = [EN[0]!, `${EN[1]!.slice(0, -1)}, for ${EN[2]!.toLowerCase()}`, ...EN.slice(3)]
    expect(shape(run({ zh: ZH, en }).beads)).toContain('1-3:1-2')
  })

  it('keeps to what is tied', () => {
    const ties = [{ zh: { from: 0, to: 2 }, en: { from: 0, to: 1 } }]
    const { beads } = run({ zh: ZH, en: EN, ties })
    expect(
      beads
        .filter(({ zh, en }) => zh.from < 2 || en.from < 1)
        .every(({ zh, en }) => zh.to <= 2 && en.to <= 1),
    ).toBe(true)
  })

  it.each([
    [0, 0],
    [0, 2],
    [3, 0],
    [1, 6],
    [6, 1],
  ])('covers %i Chinese and %i English segments once, in order', (zhSize, enSize) => {
    const { beads } = run({ zh: ZH.slice(0, zhSize), en: EN.slice(0, enSize) })
    let zh = 0
    let en = 0
    for (const bead of beads) {
      expect([bead.zh.from, bead.en.from]).toEqual([zh, en])
      expect(bead.confidence).toBeGreaterThan(0)
      expect(bead.confidence).toBeLessThanOrEqual(1)
      zh = bead.zh.to
      en = bead.en.to
    }
    expect([zh, en]).toEqual([zhSize, enSize])
  })

  it('takes segments without words', () => {
    const { beads } = run({ zh: ['', '……', ZH[0]!], en: ['***', EN[0]!] })
    expect(beads.at(-1)).toMatchObject({ zh: { to: 3 }, en: { to: 2 } })
  })

  it('gives the same beads every time', () => {
    expect(run({ zh: ZH, en: EN })).toEqual(run({ zh: ZH, en: EN }))
  })

  it('reports progress from 0 towards 1, never backwards', () => {
    const { progress } = run({ zh: ZH, en: EN })
    expect(progress[0]).toBe(0)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.every((share) => share >= 0 && share <= 1)).toBe(true)
  })
})
