import { type Answer, type Entry } from '../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { packEntries, packedIds, unpackEntries } from '../../src/formats/packedEntries.ts'
import { answer } from '../make.ts'

const step = answer({
  id: 'E2',
  dueDay: null,
  dueAt: 1_000_060_000,
  phase: 'learning',
  remaining: 2,
})
const first = answer({ id: 'E1', previous: null })
const others: readonly Entry[] = [
  { type: 'void', id: 'V1', at: 3, device: 'D', entry: 'E1' },
  { type: 'suspend', id: 'S1', at: 4, device: 'D', card: 'c' },
  { type: 'weights', id: 'W1', at: 5, device: 'D', model: 'fsrs-6', weights: [1, 2] },
]

describe('packed entries', () => {
  it('come out as they went in', () => {
    const entries = [first, step, answer({ id: 'E3', previous: 'E1', utcOffset: -210 }), ...others]
    expect(unpackEntries(packEntries(entries))).toEqual(entries)
    expect(packEntries(entries).others).toEqual(others)
    expect(unpackEntries(structuredClone(packEntries(entries)))).toEqual(entries)
  })

  it('may be none, or no answers', () => {
    expect(unpackEntries(packEntries([]))).toEqual([])
    expect(unpackEntries(packEntries(others))).toEqual(others)
    expect(packedIds(packEntries([]))).toEqual([])
  })

  it('name their ids', () => {
    expect(packedIds(packEntries([...others, first]))).toEqual(['E1', 'V1', 'S1', 'W1'])
  })

  it('keep what a newer version wrote', () => {
    const fromNewer = (entry: object): Entry => entry as Entry
    const unknown = [
      fromNewer({ type: 'mnemonic', id: 'N1', at: 6, device: 'D', card: 'c', text: '停' }),
      fromNewer({ ...first, id: 'N2', rating: 'superb' }),
      fromNewer({ ...first, id: 'N3', phase: 'mastered' }),
      fromNewer({ ...first, id: 'N4', model: 'fsrs-9' }),
    ]
    expect(unpackEntries(packEntries([first, ...unknown]))).toEqual([first, ...unknown])
  })

  const newer: Answer & { readonly mood: string } = { ...first, mood: 'calm' }
  it.each([
    ['a field of a newer version', newer],
    ['another time than its place says', answer({ wall: 1 })],
    ['another date than it had', answer({ redates: 'E0', wall: 1 })],
    ['a fraction', answer({ tookMs: 0.5 })],
    ['a number out of range', answer({ utcOffset: 99_999 })],
    ['an impossible day', answer({ dueDay: -0x80000000 })],
    ['a line feed in an id', answer({ card: 'a\nb' })],
  ])('keep an answer with %s as it came', (_what, odd) => {
    expect(unpackEntries(packEntries([odd]))).toEqual([odd])
    expect(packEntries([odd]).others).toEqual([odd])
  })
})
