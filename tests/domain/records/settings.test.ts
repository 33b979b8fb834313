import { describe, expect, it } from 'vitest'
import { emptyRow, mergeRows } from '../../../src/domain/records/merged.ts'
import {
  groupOf,
  knownWords,
  settingFields,
  writeKnown,
} from '../../../src/domain/records/settings.ts'
import { writeFields } from '../../../src/domain/records/writing.ts'

const NOW = 1_800_000_000_000
const at = (device: string, wallMs: number) => ({ clock: { device, ms: 0, counter: 0 }, wallMs })

describe('settings', () => {
  it.each([
    ['learner', { newPerDay: 6, later: [1] }, 'learner', { newPerDay: 6, later: [1] }],
    ['known/zh', ['天', 3, '河'], 'known/zh', { 天: true, 河: true }],
    ['known/en', ['constructor'], 'known/en', { constructor: true }],
    ['voice', { rate: 1 }, 'other', { voice: { rate: 1 } }],
    ['learner', 'spoilt', 'other', { learner: 'spoilt' }],
  ])('of key %s are fields of their own: %j', (key, value, row, fields) => {
    expect(settingFields(key, value)).toEqual({ row, fields })
  })

  it('changed on two devices are changed on both', () => {
    const mine = writeFields(emptyRow('learner'), { newPerDay: 9 }, at('laptop0000', NOW)).row
    const theirs = writeFields(emptyRow('learner'), { theme: 'dark' }, at('phone00000', NOW)).row
    expect(groupOf(mergeRows(mine, theirs))).toEqual({ newPerDay: 9, theme: 'dark' })
  })

  it('know a word until somebody takes it back later', () => {
    const known = writeKnown(
      emptyRow('known/en'),
      ['river', 'toString'],
      true,
      at('a000000000', NOW),
    )
    const taken = writeKnown(known.row, ['river'], false, at('b000000000', NOW + 1))
    expect(knownWords(mergeRows(known.row, taken.row))).toEqual(new Set(['toString']))
  })
})
