import { digestOf, joinDigests, type Digest } from '../../../domain/srs/digest.ts'
import { imageTag, type Image } from '../../../domain/srs/image.ts'
import type { SrsSettings } from '../../../domain/srs/settings.ts'
import type { SegmentSummary, StateRecord } from '../../records.ts'
import { opened } from '../derived.ts'

export const KEY = 'state'
export const VERSION = 2

const areTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** Counted without taking the text apart: it is long. */
function rowsIn(joined: unknown): number {
  if (typeof joined !== 'string') return -1
  let rows = 1
  for (let at = joined.indexOf('\n'); at >= 0; at = joined.indexOf('\n', at + 1)) rows += 1
  return rows
}

/** Whether an image has all its columns, of one length. */
function isImage(image: Partial<Image> | null | undefined): image is Image {
  const rows = image?.flags?.length
  if (!image || rows === undefined || typeof image.voided !== 'string') return false
  const { tag, fast } = image
  if (typeof tag?.settings !== 'string' || typeof tag.digest?.count !== 'number') return false
  const columns = Object.entries(image).filter(([, column]) => ArrayBuffer.isView(column))
  return (
    columns.length === COLUMNS &&
    columns.every(
      ([name, view]) => name === 'fast' || Reflect.get(Object(view), 'length') === rows,
    ) &&
    (fast?.length === 0 || fast?.length === rows) &&
    [image.cards, image.lasts].every((joined) => rowsIn(joined) === Math.max(1, rows))
  )
}
const COLUMNS = 16

export function recordIn(part: unknown): StateRecord | null {
  const value = opened(part, VERSION)
  if (typeof value !== 'object' || value === null) return null
  const { image, segments, pending }: Partial<StateRecord> = value
  return isImage(image) && areTexts(segments) && areTexts(pending)
    ? { image, segments, pending }
    : null
}

/** The digest of these segments and pending entries together. */
export function totalOf(segments: readonly SegmentSummary[], pending: readonly string[]): Digest {
  const rest = digestOf(pending.map((id) => ({ id })))
  return segments.reduce((sum, { digest }) => joinDigests(sum, digest), rest)
}

/** The tag that an image of the listed entries would have. */
export function tagOf(
  record: StateRecord,
  catalogue: readonly SegmentSummary[],
  settings: SrsSettings,
) {
  const covered = new Set(record.segments)
  const segments = catalogue.filter(({ id }) => covered.has(id))
  return imageTag(totalOf(segments, record.pending), settings)
}
