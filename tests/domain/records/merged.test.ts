import { describe, expect, it } from 'vitest'
import {
  emptyRow,
  inOrder,
  mergeFact,
  mergeField,
  mergeRows,
  readRow,
  valueOf,
  withFacts,
  type Merged,
} from '../../../src/domain/records/merged.ts'
import { machineStamp } from '../../../src/domain/records/stamp.ts'

const [early, late] = [machineStamp(1), machineStamp(2)]

describe('of two facts of one name', () => {
  it.each([
    ['the earlier', { createdAt: 1, x: 9 }, { createdAt: 2, x: 1 }],
    ['one without a date before one with', { x: 9 }, { createdAt: 1 }],
    ['of one date the smaller JSON', { createdAt: 1, x: 1 }, { createdAt: 1, x: 2 }],
    ['the smaller JSON of plain values', 'a', 'b'],
  ])('%s stays', (_rule, kept, other) => {
    expect(mergeFact(kept, other)).toBe(kept)
    expect(mergeFact(other, kept)).toBe(kept)
  })

  it('the first stays when they are alike', () => {
    const fact = { a: 1, b: [2] }
    expect(mergeFact(fact, { b: [2], a: 1 })).toBe(fact)
  })
})

describe('of two fields of one name', () => {
  it.each([
    ['the greater stamp', { v: 1, t: late }, { v: 2, t: early }],
    ['of one stamp the greater JSON', { v: 2, t: early }, { v: 1, t: early }],
    ['true of one stamp', { v: true, t: early }, { v: false, t: early }],
  ])('%s stays', (_rule, kept, other) => {
    expect(mergeField(kept, other)).toBe(kept)
    expect(mergeField(other, kept)).toBe(kept)
  })
})

describe('merged rows', () => {
  const ours: Merged = { id: 'a', facts: { x: 1 }, fields: { word: { v: true, t: early } } }

  it('have what both have, names nobody knows included', () => {
    const theirs: Merged = {
      id: 'a',
      facts: { 'later/y': { z: [] } },
      fields: { word: { v: false, t: late }, constructor: { v: 1, t: early } },
    }
    const both = {
      id: 'a',
      facts: { x: 1, 'later/y': { z: [] } },
      fields: { word: { v: false, t: late }, constructor: { v: 1, t: early } },
    }
    expect(mergeRows(ours, theirs)).toEqual(both)
    expect(mergeRows(theirs, ours)).toEqual(both)
  })

  it('are ours itself when theirs adds nothing', () => {
    expect(mergeRows(ours, structuredClone(ours))).toBe(ours)
    expect(mergeRows(ours, emptyRow('a'))).toBe(ours)
  })

  it('are of one record', () => {
    expect(() => mergeRows(ours, emptyRow('b'))).toThrow(RangeError)
  })

  it('may have names that objects have by themselves', () => {
    const named = JSON.parse('{"__proto__": 1, "toString": 2}') as Record<string, unknown>
    const row = withFacts(emptyRow('a'), named)
    expect(Object.keys(row.facts)).toEqual(['__proto__', 'toString'])
    expect(valueOf(row.facts, 'constructor')).toBeUndefined()
    expect(readRow(JSON.parse(JSON.stringify(row)))).toEqual(row)
  })

  it('list facts by when they were made, then by name', () => {
    const row = withFacts(emptyRow('a'), {
      'c/b': { createdAt: 1 },
      'c/c': { createdAt: 0 },
      'c/a': { createdAt: 1 },
      other: { createdAt: 0 },
    })
    expect(inOrder(row, 'c/').map(([name]) => name)).toEqual(['c', 'a', 'b'])
  })

  it('take in the 20,000 notes of a backup in one go over them', () => {
    const noteRow = (n: number, gloss: string): Merged => ({
      id: `t${n}`,
      facts: { base: { createdAt: n, headword: `词${n}` }, [`context/${n}`]: { createdAt: n } },
      fields: { found: { v: { gloss: [gloss] }, t: machineStamp(gloss.length) } },
    })
    const here = new Map(
      Array.from({ length: 20_000 }, (_, n) => [`t${n}`, noteRow(n, 'old')] as const),
    )
    const merged = Array.from({ length: 20_000 }, (_, n) =>
      mergeRows(here.get(`t${n}`)!, noteRow(n, 'newer')),
    )
    expect(merged.every(({ fields }) => fields['found']?.t === machineStamp(5))).toBe(true)
  })
})

describe('a row from a file', () => {
  const good = { id: 'a', facts: { x: null }, fields: { f: { v: null, t: early } } }

  it('is read as it was written, whatever its names', () => {
    expect(readRow(JSON.parse(JSON.stringify(good)))).toEqual(good)
  })

  it.each([
    null,
    [],
    'row',
    { ...good, id: '' },
    { ...good, facts: [] },
    { id: 'a', facts: {} },
    { ...good, fields: { f: { v: 1 } } },
    { ...good, fields: { f: { t: early } } },
    { ...good, fields: { f: { v: 1, t: '2026-11-29T00:00:00Z' } } },
    { ...good, fields: { f: null } },
  ])('is refused when it is none: %j', (value) => {
    expect(readRow(value)).toBeNull()
  })
})
