import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/srs/entries.ts'
import { packEntries, unpackEntries, type PackedEntries } from '../../src/formats/packedEntries.ts'
import { answer } from '../make.ts'

/** A log small enough to read, with every column in use. Made before columns came out of a table. */
const LOG: readonly Entry[] = [
  answer({ id: 'E1', card: 'a.read', device: 'phone', rating: 'again', phase: 'review' }),
  { type: 'suspend', id: 'E2', at: 1_000_000_001, device: 'phone', card: 'a.read' },
  answer({
    id: 'E3',
    at: 1_700_000_000_123.5,
    card: 'b.write',
    device: 'desk',
    rating: 'hard',
    phase: 'relearning',
    remaining: 2,
    rolloverHour: 0,
    tookMs: 65_535,
    utcOffset: -210,
    studyDay: -3,
    intervalSeconds: 600.25,
    dueAt: 1_700_000_600_123,
    dueDay: null,
    weights: 'W1',
    model: 'fsrs-7',
    previous: 'E1',
  }),
  answer({ id: 'E4', card: 'a.read', device: 'desk', rating: 'easy', phase: 'learning' }),
  answer({ id: 'E5', card: 'desk', device: 'desk', weights: 'a.read', previous: 'E3' }),
]

/** A column as a person can compare it: its type, and its bytes in the order of the machine (little-endian all). */
const shown = (column: unknown): unknown =>
  ArrayBuffer.isView(column)
    ? {
        [column.constructor.name]: Buffer.from(
          column.buffer,
          column.byteOffset,
          column.byteLength,
        ).toString('hex'),
      }
    : column

const TYPES = { Uint8Array, Uint16Array, Int16Array, Int32Array, Float64Array }

/** A column again. */
function read(column: unknown): unknown {
  const [type, hex]: readonly unknown[] = Object.entries(Object(column))[0] ?? []
  const Type = Object.values(TYPES).find(({ name }) => name === type)
  return Type && typeof hex === 'string'
    ? new Type(Uint8Array.from(Buffer.from(hex, 'hex')).buffer)
    : column
}

const file = resolve(import.meta.dirname, '../golden/packedEntries.json')
const golden: readonly [string, unknown][] = JSON.parse(readFileSync(file, 'utf8'))

describe('a packed log', () => {
  it('lies on the disk as it always did, column by column', () => {
    const columns = Object.entries(packEntries(LOG))
    expect(columns.map(([name, column]) => [name, shown(column)])).toEqual(golden)
  })

  it('is read from the columns of the versions before', () => {
    const stored = Object.fromEntries(golden.map(([name, column]) => [name, read(column)]))
    const isAnswer = ({ type }: Entry): boolean => type === 'answer'
    expect(unpackEntries(stored as unknown as PackedEntries)).toEqual([
      ...LOG.filter(isAnswer),
      ...LOG.filter((entry) => !isAnswer(entry)),
    ])
  })
})
