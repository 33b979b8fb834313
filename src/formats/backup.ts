import type { Issue, Parsed } from '../domain/errors.ts'
import {
  collector,
  isFooter,
  isForm,
  isHeader,
  linesOf,
  VERSION,
  type Backup,
  type Collector,
  type Footer,
  type Header,
} from './backupLines.ts'
import { collectorV1 } from './backupV1.ts'
import { byteLines, NEWLINE, TooLong, type Limits } from './byteLines.ts'
import { crc32 } from './crc32.ts'
import { isTooDeep } from './nesting.ts'

export type { Backup, UnknownRecord } from './backupLines.ts'

/** Lines are handed to the compressor in portions of about this many characters. */
const PORTION = 1 << 16
/** A compressed file is read in slices of this many bytes. */
const SLICE = 1 << 16
/** So much is read between two calls of {@link Meanwhile}: lines, or UTF-16 units where lines are long. */
const LINES_A_TURN = 100
const UNITS_A_TURN = 1 << 14
const MOST_FOUND = 80
/** Bytes of a backup once it is unpacked: a line is a text at most, and a small file must not become a huge one. */
const LIMITS: Limits = { line: 10_000_000, all: 400_000_000 }

/**
 * Called again and again during long work, with how much of it is done, 0 … 1. It may take its time, so that others get a
 * turn, and ends the work when it throws.
 */
export type Meanwhile = (done: number) => Promise<void>
const AT_ONCE: Meanwhile = async () => undefined

/** The bytes of all lines, in portions, the checksum last. */
function* portionsOf(backup: Backup): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let crc = 0
  let portion = ''
  for (const line of linesOf(backup)) {
    portion += `${line}\n`
    if (portion.length < PORTION) continue
    const bytes = encoder.encode(portion)
    crc = crc32(bytes, crc)
    yield bytes
    portion = ''
  }
  const rest = encoder.encode(portion)
  const footer: Footer = { crc32: crc32(rest, crc) }
  yield rest
  yield encoder.encode(`${JSON.stringify(footer)}\n`)
}

function streamOf(
  portions: Iterator<Uint8Array<ArrayBuffer>>,
  turn: () => Promise<void>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async pull(controller) {
      await turn()
      const { value, done } = portions.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
  })
}

/** The backup file. How much of it is done is not known, and told as 0. */
export async function writeBackup(
  backup: Backup,
  meanwhile: Meanwhile = AT_ONCE,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = streamOf(portionsOf(backup), () => meanwhile(0))
  const zipped = lines.pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(zipped).arrayBuffer())
}

/** Why reading stopped. */
class Flaw extends Error {
  readonly issue: Issue
  constructor(issue: Issue) {
    super(issue.code)
    this.issue = issue
  }
}

const LINE_FEED = Uint8Array.of(NEWLINE)

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

function* slicesOf(
  bytes: Uint8Array<ArrayBuffer>,
  onRead: (bytes: number) => void,
): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += SLICE) {
    yield bytes.subarray(at, at + SLICE)
    onRead(Math.min(at + SLICE, bytes.length))
  }
}

/** @param onRead told how many of the bytes were read so far */
async function* linesIn(
  bytes: Uint8Array<ArrayBuffer>,
  limits: Limits,
  onRead: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const stream = streamOf(slicesOf(bytes, onRead), async () => undefined)
  try {
    const unpacked = isGzip(bytes) ? stream.pipeThrough(new DecompressionStream('gzip')) : stream
    yield* byteLines(unpacked, limits)
  } catch (cause) {
    if (cause instanceof TooLong) throw cause
    // The decompressor met bytes that were changed, or the file ends too early.
    throw new Flaw({ code: 'backupDamaged' })
  }
}

function parse(line: string, number: number): unknown {
  if (isTooDeep(line)) throw damaged(line, number, 'nesting')
  try {
    const value: unknown = JSON.parse(line)
    return value
  } catch {
    throw damaged(line, number)
  }
}

/** @param place where in the line, as far as that can be said */
const damaged = (line: string, number: number, place = ''): Flaw =>
  new Flaw({
    code: 'backupDamaged',
    line: number,
    found: (place === '' ? line : `${place} | ${line}`).slice(0, MOST_FOUND),
  })

function readHeader(line: string): Header {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new Flaw({ code: 'notABackup' })
  }
  if (!isForm(value)) throw new Flaw({ code: 'notABackup' })
  if (value.version > VERSION)
    throw new Flaw({ code: 'backupTooNew', found: String(value.version) })
  if (!isHeader(value)) throw damaged(line, 1)
  return value
}

async function readLines(
  bytes: Uint8Array<ArrayBuffer>,
  meanwhile: Meanwhile,
  limits: Limits,
): Promise<Backup> {
  const decoder = new TextDecoder()
  let crc = 0
  let records: Collector | null = null
  let footer: Footer | null = null
  let number = 0
  let read = 0
  let since = 0
  const lines = linesIn(bytes, limits, (sum) => {
    read = sum
  })
  try {
    for await (const part of lines) {
      for (const line of decoder.decode(part).split('\n')) {
        number++
        since += line.length
        if (number % LINES_A_TURN === 0 || since > UNITS_A_TURN) {
          since = 0
          await meanwhile(read / bytes.length)
        }
        if (records === null) {
          const header = readHeader(line)
          records = header.version === 1 ? collectorV1(header) : collector(header)
          continue
        }
        const value = parse(line, number)
        if (footer !== null) throw damaged(line, number)
        if (isFooter(value)) {
          footer = value
          continue
        }
        const flaw = records.add(value)
        if (flaw !== null) throw damaged(line, number, flaw)
      }
      // The footer, the last line there is, is not of those it speaks of.
      crc =
        footer === null
          ? crc32(LINE_FEED, crc32(part, crc))
          : crc32(part.subarray(0, part.lastIndexOf(NEWLINE) + 1), crc)
    }
  } catch (cause) {
    if (!(cause instanceof TooLong)) throw cause
    throw new Flaw({ code: 'backupTooLarge', line: number + 1 })
  }
  if (records === null) throw new Flaw({ code: 'empty' })
  const backup = footer?.crc32 === crc ? records.whole() : null
  if (backup === null) throw new Flaw({ code: 'backupDamaged' })
  return backup
}

/**
 * The backup in a file, compressed or not; null when anything is wrong with it: half a backup is none.
 *
 * Issues: `empty`, `notABackup`, `backupTooNew` (`found`: its version), `backupTooLarge` (with the line that no longer fits),
 * `backupDamaged` (with the line, where one is to
 * blame, and in `found` what in it is).
 */
export async function readBackup(
  bytes: Uint8Array<ArrayBuffer>,
  meanwhile: Meanwhile = AT_ONCE,
  limits: Limits = LIMITS,
): Promise<Parsed<Backup | null>> {
  if (bytes.length === 0) return { value: null, issues: [{ code: 'empty' }] }
  try {
    return { value: await readLines(bytes, meanwhile, limits), issues: [] }
  } catch (cause) {
    if (cause instanceof Flaw) return { value: null, issues: [cause.issue] }
    throw cause
  }
}
