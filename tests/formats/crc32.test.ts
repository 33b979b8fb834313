import { describe, expect, it } from 'vitest'
import { crc32 } from '../../src/formats/crc32.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('crc32', () => {
  it.each([
    ['', 0],
    ['123456789', 0xcbf43926],
    ['The quick brown fox jumps over the lazy dog', 0x414fa339],
  ])('of %j is the published value', (text, expected) => {
    expect(crc32(bytes(text))).toBe(expected)
  })

  it.each([0, 1, 2, 3, 4, 5, 9, 1_001])('of %i bytes is that of its bytes one by one', (length) => {
    const all = Uint8Array.from({ length }, (_, at) => (at * 197) % 256)
    const oneByOne = [...all].reduce((crc, byte) => crc32(Uint8Array.of(byte), crc), 0)
    expect(crc32(all)).toBe(oneByOne)
  })

  it('can be taken in portions', () => {
    expect(crc32(bytes('56789'), crc32(bytes('1234')))).toBe(crc32(bytes('123456789')))
  })
})
