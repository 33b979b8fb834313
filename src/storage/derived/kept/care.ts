import type { Care } from '../../../domain/model.ts'
import type { Reading } from '../../schema.ts'
import { opened } from '../derived.ts'

export const KEY = 'care'
export const VERSION = 1

/** What one article can tell of its notes. */
export interface Judged {
  /** Notes that have a place in it, but cannot be shown there. */
  readonly unwell: readonly (readonly [note: string, why: Care])[]
  /** Notes whose cards the version before suspended because of their text. */
  readonly suspended: readonly string[]
}

/** By article; one that is missing was not looked at since it changed. */
export type Parts = ReadonlyMap<string, Judged>

const isCare = (value: unknown): value is Care => value === 'lost' || value === 'unpaired'
const isText = (value: unknown): value is string => typeof value === 'string'

function isJudged(value: unknown): value is Judged {
  if (typeof value !== 'object' || value === null) return false
  const { unwell, suspended }: Partial<Judged> = value
  return (
    Array.isArray(unwell) &&
    unwell.every((one: unknown) => Array.isArray(one) && isText(one[0]) && isCare(one[1])) &&
    Array.isArray(suspended) &&
    suspended.every(isText)
  )
}

export async function look(tx: Reading<'image'>): Promise<Parts> {
  const value = opened(await tx.objectStore('image').get(KEY), VERSION)
  const isSound =
    value instanceof Map && [...value].every(([id, one]) => isText(id) && isJudged(one))
  return isSound ? (value as Parts) : new Map()
}

/** What needs care, and what is free again. */
export interface CareList {
  /** Notes that can be shown in none of their articles. Their cards are not asked. */
  readonly unwell: ReadonlyMap<string, Care>
  /** Notes that are well again, with cards that the version before suspended. */
  readonly free: readonly string[]
}

export async function listOf(
  tx: Reading<'notes'>,
  parts: Parts,
  isShown: (article: string) => boolean,
): Promise<CareList> {
  const unwellIn = new Map([...parts].map(([id, { unwell }]) => [id, new Map(unwell)]))
  const unwell = new Map<string, Care>()
  for (const [note, why] of [...parts.values()].flatMap((part) => part.unwell)) {
    const places = (await tx.objectStore('notes').get(note))?.articles ?? []
    const isLost = places.filter(isShown).every((id) => unwellIn.get(id)?.has(note))
    if (isLost) unwell.set(note, why)
  }
  const suspended = new Set([...parts.values()].flatMap((part) => part.suspended))
  return { unwell, free: [...suspended].filter((note) => !unwell.has(note)) }
}
