import { extname } from 'node:path'
import type { Validators } from './conditions.ts'
import { openInside, type OpenFile } from './openInside.ts'

type Encoding = 'br' | 'gzip'

/** One of the forms of a file: as it is, or compressed by the build. */
export interface Representation extends OpenFile, Validators {
  readonly size: number
  readonly type: string
  readonly encoding: Encoding | null
}

const SUFFIXES: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }

/** Of everything a build writes; the rest is bytes. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/**
 * The form of a file that a client likes best, open; null when there is no such file, even if a compressed copy of
 * it was left behind. The caller closes its handle.
 *
 * @param now milliseconds; tells whether the file is old enough for a strong tag
 */
export async function openRepresentation(
  folder: string,
  name: string,
  acceptEncoding: string | undefined,
  now: number,
): Promise<Representation | null> {
  const original = await openInside(folder, name)
  if (original === null) return null
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  try {
    for (const encoding of preferredEncodings(acceptEncoding)) {
      const packed = await openInside(folder, name + SUFFIXES[encoding])
      if (packed !== null) {
        await original.handle.close()
        return describe(packed, type, encoding, now)
      }
    }
  } catch (error) {
    await original.handle.close()
    throw error
  }
  return describe(original, type, null, now)
}

function describe(
  file: OpenFile,
  type: string,
  encoding: Encoding | null,
  now: number,
): Representation {
  const { size, mtimeNs, ino } = file.stats
  const opaque = [size, mtimeNs, ino].map((part) => part.toString(36)).join('-')
  // Two changes within a second may look the same (RFC 9110, section 8.8.2.2).
  const settled = now - Number(file.stats.mtimeMs) >= 1000
  return {
    ...file,
    size: Number(size),
    type,
    encoding,
    etag: `${settled ? '' : 'W/'}"${opaque}${encoding === null ? '' : `-${encoding}`}"`,
    modifiedAt: Math.floor(Math.min(Number(file.stats.mtimeMs), now) / 1000) * 1000,
  }
}

/** Compressed forms that `Accept-Encoding` allows, the most wanted first; of equals the smaller one. */
export function preferredEncodings(header: string | undefined): readonly Encoding[] {
  const weights = new Map<string, number>()
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1'
    weights.set(coding, Number(weight) || 0)
  }
  const weightOf = (encoding: Encoding): number => weights.get(encoding) ?? weights.get('*') ?? 0
  return (['br', 'gzip'] as const)
    .filter((encoding) => weightOf(encoding) > 0)
    .toSorted((one, other) => weightOf(other) - weightOf(one))
}
