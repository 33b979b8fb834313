import type { Encoding } from '../../src/formats/encoding.ts'

const tables = new Map<Encoding, Map<string, readonly number[]>>()

/** Bytes of each character of an encoding of one or two bytes, found by decoding all there are. */
function tableOf(encoding: Encoding): Map<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding)
  const add = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes)
  }
  for (let lead = 0; lead < 256; lead++) add([lead])
  if (encoding !== 'windows-1252') {
    for (let lead = 0x81; lead < 255; lead++) {
      for (let trail = 0x40; trail < 255; trail++) add([lead, trail])
    }
  }
  // Node 20 reads these as Latin-1 does.
  if (encoding === 'windows-1252')
    for (const [at, mark] of ['“', '”', '•', '–', '—'].entries()) table.set(mark, [0x93 + at])
  tables.set(encoding, table)
  return table
}

/** The text as bytes of an encoding that `TextEncoder` does not know. */
export function encode(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding.startsWith('utf-16')) {
    const bytes = text
      .split('')
      .flatMap((unit) => [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8])
    if (encoding === 'utf-16le') return Uint8Array.from(bytes)
    return Uint8Array.from(bytes, (_, at) => bytes[at ^ 1]!)
  }
  const table = tableOf(encoding)
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character)
      if (!bytes) throw new RangeError(`${encoding} has no ${character}`)
      return bytes
    }),
  )
}
