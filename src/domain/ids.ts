import { sha256 } from '@noble/hashes/sha2.js'
import type { Side } from './model.ts'

/** Crockford's alphabet in lower case: no i, l, o, u, so an id survives being read aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_BYTES = 16

/** 128 bits as 26 letters of base 32, five bits a letter, the last one padded with zeros. */
function base32(bytes: Uint8Array): string {
  let letters = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      letters += ALPHABET[(buffer >> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  return bits === 0 ? letters : letters + ALPHABET[(buffer << (5 - bits)) & 31]
}

/**
 * 26 letters that stand for these fields: the first 128 bits of SHA-256 over them as a JSON list, so that
 * `['ab', 'c']` and `['a', 'bc']` differ.
 */
export function hashOf(fields: readonly (string | number)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(fields))
  return base32(sha256(bytes).subarray(0, ID_BYTES))
}

/** {@link hashOf} texts that come in pieces: the same letters, however they are cut. Yields after each piece. */
export function* hashOfPieces(texts: readonly Iterable<string>[]): Generator<void, string> {
  const encoder = new TextEncoder()
  const hash = sha256.create()
  const put = (json: string) => hash.update(encoder.encode(json))
  for (const [at, pieces] of texts.entries()) {
    put(at === 0 ? '["' : ',"')
    for (const piece of pieces) {
      put(JSON.stringify(piece).slice(1, -1))
      yield
    }
    put('"')
  }
  put(texts.length === 0 ? '[]' : ']')
  return base32(hash.digest().subarray(0, ID_BYTES))
}

/**
 * Id of a term note: two articles, or two devices, that meet 停火 tíng huǒ make one note.
 *
 * An English headword is told apart by spelling alone: its reading is shown, but no part of its identity.
 *
 * @param sense number of the sense among homographs with one reading; 0 unless someone tells them apart
 */
export function noteIdOfTerm(
  learning: Side,
  headword: string,
  reading: string,
  sense: number,
): string {
  const spoken = learning === 'zh' ? reading.trim().toLowerCase() : ''
  return 't' + hashOf([learning, headword.normalize('NFC').trim(), spoken, sense])
}
