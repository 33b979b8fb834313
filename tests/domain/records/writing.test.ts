import { describe, expect, it } from 'vitest'
import { emptyRow, fieldOf, mergeRows, type Merged } from '../../../src/domain/records/merged.ts'
import {
  formatStamp,
  machineStamp,
  MOST_AHEAD,
  parseStamp,
  type Now,
} from '../../../src/domain/records/stamp.ts'
import {
  deletedAt,
  deleteRow,
  isAlive,
  lastTouch,
  reviveRow,
  witnessRow,
  writeFields,
} from '../../../src/domain/records/writing.ts'

const NOW = 1_800_000_000_000
const FAR = NOW + 400 * MOST_AHEAD
const on = (device: string, wallMs: number): Now => ({
  clock: { device, ms: 0, counter: 0 },
  wallMs,
})
const laptop = on('laptop0000', NOW)
/** Whose clock is 400 days ahead. */
const phone = on('phone00000', FAR)
const field = (v: unknown, ms: number) => ({
  v,
  t: formatStamp({ ms, counter: 0, device: 'other00000' }),
})

describe('a field', () => {
  it('can be changed after a device whose clock is 400 days ahead wrote it', () => {
    const { row } = writeFields(emptyRow('r'), { word: true }, phone)
    const changed = writeFields(row, { word: false }, laptop)
    expect(fieldOf(mergeRows(row, changed.row), 'word')).toBe(false)
    expect(changed.clock.ms).toBe(NOW)
  })

  it('shows although a device whose clock is 400 days ahead deleted the record', () => {
    const { row } = deleteRow(emptyRow('r'), phone)
    const edited = writeFields(row, { gloss: ['x'] }, laptop).row
    expect(isAlive(row)).toBe(false)
    expect(isAlive(edited)).toBe(true)
    expect(isAlive(mergeRows(row, edited))).toBe(true)
  })

  it('that has no value any more is null, which JSON can say', () => {
    expect(
      fieldOf(writeFields(emptyRow('r'), { gloss: undefined }, laptop).row, 'gloss'),
    ).toBeNull()
  })

  it('has a stamp of its own', () => {
    const { row, clock } = writeFields(emptyRow('r'), { a: 1, b: 2 }, laptop)
    expect(parseStamp(row.fields['b']!.t)).toEqual(clock)
    expect(row.fields['a']!.t < row.fields['b']!.t).toBe(true)
  })
})

describe('a deletion', () => {
  it.each<readonly [string, Merged]>([
    ['a field', { id: 'r', facts: {}, fields: { title: field('x', FAR) } }],
    [
      'a version',
      { id: 'r', facts: { 'version/v': { by: 'hand', ...field(0, FAR) } }, fields: {} },
    ],
    ['what a dictionary found', { id: 'r', facts: {}, fields: { found: field({}, FAR) } }],
    ['an earlier revival', { id: 'r', facts: {}, fields: { deleted: field(false, FAR) } }],
  ])('stands above %s, whatever the clocks say', (_what, row) => {
    const { row: deleted } = deleteRow(row, laptop)
    expect(isAlive(mergeRows(row, deleted))).toBe(false)
  })

  it('is taken back by a later touch of a person only', () => {
    const { row, clock } = deleteRow(emptyRow('r'), laptop)
    const found = { ...row, fields: { ...row.fields, found: field({}, FAR) } }
    const imported = { ...row, facts: { 'version/a@2': { by: 'import', t: machineStamp(2) } } }
    expect(isAlive(found)).toBe(false)
    expect(isAlive(imported)).toBe(false)
    expect(isAlive(reviveRow(row, { ...laptop, clock }).row)).toBe(true)
    expect(lastTouch(found)).toBe('')
  })

  it('says when it was', () => {
    expect(deletedAt(deleteRow(emptyRow('r'), laptop).row)).toBe(NOW)
    expect(deletedAt(emptyRow('r'))).toBeNull()
  })

  it('of a record that nobody knows yet is older than one picked here later', () => {
    const { row: deleted } = deleteRow(emptyRow('r'), on('tablet0000', NOW - 5))
    const { row: picked } = reviveRow(emptyRow('r'), laptop)
    expect(isAlive(mergeRows(deleted, picked))).toBe(true)
  })
})

describe('a clock', () => {
  it('takes in every stamp of a row but those too far ahead', () => {
    const row: Merged = {
      id: 'r',
      facts: { 'version/v': { t: formatStamp({ ms: NOW + 9, counter: 3, device: 'other00000' }) } },
      fields: { a: field(1, NOW + 5), b: field(1, FAR) },
    }
    expect(witnessRow(row, laptop)).toEqual({ device: 'laptop0000', ms: NOW + 9, counter: 3 })
  })
})
