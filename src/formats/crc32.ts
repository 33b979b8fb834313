/**
 * Remainders for the reflected polynomial 0xEDB88320: of all bytes, then of all bytes with one, two and three zeros behind
 * them, so that four bytes take one step (Kounavis and Berry's slicing).
 */
const TABLE = new Uint32Array(4 * 256)
for (let byte = 0; byte < 256; byte++) {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++)
    remainder = (remainder & 1) === 0 ? remainder >>> 1 : 0xedb88320 ^ (remainder >>> 1)
  TABLE[byte] = remainder
}
for (let at = 256; at < TABLE.length; at++) {
  const before = TABLE[at - 256]!
  TABLE[at] = TABLE[before & 0xff]! ^ (before >>> 8)
}

/**
 * CRC-32 of bytes, as in gzip, zip and PNG (ITU-T V.42): 0 … 2³² − 1. Notices damage, not malice.
 *
 * @param before the checksum of the bytes before these, to go on from
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  let at = 0
  for (; at + 4 <= bytes.length; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    crc =
      TABLE[768 + (crc & 0xff)]! ^
      TABLE[512 + ((crc >>> 8) & 0xff)]! ^
      TABLE[256 + ((crc >>> 16) & 0xff)]! ^
      TABLE[crc >>> 24]!
  }
  for (; at < bytes.length; at++) crc = TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}
