import { expect, it } from 'vitest'
import {
  openTextColumn,
  packSections,
  packTextColumn,
  readTextColumn,
  unpackSections,
} from '../../../src/domain/dictionary/sections.ts'

const MAGIC = 0x31_54_53_54

it('gives sections back as they were, empty ones too', () => {
  const sections = [Uint8Array.of(1, 2, 3), new Uint8Array(), Uint8Array.of(4)]
  expect(unpackSections(MAGIC, packSections(MAGIC, sections))).toEqual(sections)
})

it('reads sections in the middle of other bytes', () => {
  const packed = packSections(MAGIC, [Uint8Array.of(7)])
  const around = Uint8Array.of(9, ...packed, 9)
  expect(unpackSections(MAGIC, around.subarray(1, -1))).toEqual([Uint8Array.of(7)])
})

it('refuses other kinds of bytes and bytes cut short', () => {
  const packed = packSections(MAGIC, [Uint8Array.of(1, 2, 3)])
  expect(() => unpackSections(MAGIC + 1, packed)).toThrow(RangeError)
  for (let length = 0; length < packed.length; length++) {
    expect(() => unpackSections(MAGIC, packed.subarray(0, length))).toThrow(RangeError)
  }
})

it('keeps rows of text', () => {
  const rows = ['', 'a', '汉字 𠮷', '', 'z']
  const column = openTextColumn(packTextColumn(rows), rows.length)
  expect(rows.map((_, i) => column.row(i))).toEqual(rows)
  expect(rows.map((_, i) => String.fromCharCode(column.firstByte(i)))).toEqual([
    '\n',
    'a',
    'æ',
    '\n',
    'z',
  ])
  expect(readTextColumn(packTextColumn(rows))).toEqual(rows)
  expect(() => openTextColumn(packTextColumn(rows), 4)).toThrow(RangeError)
})
