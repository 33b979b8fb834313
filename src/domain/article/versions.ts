import { hashOf } from '../ids.ts'
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
  /** Of its fact. */
  readonly id: string
  /** By which versions after it name it in `from`: of imports {@link importName}, which all layouts of one share. */
  readonly name: string
}

/** Prefix of the facts that are versions. */
export const VERSION = 'version/'

/**
 * The name of an import: every device that imports the same gives it.
 *
 * @param deck revision of the deck file; 0 for any other import
 */
export const importName = (article: string, deck: number): string => `${article}@${deck}`

/**
 * The id of an import. Layouts of one text are facts of their own, or the earlier one, whose texts may have been given up
 * everywhere, would take the other's place.
 */
export const importId = (article: string, deck: number, body: VersionBody): string =>
  `${importName(article, deck)}/${hashOf([canonical(body)])}`

/** The deck revision in the name or id of an import, 0 for any other import; null when it is not one of those. */
export function deckIn(article: string, name: string): number | null {
  const number = name.startsWith(`${article}@`) ? name.slice(article.length + 1) : ''
  const [, digits] = /^(\d{1,15})(?:\/|$)/.exec(number) ?? []
  return digits === undefined ? null : Number(digits)
}

/** The id of a version made by hand, which is also its name. */
export const versionId = (version: Version): string => `v${hashOf([canonical(version)])}`

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
  [...under(row.facts, VERSION)].flatMap(([id, fact]) => {
    if (!isVersion(fact)) return []
    const deck = deckIn(row.id, id)
    return [{ ...fact, id, name: deck === null ? id : importName(row.id, deck) }]
  })

/** By hand before imports, then the later, then by id: the first is shown. */
export function compareVersions(a: NamedVersion, b: NamedVersion): number {
  if (a.by !== b.by) return a.by === 'hand' ? -1 : 1
  if (a.t !== b.t) return a.t > b.t ? -1 : 1
  return a.id > b.id ? -1 : 1
}

/** Of two layouts of one import the earlier. */
function earlierLayout(a: NamedVersion, b: NamedVersion): NamedVersion {
  const [madeA, madeB] = [a.createdAt ?? 0, b.createdAt ?? 0]
  if (madeA !== madeB) return madeA < madeB ? a : b
  return a.id < b.id ? a : b
}

/** Versions by name; of an import the layout to show. */
function byName(versions: readonly NamedVersion[]): ReadonlyMap<string, NamedVersion> {
  const all = new Map<string, NamedVersion>()
  for (const version of versions) {
    const same = all.get(version.name)
    all.set(version.name, same === undefined ? version : earlierLayout(same, version))
  }
  return all
}

/** Names of the imports, each with the newest older revision of the deck that is here. */
function olderDecks(article: string, names: Iterable<string>): ReadonlyMap<string, string> {
  const decks = [...names].flatMap((name) => {
    const deck = deckIn(article, name)
    return deck === null ? [] : [{ name, deck }]
  })
  const inTurn = decks.toSorted((a, b) => a.deck - b.deck)
  return new Map(inTurn.slice(1).map(({ name }, i) => [name, inTurn[i]!.name]))
}

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
  const versions = versionsIn(row)
  const all = byName(versions)
  const whole = byName(versions.filter(isWhole))
  const older = olderDecks(row.id, whole.keys())
  const parentsOf = (name: string): readonly string[] =>
    deckIn(row.id, name) === null
      ? (all.get(name)?.from ?? [])
      : [older.get(name)].filter((parent) => parent !== undefined)
  const replaced = new Set([...whole.keys()].flatMap(parentsOf))
  for (const name of replaced) for (const parent of parentsOf(name)) replaced.add(parent)
  const leaves = [...whole.values()].filter(({ name }) => !replaced.has(name))
  // Only names that are no hashes can go round in a circle; then nothing is known of what replaces what.
  return (leaves.length > 0 ? leaves : [...whole.values()]).toSorted(compareVersions)
}

/** The newest revision of a deck that some version comes from; 0 for what is no deck. */
export function newestDeck(row: Merged): number {
  const names = versionsIn(row).flatMap(({ id, from }) => [id, ...from])
  return names.reduce((newest, name) => Math.max(newest, deckIn(row.id, name) ?? 0), 0)
}
