import { describe, expect, it } from 'vitest'
import {
  applyEdits,
  inverseEdits,
  mapOffset,
  mapRange,
} from '../../../src/domain/article/revisions.ts'

const edit = (at: number, removed: string, inserted: string) => ({ at, removed, inserted })

describe('applyEdits', () => {
  it('counts each offset in the text its predecessors left', () => {
    expect(applyEdits('abc', [edit(0, 'a', 'xyz'), edit(4, 'c', '!')])).toBe('xyzb!')
  })

  it('refuses to remove what is not there', () => {
    expect(() => applyEdits('abc', [edit(1, 'c', '')])).toThrow(RangeError)
  })

  it('is undone by the inverse', () => {
    const edits = [edit(0, 'a', 'xyz'), edit(4, 'c', '!'), edit(2, 'z', '')]
    expect(applyEdits(applyEdits('abc', edits), inverseEdits(edits))).toBe('abc')
  })
})

describe('mapOffset', () => {
  it.each([
    ['before the stretch', 1, 1, 1],
    ['at its start', 2, 2, 2],
    ['inside', 3, 2, 4],
    ['at its end', 5, 4, 4],
    ['behind it', 6, 5, 5],
  ])('%s', (_where, offset, before, after) => {
    expect(mapOffset(offset, edit(2, 'abc', 'xy'), 'before')).toBe(before)
    expect(mapOffset(offset, edit(2, 'abc', 'xy'), 'after')).toBe(after)
  })

  it('follows its bias where something is merely inserted', () => {
    expect(mapOffset(2, edit(2, '', 'xy'), 'before')).toBe(2)
    expect(mapOffset(2, edit(2, '', 'xy'), 'after')).toBe(4)
  })
})

describe('mapRange', () => {
  const range = { start: 2, end: 5 }
  it.each([
    ['inserted at the start stays outside', edit(2, '', 'xy'), { start: 4, end: 7 }],
    ['inserted at the end stays outside', edit(5, '', 'xy'), { start: 2, end: 5 }],
    ['inserted inside belongs to it', edit(3, '', 'xy'), { start: 2, end: 7 }],
    ['a corrected first letter belongs to it', edit(2, 'c', 'x'), { start: 2, end: 5 }],
    ['a corrected last letter belongs to it', edit(4, 'e', 'xyz'), { start: 2, end: 7 }],
    ['a corrected neighbour does not', edit(5, 'f', 'xyz'), { start: 2, end: 5 }],
    ['replaced as a whole it is what replaced it', edit(2, 'cde', 'x'), { start: 2, end: 3 }],
    ['overlapped at its start it keeps its end', edit(1, 'bc', 'xyz'), { start: 4, end: 6 }],
    ['removed it is gone', edit(2, 'cde', ''), null],
    ['swallowed it is gone', edit(1, 'bcdef', 'xyz'), null],
  ])('%s', (_fact, one, expected) => {
    expect(mapRange(range, [one])).toEqual(expected)
  })
})
