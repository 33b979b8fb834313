import { describe, expect, it } from 'vitest'
import { decodeText, ENCODINGS, MAX_BYTES } from '../../src/formats/encoding.ts'
import { encode } from './encode.ts'

const SIMPLIFIED = '今天天气很好，我们去公园散步。他说：“这个国家的经济发展得很快。”'
const TRADITIONAL = '今天天氣很好，我們去公園散步。他說：「這個國家的經濟發展得很快。」'
const ENGLISH = 'It is light — “let us go,” he said. The café opens.'

const read = (bytes: Uint8Array, chosen?: string) => {
  const { value, issues } = decodeText(bytes, chosen)
  return { text: value?.text, encoding: value?.encoding, codes: issues.map(({ code }) => code) }
}

describe('decodeText', () => {
  it.each([
    ['utf-8', SIMPLIFIED, []],
    ['utf-8', TRADITIONAL, []],
    ['utf-8', ENGLISH, []],
    ['gb18030', SIMPLIFIED, ['encodingGuessed']],
    ['gb18030', TRADITIONAL, ['encodingGuessed']],
    ['gb18030', '停火', ['encodingGuessed']],
    ['gb18030', '停火 ceasefire', ['encodingGuessed']],
    ['big5', TRADITIONAL, ['encodingGuessed']],
    ['utf-16le', SIMPLIFIED, ['encodingGuessed']],
    ['utf-16be', TRADITIONAL, ['encodingGuessed']],
    ['utf-16le', 'It is light.', ['encodingGuessed']],
    ['utf-16be', 'It is light.', ['encodingGuessed']],
    ['windows-1252', ENGLISH, ['encodingGuessed']],
  ] as const)('reads %s: %s', (encoding, text, codes) => {
    expect(read(encode(text, encoding))).toEqual({ text, encoding, codes })
  })

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const)('believes the byte order mark of %s and drops it', (encoding, bom) => {
    const bytes = Uint8Array.from([...bom, ...encode('停火', encoding)])
    expect(read(bytes)).toEqual({ text: '停火', encoding, codes: [] })
  })

  it.each(ENCODINGS)('reads as %s when told to', (encoding) => {
    expect(read(encode('light', 'utf-8').slice(0, 4), encoding).encoding).toBe(encoding)
  })

  const long = `${SIMPLIFIED}\n${ENGLISH}\n`.repeat(3)
  const whole = encode(long, 'utf-8')
  const withByte = (at: number, byte: number) => {
    const bytes = whole.slice()
    bytes[at] = byte
    return bytes
  }

  it.each([
    ['cut off inside a character', encode(`${long}天`, 'utf-8').slice(0, -1), 'utf-8', '1', 7],
    ['short and cut off', encode('停火', 'utf-8').slice(0, -1), 'utf-8', '1', 1],
    ['one byte of another encoding', withByte(0, 0xb5), 'utf-8', '3', 1],
    [
      'cut off in UTF-16',
      Uint8Array.of(0xff, 0xfe, ...encode('停火', 'utf-16le'), 0x41),
      'utf-16le',
      '1',
      1,
    ],
  ] as const)(
    'reads what is damaged, and says where: %s',
    (_fact, bytes, encoding, found, line) => {
      const { value, issues } = decodeText(bytes)
      expect(value?.encoding).toBe(encoding)
      expect(value?.text).toContain('\ufffd')
      expect(issues).toEqual([{ code: 'badBytes', found, line }])
    },
  )

  it('reads UTF-16 without a mark that is cut inside a character', () => {
    expect(read(encode(SIMPLIFIED, 'utf-16le').slice(0, -1)).encoding).toBe('utf-16le')
  })

  it('guesses when it is told an encoding it does not know', () => {
    expect(read(encode(SIMPLIFIED, 'utf-8'), 'klingon').encoding).toBe('utf-8')
  })

  const noise = (seed: number) =>
    Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + ((at * at) % 251) * seed) & 255)

  it.each([
    ['nothing', new Uint8Array(), ['empty']],
    ['white space', encode(' \r\n\t', 'utf-8'), ['empty']],
    ['more than ten megabytes', new Uint8Array(MAX_BYTES + 1).fill(65), ['tooLarge']],
    ['a NUL in ASCII', encode('light\0light\0', 'utf-8').slice(0, 11), ['notText']],
    ['noise', noise(1), ['notText']],
    ['other noise', noise(3), ['notText']],
    ['control characters', new Uint8Array(500).fill(7), ['notText']],
  ] as const)('refuses %s', (_fact, bytes, codes) => {
    expect(read(bytes)).toEqual({ text: undefined, encoding: undefined, codes })
  })
}, 120_000)
