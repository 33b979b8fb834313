const PRIME = 0x01000193

/**
 * A number that is another one when anything in a plain value is: a 32-bit FNV-1a hash of everything in it. For accidents,
 * not for attacks. 20,000 cards take a few milliseconds.
 */
export const checkOf = (value: unknown): number => mixed(0x811c9dc5, value) >>> 0

function mixed(hash: number, value: unknown): number {
  if (typeof value === 'string') return text(hash, value)
  if (typeof value === 'number') return numbers(hash, new Float64Array([value]))
  if (typeof value !== 'object' || value === null) return text(hash, String(value))
  if (ArrayBuffer.isView(value)) return numbers(text(hash, value.constructor.name), value)
  if (value instanceof Map) return list(hash ^ 1, [...value.entries()])
  if (Array.isArray(value)) return list(hash ^ 2, value)
  return list(hash ^ 3, Object.entries(value))
}

function list(start: number, values: readonly unknown[]): number {
  let hash = Math.imul(start ^ values.length, PRIME)
  for (const value of values) hash = mixed(hash, value)
  return hash
}

function text(start: number, value: string): number {
  let hash = Math.imul(start ^ value.length, PRIME)
  for (let at = 0; at < value.length; at++) hash = Math.imul(hash ^ value.charCodeAt(at), PRIME)
  return hash
}

/** By words of four bytes where they fit: columns are long. */
function numbers(start: number, view: ArrayBufferView): number {
  const { buffer, byteOffset, byteLength } = view
  let hash = Math.imul(start ^ byteLength, PRIME)
  const whole = byteOffset % 4 === 0 ? byteLength >> 2 : 0
  const words = new Uint32Array(buffer, whole === 0 ? 0 : byteOffset, whole)
  for (let at = 0; at < whole; at++) hash = Math.imul(hash ^ words[at]!, PRIME)
  const rest = new Uint8Array(buffer, byteOffset + 4 * whole, byteLength - 4 * whole)
  for (let at = 0; at < rest.length; at++) hash = Math.imul(hash ^ rest[at]!, PRIME)
  return hash
}
