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

  it('can be taken in portions', () => {
    expect(crc32(bytes('56789'), crc32(bytes('1234')))).toBe(crc32(bytes('123456789')))
  })
})
