import { hashOf } from '../hash.ts'
import type { Sides } from '../model.ts'
import { canonical } from '../records/canonical.ts'
import { under, type Merged } from '../records/merged.ts'
import { isStamp, type Stamp } from '../records/stamp.ts'

/** What a version says: a text of each side, how they are paired, and the terms found. */
export interface VersionBody {
  /** Ids of the revisions. */
  readonly revision: Sides<string>
  /** Names of the chunks of the alignment, in order. */
  readonly chunks: readonly string[]
  /** Name of the list of terms. */
  readonly terms: string
}

/** How an article stands on one device; a fact. Two devices that edit it make two, and neither is lost. */
export interface Version {
  /** The versions it takes the place of. */
  readonly from: readonly string[]
  readonly by: 'hand' | 'import'
  readonly t: Stamp
  /** Of an import, ms: of two layouts of one text the earlier stays. */
  readonly createdAt?: number
  readonly body: VersionBody
}

export interface NamedVersion extends Version {
  readonly id: string
}

/** Prefix of the facts that are versions. */
export const VERSION = 'version/'

/**
 * The name of an import: every device that imports the same gives it.
 *
 * @param deck revision of the deck file; 0 for any other import
 */
export const importName = (article: string, deck: number): string => `${article}@${deck}`

/** The deck revision in the name of an import, 0 for any other import; null when the name is not one of those. */
export function deckIn(article: string, name: string): number | null {
  const number = name.startsWith(`${article}@`) ? name.slice(article.length + 1) : ''
  return /^\d{1,15}$/.test(number) ? Number(number) : null
}

/** The name of a version made by hand. */
export const versionName = (version: Version): string => `v${hashOf([canonical(version)])}`

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

function isVersion(value: unknown): value is Version {
  if (!isRecord(value) || !isTexts(value['from']) || !isStamp(value['t'])) return false
  if (value['by'] !== 'hand' && value['by'] !== 'import') return false
  const { body } = value
  if (!isRecord(body) || !isRecord(body['revision']) || !isTexts(body['chunks'])) return false
  const { zh, en } = body['revision']
  return typeof zh === 'string' && typeof en === 'string' && typeof body['terms'] === 'string'
}

/** Every version in an article's row, whole or not. */
export const versionsIn = (row: Merged): readonly NamedVersion[] =>
  [...under(row.facts, VERSION)].flatMap(([id, fact]) => (isVersion(fact) ? [{ ...fact, id }] : []))

/** By hand before imports, then the later, then by id: the first is shown. */
export function compareVersions(a: NamedVersion, b: NamedVersion): number {
  if (a.by !== b.by) return a.by === 'hand' ? -1 : 1
  if (a.t !== b.t) return a.t > b.t ? -1 : 1
  return a.id > b.id ? -1 : 1
}

/** The imports among some versions, oldest deck revision first. */
const importsAmong = (article: string, versions: readonly NamedVersion[]) =>
  versions
    .flatMap(({ id }) => {
      const deck = deckIn(article, id)
      return deck === null ? [] : [{ id, deck }]
    })
    .sort((a, b) => a.deck - b.deck)

/**
 * The versions that no other takes the place of, the shown one first; none while no version is whole.
 *
 * Nothing needs to say that a newer revision of a deck takes the place of the newest older one that is here: so a device
 * that starts with the newer one writes the same as one that updates.
 *
 * @param isWhole whether all that a version speaks of is here; the others wait
 */
export function leavesOf(
  row: Merged,
  isWhole: (version: NamedVersion) => boolean,
): readonly NamedVersion[] {
  const all = new Map(versionsIn(row).map((version) => [version.id, version]))
  const whole = [...all.values()].filter(isWhole)
  const imports = importsAmong(row.id, whole)
  const older = new Map(imports.slice(1).map(({ id }, i) => [id, imports[i]!.id]))
  const parentsOf = (id: string): readonly string[] => {
    if (deckIn(row.id, id) === null) return all.get(id)?.from ?? []
    return older.has(id) ? [older.get(id)!] : []
  }
  const replaced = new Set(whole.flatMap(({ id }) => parentsOf(id)))
  for (const id of replaced) for (const parent of parentsOf(id)) replaced.add(parent)
  const leaves = whole.filter(({ id }) => !replaced.has(id))
  // Only names that are no hashes can go round in a circle; then nothing is known of what replaces what.
  return (leaves.length > 0 ? leaves : whole).toSorted(compareVersions)
}

/** The newest revision of a deck that some version comes from; 0 for what is no deck. */
export function newestDeck(row: Merged): number {
  const names = versionsIn(row).flatMap(({ id, from }) => [id, ...from])
  return names.reduce((newest, name) => Math.max(newest, deckIn(row.id, name) ?? 0), 0)
}
