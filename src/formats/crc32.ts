/** Remainders of all bytes, for the reflected polynomial 0xEDB88320. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte
  for (let bit = 0; bit < 8; bit++)
    remainder = (remainder & 1) === 0 ? remainder >>> 1 : 0xedb88320 ^ (remainder >>> 1)
  return remainder
})

/**
 * CRC-32 of bytes, as in gzip, zip and PNG (ITU-T V.42): 0 … 2³² − 1. Notices damage, not malice.
 *
 * @param before the checksum of the bytes before these, to go on from
 */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  for (let at = 0; at < bytes.length; at++) crc = TABLE[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}
