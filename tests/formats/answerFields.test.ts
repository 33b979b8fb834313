import { describe, expect, it } from 'vitest'
import type { Answer, Entry } from '../../src/domain/srs/entries.ts'
import {
  ANSWER_FIELDS,
  answerCheck,
  valuesBefore,
  type AnswerFields,
} from '../../src/formats/answerFields.ts'
import { isUncut, packEntries, unpackEntries } from '../../src/formats/packedEntries.ts'
import { answer } from '../make.ts'

type Moody = Answer & { readonly mood: number | string | null }
const moody = (id: string, mood: Moody['mood']): Moody => ({ ...answer({ id }), mood })

/** Each row: a field as one row of the table, and values it has. */
const TOYS: readonly [what: string, row: AnswerFields[number][1], values: Moody['mood'][]][] = [
  ['a small number', { of: 'uint8', before: 7 }, [0, 255]],
  ['a small number or null', { of: 'uint8', orNull: true, before: null }, [0, 254, null]],
  ['a large number or null', { of: 'int16', orNull: true, before: 0 }, [-32_767, null]],
  ['a name or null', { of: 'name', orNull: true, before: null }, ['calm', null, 'D']],
  ['a word or null', { of: 'choice', values: ['a', 'b'], orNull: true, before: 'a' }, ['b', null]],
  ['an id or null', { of: 'id', orNull: true, before: null }, [null, 'E9']],
]

describe('a field that few answers have', () => {
  it('is checked where it is there, and takes no room where it is not', () => {
    const check = answerCheck()
    expect([answer(), answer({ wall: 5, redates: 'E0' })].every(check)).toBe(true)
    for (const wrong of [{ wall: Number.NaN }, { wall: 'late' }, { redates: 7 }, { redates: '' }])
      expect(check({ ...answer(), ...wrong })).toBe(false)
    expect(unpackEntries(packEntries([answer()]))).toEqual([answer()])
    expect(Object.keys(packEntries([answer({ wall: 5 })]))).not.toContain('wall')
  })
})

describe('a new field of an answer is one row', () => {
  it.each(TOYS)('%s: packed, unpacked and checked', (_what, row, values) => {
    const fields: AnswerFields = [...ANSWER_FIELDS, ['mood', row]]
    const entries = values.map((mood, i) => moody(`E${i}`, mood))
    const packed = packEntries(entries, fields)
    expect(packed.others).toEqual([])
    expect(isUncut(packed, fields)).toBe(true)
    expect(unpackEntries(structuredClone(packed), fields)).toEqual(entries)
    expect(entries.every(answerCheck(fields))).toBe(true)
    expect(answerCheck(fields)(moody('E', Number.NaN))).toBe(false)
    expect(valuesBefore(fields)).toEqual({ mood: row.before })
  })

  it.each(TOYS)('%s: what was packed before has its value', (_what, row) => {
    const fields: AnswerFields = [...ANSWER_FIELDS, ['mood', row]]
    const packed = packEntries([answer()])
    expect(isUncut(packed, fields)).toBe(true)
    expect(unpackEntries(packed, fields)).toEqual([{ ...answer(), mood: row.before }])
    const late = packEntries([answer()], fields)
    expect(unpackEntries(late, fields)).toEqual([{ ...answer(), mood: row.before }])
    expect(answerCheck(fields)(answer())).toBe(true)
  })

  it('keeps a value that has no place in its column as it came', () => {
    const fields: AnswerFields = [...ANSWER_FIELDS, ['mood', { of: 'uint8', orNull: true }]]
    const odd: readonly Entry[] = [moody('E1', 255), moody('E2', 'calm')]
    expect(packEntries(odd, fields).others).toEqual(odd)
  })

  it('misses a column that always was', () => {
    const { rating: _rating, ...rest } = packEntries([answer()])
    expect(isUncut(rest)).toBe(false)
    expect(isUncut({ ...packEntries([answer()]), rating: new Uint8Array(2) })).toBe(false)
    expect(isUncut({ ...packEntries([answer()]), rating: new Uint16Array(1) })).toBe(false)
  })
})
