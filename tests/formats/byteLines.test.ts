import { expect, it } from 'vitest'
import { byteLines, TooLong } from '../../src/formats/byteLines.ts'

const NO_LIMITS = { line: 1_000, all: 1_000 }
const decoder = new TextDecoder()

/** The lines of these chunks, and whether they ended because one was too long. */
async function read(chunks: readonly string[], limits = NO_LIMITS) {
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk))
      controller.close()
    },
  })
  const lines: string[] = []
  try {
    for await (const part of byteLines(stream, limits))
      lines.push(...decoder.decode(part).split('\n'))
    return { lines, isTooLong: false }
  } catch (cause) {
    if (!(cause instanceof TooLong)) throw cause
    return { lines, isTooLong: true }
  }
}

it.each([
  [['a\nb\nc\n'], ['a', 'b', 'c']],
  [
    ['a\nb', 'b\nc'],
    ['a', 'bb', 'c'],
  ],
  [['a', 'b', 'c\n'], ['abc']],
  [
    ['a\n', '\n', 'b'],
    ['a', '', 'b'],
  ],
  [['\na\n'], ['', 'a']],
  [[''], []],
])('of chunks %j are %j', async (chunks, lines) => {
  expect(await read(chunks)).toEqual({ lines, isTooLong: false })
})

it.each([
  [['ab\nabcde\nab\n'], ['ab']],
  [['abcde\nab\n'], []],
  [['ab\nabc', 'de\n'], ['ab']],
  [['ab\n', 'abcde'], ['ab']],
  [
    ['abc\nab', 'c\nabcd\n'],
    ['abc', 'abc'],
  ],
])('of chunks %j with lines of three bytes at most are %j', async (chunks, lines) => {
  expect(await read(chunks, { line: 3, all: 100 })).toEqual({ lines, isTooLong: true })
})

it('end when there are more bytes than may be', async () => {
  expect(await read(['a\n', 'b\n', 'c\n'], { line: 9, all: 4 })).toEqual({
    lines: ['a', 'b'],
    isTooLong: true,
  })
})
