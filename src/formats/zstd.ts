import { Decompress } from 'fzstd'

/** More than any collection unpacks to that a phone could hold. */
const MOST_BYTES = 200_000_000
const LARGEST_WINDOW = 128 * 1024 * 1024

/** Why nothing was unpacked. */
export class TooMuch extends Error {}

/**
 * What zstd packed, piece by piece, so that a bomb is noticed before it has gone off.
 *
 * @throws TooMuch when it is larger than anybody's collection
 * @throws Error when it is damaged
 */
export function unpackZstd(bytes: Uint8Array): Uint8Array {
  if (windowOf(bytes) > LARGEST_WINDOW) throw new TooMuch()
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = new Decompress((piece) => {
    length += piece.length
    if (length > MOST_BYTES) throw new TooMuch()
    pieces.push(piece)
  })
  stream.push(bytes, true)
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The memory the first frame says that it needs (RFC 8878, 3.1.1.1). */
function windowOf(bytes: Uint8Array): number {
  const descriptor = bytes[4] ?? 0
  const isSingle = (descriptor & 0x20) !== 0
  if (!isSingle) {
    const window = bytes[5] ?? 0
    const base = 2 ** (10 + (window >> 3))
    return base + (base / 8) * (window & 7)
  }
  const at = 5 + [0, 1, 2, 4][descriptor & 3]!
  const size = [1, 2, 4, 8][descriptor >> 6]!
  return bytes.slice(at, at + size).reduceRight((value, byte) => value * 256 + byte, 0)
}
