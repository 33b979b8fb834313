import { expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { alignSegments } from '../../../src/domain/align/align.ts'
import { isList } from '../../../src/domain/align/alignList.ts'
import { finish } from '../../../src/domain/tasks.ts'

const dictionary = await loadDictionary('full')
const many = <T>(length: number, make: (at: number) => T) =>
  Array.from({ length }, (_, at) => make(at))

it('takes a book for sentences, however many, and words for a list only when a book has not as many', () => {
  const sentences = many(40_000, () => '他昨天在车站等了很久。')
  const words = many(40_000, () => '车站')
  expect(isList({ zh: sentences, en: [] })).toBe(false)
  expect(isList({ zh: words, en: [] })).toBe(true)
  expect(isList({ zh: words.slice(0, 30_000), en: [] })).toBe(false)
})

it('pairs the items of a list one to one and leaves alone what the other side has not', () => {
  const zh = many(31_000, (at) => `第${at}`)
  const en = zh.map((_, at) => `No ${at}`).filter((_, at) => at !== 20_000)
  const beads = finish(alignSegments({ zh, en }, { dictionary }))
  expect(beads).toHaveLength(31_000)
  expect(beads[30_500]).toMatchObject({ zh: { from: 30_500 }, en: { from: 30_499, to: 30_500 } })
  expect(beads.filter((bead) => bead.zh.to === bead.zh.from)).toEqual([])
  expect(beads.filter((bead) => bead.en.to === bead.en.from)).toHaveLength(1)
}, 60_000)
