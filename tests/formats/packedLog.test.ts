import { type Entry } from '../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { packEntries } from '../../src/formats/packedEntries.ts'
import { buffersOf, entriesOf, othersIn, unpackLog } from '../../src/formats/packedLog.ts'
import type { PackedLog } from '../../src/formats/packedLog.ts'
import { answer } from '../domain/srs/devices.ts'

const base = { device: 'phone' }
const entries: readonly Entry[] = [
  answer({ id: '1', at: 1, card: 'x' }),
  answer({ id: '2', at: 2, card: 'y' }),
  { ...base, id: '3', at: 3, type: 'reset', card: 'y' },
  { ...base, id: '4', at: 4, type: 'weights', model: 'fsrs-6', weights: [1] },
  answer({ id: '5', at: 5, card: 'xy' }),
  { ...base, id: '6', at: 6, type: 'void', entry: '1' },
  answer({ id: '7', at: 7, card: 'x' }),
]
const log: PackedLog = {
  segments: [packEntries(entries.slice(4, 6)), packEntries(entries.slice(0, 4))],
  pending: entries.slice(6),
}
const ids = (some: readonly Entry[]) => some.map(({ id }) => id).join('')

describe('a packed log', () => {
  it('unpacks in the log’s order and says how far it has come', () => {
    const work = unpackLog(log)
    expect([work.next().value, work.next().value]).toEqual([0.5, 1])
    expect(work.next()).toEqual({ value: entries, done: true })
  })

  it('gives one card’s entries, with the voids and weights that may concern it', () => {
    expect(ids(entriesOf(log, 'x'))).toBe('1467')
    expect(ids(entriesOf(log, 'y'))).toBe('2346')
    expect(ids(entriesOf(log, 'nobody'))).toBe('46')
  })

  it('tells what lies beside the columns', () => {
    expect(ids(othersIn(log).toSorted((a, b) => a.at - b.at))).toBe('3467')
  })

  it('can be sent whole: every column’s memory is handed over', () => {
    const sent = structuredClone(log, { transfer: buffersOf(log) })
    const work = unpackLog(sent)
    work.next()
    work.next()
    expect(work.next().value).toEqual(entries)
    expect(log.segments[0]!.at).toHaveLength(0)
  })
})
