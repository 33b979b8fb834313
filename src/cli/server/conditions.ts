import type { IncomingHttpHeaders } from 'node:http'

/** By which a client names the version of a file that it has. */
export interface Validators {
  /** With its quotes, and `W/` while the file may still change within one tick of the file system's clock. */
  readonly etag: string
  /** Milliseconds, whole seconds. */
  readonly modifiedAt: number
}

/**
 * The status that the conditions of a request decide, null when they let it through: RFC 9110, section 13.2.2, in its
 * order. A tag is asked before a date; a date that is none is as good as absent.
 */
export function failedCondition(
  headers: IncomingHttpHeaders,
  { etag, modifiedAt }: Validators,
): 304 | 412 | null {
  const match = headers['if-match']
  const unmodifiedSince = parseHttpDate(headers['if-unmodified-since'])
  if (match !== undefined) {
    if (match.trim() !== '*' && !tagsOf(match).some((tag) => isSameStrongly(tag, etag))) return 412
  } else if (unmodifiedSince !== null && modifiedAt > unmodifiedSince) {
    return 412
  }

  const noneMatch = headers['if-none-match']
  const modifiedSince = parseHttpDate(headers['if-modified-since'])
  if (noneMatch !== undefined) {
    const known = tagsOf(noneMatch).some((tag) => opaque(tag) === opaque(etag))
    return known || noneMatch.trim() === '*' ? 304 : null
  }
  return modifiedSince !== null && modifiedAt <= modifiedSince ? 304 : null
}

/** Whether `If-Range` lets a `Range` count: it is absent, or certainly names the very bytes that are here. */
export function isRangeCurrent(
  headers: IncomingHttpHeaders,
  { etag, modifiedAt }: Validators,
): boolean {
  const value = headers['if-range']
  if (typeof value !== 'string') return value === undefined
  if (value.includes('"')) return isSameStrongly(value.trim(), etag)
  return parseHttpDate(value) === modifiedAt && !etag.startsWith('W/')
}

/** A tag may hold commas; what is no tag is passed over. */
function tagsOf(list: string): readonly string[] {
  return list.match(/(?:W\/)?"[^"]*"/g) ?? []
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '')
}

function isSameStrongly(one: string, other: string): boolean {
  return one === other && !one.startsWith('W/')
}

const HTTP_DATES = [
  /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]+day, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/,
]

/** Milliseconds of one of the three forms of a date in HTTP; null for everything else that `Date` would take. */
function parseHttpDate(value: string | undefined): number | null {
  if (value === undefined || !HTTP_DATES.some((form) => form.test(value))) return null
  const time = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`)
  return Number.isNaN(time) ? null : time
}
