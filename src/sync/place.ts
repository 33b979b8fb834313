import { listOf, text as isText } from '../domain/records/checks.ts'
import type { SyncPlace } from '../storage/sync/state.ts'
import { fromBase64, toBase64 } from './base64.ts'

/** Why an address cannot be tried at all. */
export type AddressFlaw = 'noAddress' | 'notHttps' | 'noEncryption'

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Where the app itself is. */
export interface AppPlace {
  readonly protocol: string
  /** Whether the browser lets it encrypt. */
  readonly isSecure: boolean
}

/**
 * Why a learner's address cannot work, null when it may: a page that came by https reaches no http server but one on this very
 * device, and only https or localhost may encrypt.
 */
export function flawOfAddress(text: string, app: AppPlace): AddressFlaw | null {
  const url = urlOf(text)
  if (url === null) return 'noAddress'
  if (!app.isSecure) return 'noEncryption'
  const isPlain = url.protocol === 'http:' && !LOCAL.test(url.hostname)
  return isPlain && app.protocol === 'https:' ? 'notHttps' : null
}

function urlOf(text: string): URL | null {
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`)
    return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
  } catch {
    return null
  }
}

const hex = (text: string): string =>
  [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * The address of the database: as it was entered or, where only a server was, the one that CouchDB makes for each of its
 * users (`couch_peruser`). Empty for what is no address.
 */
export function databaseAddress(text: string, name: string): string {
  const url = urlOf(text)
  if (url === null) return ''
  const path = url.pathname.replace(/\/+$/, '')
  return `${url.origin}${path === '' ? `/userdb-${hex(name)}` : path}`
}

/** The link that another device opens. What follows the `#` no browser sends anywhere. */
export function linkTo(app: string, { address, name, password, passphrase }: SyncPlace): string {
  const json = JSON.stringify([address, name, password, passphrase])
  const letters = toBase64(new TextEncoder().encode(json))
  return `${app}#${letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`
}

const areTexts = listOf(isText)

/** The place in a link, or in the part of it behind the `#`; null where there is none. */
export function placeIn(link: string): SyncPlace | null {
  const letters = link.slice(link.indexOf('#') + 1).trim()
  try {
    const bytes = fromBase64(letters.replaceAll('-', '+').replaceAll('_', '/'))
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!areTexts(value) || value.length !== 4) return null
    const [address = '', name = '', password = '', passphrase = ''] = value
    return urlOf(address) === null ? null : { address, name, password, passphrase }
  } catch {
    return null
  }
}
