import type { Disk } from './database.ts'
import { keepQuietly } from './refusals.ts'
import { readSetting, writeSetting } from './settings.ts'

const KEY = 'places'
/** Articles whose place is remembered, the latest. */
const MOST = 200

type Places = readonly (readonly [article: string, pair: number])[]

const isPlace = (one: unknown): one is Places[number] =>
  Array.isArray(one) && typeof one[0] === 'string' && Number.isSafeInteger(one[1])

async function readPlaces(disk: Disk): Promise<Places> {
  const stored = await readSetting(disk, KEY)
  return Array.isArray(stored) ? stored.filter(isPlace) : []
}

/** The pair at which somebody stopped to read an article on this device; 0 where nobody did. */
export async function readPlace(disk: Disk, article: string): Promise<number> {
  return (await readPlaces(disk)).find(([id]) => id === article)?.[1] ?? 0
}

/** Remembers where somebody stopped. */
export async function keepPlace(disk: Disk, article: string, pair: number): Promise<void> {
  const others = (await readPlaces(disk)).filter(([id]) => id !== article)
  const places: Places = [[article, pair] as const, ...others].slice(0, MOST)
  await keepQuietly(() => writeSetting(disk, KEY, places))
}
