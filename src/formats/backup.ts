import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { ArticleRecord } from '../domain/articleRecord.ts'
import type { Issue, Parsed } from '../domain/errors.ts'
import type { Entry, Note, Revision } from '../domain/model.ts'
import { byteLines, NEWLINE } from './byteLines.ts'
import { count, name, number, oneOf, shape, text, type Check } from './checks.ts'
import { isArticleRecord, isEntry, isNote, isRevision } from './modelChecks.ts'

/**
 * A full backup: one gzip'ed file of JSON lines, readable with `zcat`. The first line says what it is and how much of
 * everything follows, then comes one line a record, and the last one carries the SHA-256 of all lines before it.
 */
export interface Backup {
  /** Milliseconds since 1970 UTC. */
  readonly createdAt: number
  readonly articles: readonly ArticleRecord[]
  readonly revisions: readonly Revision[]
  readonly notes: readonly Note[]
  readonly entries: readonly Entry[]
  readonly settings: readonly Setting[]
}

export interface Setting {
  readonly key: string
  readonly value: unknown
}

const FORMAT = 'duizhao-backup'
const VERSION = 1
/** Lines are handed to the compressor in portions of about this many characters. */
const PORTION = 1 << 16
const MOST_FOUND = 80

interface Counts {
  readonly articles: number
  readonly revisions: number
  readonly notes: number
  readonly entries: number
  readonly settings: number
}

interface Header {
  readonly format: typeof FORMAT
  readonly version: typeof VERSION
  readonly createdAt: number
  readonly counts: Counts
}

interface Footer {
  readonly sha256: string
}

const isForm = shape<{ format: string; version: number }>({
  format: oneOf(FORMAT),
  version: number,
})
const isHeader = shape<Header>({
  format: oneOf(FORMAT),
  version: oneOf(VERSION),
  createdAt: number,
  counts: shape<Counts>({
    articles: count,
    revisions: count,
    notes: count,
    entries: count,
    settings: count,
  }),
})
const isFooter = shape<Footer>({ sha256: name })
const isSetting: Check<Setting> = shape<Setting>({
  key: text,
  value: (value): value is unknown => value !== undefined,
})

const countsOf = (backup: Backup): Counts => ({
  articles: backup.articles.length,
  revisions: backup.revisions.length,
  notes: backup.notes.length,
  entries: backup.entries.length,
  settings: backup.settings.length,
})

function* linesOf(backup: Backup): Generator<string> {
  const { createdAt } = backup
  const header: Header = { format: FORMAT, version: VERSION, createdAt, counts: countsOf(backup) }
  yield JSON.stringify(header)
  for (const setting of backup.settings) yield JSON.stringify({ setting })
  for (const article of backup.articles) yield JSON.stringify({ article })
  for (const revision of backup.revisions) yield JSON.stringify({ revision })
  for (const note of backup.notes) yield JSON.stringify({ note })
  for (const entry of backup.entries) yield JSON.stringify({ entry })
}

/** The bytes of all lines, in portions, the checksum last. */
function* portionsOf(backup: Backup): Generator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const hash = sha256.create()
  let portion = ''
  for (const line of linesOf(backup)) {
    portion += `${line}\n`
    if (portion.length < PORTION) continue
    const bytes = encoder.encode(portion)
    hash.update(bytes)
    yield bytes
    portion = ''
  }
  const rest = encoder.encode(portion)
  hash.update(rest)
  yield rest
  const footer: Footer = { sha256: bytesToHex(hash.digest()) }
  yield encoder.encode(`${JSON.stringify(footer)}\n`)
}

function streamOf(
  portions: Iterator<Uint8Array<ArrayBuffer>>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    pull(controller) {
      const { value, done } = portions.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
  })
}

/** The backup file. */
export async function writeBackup(backup: Backup): Promise<Uint8Array<ArrayBuffer>> {
  const zipped = streamOf(portionsOf(backup)).pipeThrough(new CompressionStream('gzip'))
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

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b

async function* linesIn(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array> {
  const stream = streamOf([bytes].values())
  try {
    yield* byteLines(isGzip(bytes) ? stream.pipeThrough(new DecompressionStream('gzip')) : stream)
  } catch {
    // The decompressor met bytes that were changed, or the file ends too early.
    throw new Flaw({ code: 'backupDamaged' })
  }
}

function parse(line: string, number: number): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return value
  } catch {
    throw damaged(line, number)
  }
}

const damaged = (line: string, number: number): Flaw =>
  new Flaw({ code: 'backupDamaged', line: number, found: line.slice(0, MOST_FOUND) })

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

/** Records as they come, each into its list. */
function collector() {
  const lists = {
    articles: new Array<ArticleRecord>(),
    revisions: new Array<Revision>(),
    notes: new Array<Note>(),
    entries: new Array<Entry>(),
    settings: new Array<Setting>(),
  }
  const take = <T>(value: unknown, field: string, check: Check<T>, list: T[]): boolean => {
    if (typeof value !== 'object' || value === null) return false
    const record: unknown = Reflect.get(value, field)
    if (!check(record)) return false
    list.push(record)
    return true
  }
  const add = (value: unknown): boolean =>
    take(value, 'entry', isEntry, lists.entries) ||
    take(value, 'note', isNote, lists.notes) ||
    take(value, 'revision', isRevision, lists.revisions) ||
    take(value, 'article', isArticleRecord, lists.articles) ||
    take(value, 'setting', isSetting, lists.settings)
  return { lists, add }
}

async function readLines(bytes: Uint8Array<ArrayBuffer>): Promise<Backup> {
  const decoder = new TextDecoder()
  const hash = sha256.create()
  const { lists, add } = collector()
  let header: Header | null = null
  let footer: Footer | null = null
  let number = 0
  for await (const lineBytes of linesIn(bytes)) {
    number++
    const line = decoder.decode(lineBytes)
    if (header === null) header = readHeader(line)
    else {
      const value = parse(line, number)
      if (footer !== null) throw damaged(line, number)
      if (isFooter(value)) {
        footer = value
        continue
      }
      if (!add(value)) throw damaged(line, number)
    }
    hash.update(lineBytes)
    hash.update(Uint8Array.of(NEWLINE))
  }
  if (header === null) throw new Flaw({ code: 'empty' })
  const backup: Backup = { createdAt: header.createdAt, ...lists }
  const whole = JSON.stringify(countsOf(backup)) === JSON.stringify(header.counts)
  if (!whole || footer?.sha256 !== bytesToHex(hash.digest()))
    throw new Flaw({ code: 'backupDamaged' })
  return backup
}

/**
 * The backup in a file, compressed or not; null when anything is wrong with it: half a backup is none.
 *
 * Issues: `empty`, `notABackup`, `backupTooNew` (`found`: its version), `backupDamaged` (with the line, where one is to blame).
 */
export async function readBackup(bytes: Uint8Array<ArrayBuffer>): Promise<Parsed<Backup | null>> {
  if (bytes.length === 0) return { value: null, issues: [{ code: 'empty' }] }
  try {
    return { value: await readLines(bytes), issues: [] }
  } catch (cause) {
    if (cause instanceof Flaw) return { value: null, issues: [cause.issue] }
    throw cause
  }
}
