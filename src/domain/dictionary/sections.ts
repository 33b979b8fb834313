/**
 * The envelope of a compiled dictionary: a magic number, the length of every section, then the sections, end to
 * end. All numbers little-endian, 32 bits. A reader gets views into the bytes it was given, never copies.
 */

export function packSections(magic: number, sections: readonly Uint8Array[]): Uint8Array {
  const headLength = 4 * (2 + sections.length)
  const total = sections.reduce((sum, section) => sum + section.length, headLength)
  const bytes = new Uint8Array(total)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, sections.length, true)
  let at = headLength
  sections.forEach((section, i) => {
    view.setUint32(8 + 4 * i, section.length, true)
    bytes.set(section, at)
    at += section.length
  })
  return bytes
}

/** Views of the sections. @throws RangeError when the bytes are not of this kind, or are cut short */
export function unpackSections(magic: number, bytes: Uint8Array): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== magic) {
    throw new RangeError('not a compiled dictionary of this version')
  }
  const count = view.getUint32(4, true)
  const sections: Uint8Array[] = []
  let at = 4 * (2 + count)
  if (at > bytes.length) throw new RangeError('the dictionary is cut short')
  for (let i = 0; i < count; i++) {
    const end = at + view.getUint32(8 + 4 * i, true)
    if (end > bytes.length) throw new RangeError('the dictionary is cut short')
    sections.push(bytes.subarray(at, end))
    at = end
  }
  return sections
}

/** A column of texts, one a line: row i is decoded only when somebody asks for it. */
export interface TextColumn {
  readonly length: number
  row(i: number): string
  /** Of row i; a newline when the row is empty. */
  firstByte(i: number): number
}

const NEWLINE = 10
const decoder = new TextDecoder()

export function packTextColumn(rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode(rows.map((row) => `${row}\n`).join(''))
}

/** All rows of a short column at once. */
export function readTextColumn(bytes: Uint8Array): readonly string[] {
  return decoder.decode(bytes).split('\n').slice(0, -1)
}

export function openTextColumn(bytes: Uint8Array, length: number): TextColumn {
  const starts = new Uint32Array(length + 1)
  let row = 0
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === NEWLINE) starts[++row] = i + 1
  if (row !== length) throw new RangeError('a column of the dictionary has the wrong length')
  return {
    length,
    firstByte: (i) => bytes[starts[i]!]!,
    row: (i) => {
      const start = starts[i]!
      const end = starts[i + 1]! - 1
      return start === end ? '' : decoder.decode(bytes.subarray(start, end))
    },
  }
}
