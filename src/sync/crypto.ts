import { fromBase64, toBase64 } from './base64.ts'

/** Sealing: PBKDF2-SHA-256 wraps a random AES-256-GCM key by the passphrase; what is sealed is bound to its name. */

const ROUNDS = 600_000
const IV_BYTES = 12

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

const aesKey = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** IV and ciphertext, base64. */
export async function sealBytes(
  key: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(name) }
  const text = await crypto.subtle.encrypt(algorithm, await aesKey(fromBase64(key)), bytes)
  const sealed = new Uint8Array(IV_BYTES + text.byteLength)
  sealed.set(iv)
  sealed.set(new Uint8Array(text), IV_BYTES)
  return toBase64(sealed)
}

/** What was sealed under this name; null with another key, for another name, or where a byte was changed. */
export async function openBytes(
  key: string,
  name: string,
  sealed: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const bytes = fromBase64(sealed)
    const iv = bytes.subarray(0, IV_BYTES)
    const algorithm = { name: 'AES-GCM', iv, additionalData: utf8(name) }
    const text = bytes.subarray(IV_BYTES)
    return new Uint8Array(
      await crypto.subtle.decrypt(algorithm, await aesKey(fromBase64(key)), text),
    )
  } catch {
    return null
  }
}

/** The wrapped data key as it lies on the server. */
interface Wrapped {
  readonly v: 1
  readonly salt: string
  readonly rounds: number
  readonly wrapped: string
}

function isWrapped(value: unknown): value is Wrapped {
  if (typeof value !== 'object' || value === null) return false
  const { v, salt, rounds, wrapped }: Partial<Record<keyof Wrapped, unknown>> = value
  // A server that asks for endless rounds would only keep the device busy.
  const isSane = typeof rounds === 'number' && rounds >= 1 && rounds <= 10 * ROUNDS
  return v === 1 && isSane && typeof salt === 'string' && typeof wrapped === 'string'
}

async function wrappingKey(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<string> {
  const typed = utf8(passphrase.normalize('NFKC'))
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits'])
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return toBase64(new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, 256)))
}

/** A data key, base64, and the object that holds it, to be opened with the passphrase. */
export interface DataKey {
  readonly key: string
  readonly object: string
}

/** @param key an existing one, for another passphrase; else a new one */
export async function wrapKey(
  passphrase: string,
  key: string = toBase64(crypto.getRandomValues(new Uint8Array(32))),
  rounds: number = ROUNDS,
): Promise<DataKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const wrapping = await wrappingKey(passphrase, salt, rounds)
  const wrapped = await sealBytes(wrapping, 'key', fromBase64(key))
  const object: Wrapped = { v: 1, salt: toBase64(salt), rounds, wrapped }
  return { key, object: JSON.stringify(object) }
}

/** The data key; null with a wrong passphrase, or where that is no key. */
export async function unwrapKey(object: string, passphrase: string): Promise<string | null> {
  try {
    const value: unknown = JSON.parse(object)
    if (!isWrapped(value)) return null
    const wrapping = await wrappingKey(passphrase, fromBase64(value.salt), value.rounds)
    const raw = await openBytes(wrapping, 'key', value.wrapped)
    return raw === null ? null : toBase64(raw)
  } catch {
    return null
  }
}
