import type { Alignment, Provenance, Sides, Term } from '../model.ts'
import { emptyRow, mergeRows, withFacts, type Merged, type Stamped } from '../records/merged.ts'
import { laterStamp, machineStamp, tick, type Now, type Stamp } from '../records/stamp.ts'
import { deletionOf, reviveRow, writeFields, type Written } from '../records/writing.ts'
import { aboutFields, arrivalFacts, withBody } from './articleRow.ts'
import { rootsOf, type SharedRevision } from './sharedRevision.ts'
import type { ShownArticle } from './showArticle.ts'
import {
  importId,
  VERSION,
  versionId,
  versionsIn,
  type NamedVersion,
  type Version,
  type VersionBody,
} from './versions.ts'

/** What is imported: both texts as they came, how they are paired, and the terms found in them. */
export interface Import extends Alignment {
  /** A deck's own id; of anything else `articleIdOf` its content. */
  readonly id: string
  readonly contentHash: string
  readonly title: Sides<string>
  readonly provenance: Provenance
  readonly level?: string
  /** Where its deck was fetched. */
  readonly address?: string
  readonly addedAt: number
  readonly texts: Sides<string>
  readonly terms: readonly Term[]
  /** Revision of the deck file, if it is one. */
  readonly deckRevision?: number
}

/** A row after an import, and the revisions to be stored with it. */
export interface ImportedRow extends Written {
  readonly revisions: readonly SharedRevision[]
}

/** Title and provenance of a deck are the deck's, a newer one's before an older one's, until the learner writes them. */
function deckFields(id: string, fields: Readonly<Record<string, unknown>>, deck: number): Merged {
  const t = machineStamp(deck)
  const stamped = Object.entries(fields).map(([name, v]): [string, Stamped] => [name, { v, t }])
  return { id, facts: {}, fields: Object.fromEntries(stamped) }
}

/**
 * The row after an import, which may be one of many: the same text again, another layout of it, a newer or an older
 * revision of a deck. It is alive from then on.
 *
 * @param row the article's row, null when it is new here
 */
export function importArticle(row: Merged | null, it: Import, now: Now): ImportedRow {
  const deck = it.deckRevision ?? 0
  const roots = rootsOf(it.id, it.texts)
  const revision = { zh: roots.zh.id, en: roots.en.id }
  const { segments, beads, terms } = it
  const made = withBody(
    withFacts(row ?? emptyRow(it.id), arrivalFacts(it.addedAt, it.contentHash)),
    revision,
    { segments, beads },
    { revision, terms },
  )
  const version: Version = {
    from: [],
    by: 'import',
    t: machineStamp(deck),
    createdAt: it.addedAt,
    body: made.body,
  }
  const imported = withFacts(made.row, { [VERSION + importId(it.id, deck, made.body)]: version })
  const named = aboutFields(it)
  const revisions = [roots.zh, roots.en]
  if (it.deckRevision !== undefined) {
    const merged = mergeRows(imported, deckFields(it.id, named, deck))
    return { ...reviveRow(merged, now), revisions }
  }
  const alive = reviveRow(imported, now)
  const isNew = row === null
  const written = isNew ? writeFields(alive.row, named, { ...now, clock: alive.clock }) : alive
  return { ...written, revisions }
}

/** What an edit made of the shown article. */
export interface ArticleChange extends Alignment {
  /** Ids of the revisions; of a side that was not edited the one that is shown. */
  readonly revision: Sides<string>
}

/**
 * The latest stamp a version must be above to be shown: of versions that wait for a part as well, since a text typed here
 * may be what one of them was waiting for.
 */
const latestOf = (row: Merged): Stamp =>
  versionsIn(row)
    .map(({ t }) => t)
    .reduce(laterStamp, deletionOf(row))

/**
 * The row with another version in the place of the shown one.
 *
 * @param settles offered versions it takes the place of as well
 */
function replaceShown(
  row: Merged,
  { version, alike }: ShownArticle,
  body: VersionBody,
  settles: readonly NamedVersion[],
  now: Now,
): Written {
  const replaced = [version, ...alike, ...settles]
  const { stamp: t, clock } = tick(now, latestOf(row))
  const from = replaced.map(({ name }) => name).sort()
  const made: Version = { from, by: 'hand', t, body }
  return { row: withFacts(row, { [VERSION + versionId(made)]: made }), clock }
}

/** The row after an edit of the shown article: a new version by hand. Its new revisions are stored with it. */
export function editArticle(
  row: Merged,
  shown: ShownArticle,
  { revision, segments, beads }: ArticleChange,
  now: Now,
): Written {
  const made = withBody(row, revision, { segments, beads }, shown.version.body.terms)
  return replaceShown(made.row, shown, made.body, [], now)
}

/** The row with a former version shown again, which undoes what came after it. It writes no revision. */
export const showAgain = (
  row: Merged,
  shown: ShownArticle,
  former: NamedVersion,
  now: Now,
): Written => replaceShown(row, shown, former.body, [], now)

/** The row with an offered version in the place of the shown one. */
export const takeVersion = (
  row: Merged,
  shown: ShownArticle,
  offered: NamedVersion,
  now: Now,
): Written => replaceShown(row, shown, offered.body, [offered], now)

/** The row with the shown version kept and an offered one settled: it is offered no more, on any device. */
export const leaveVersion = (
  row: Merged,
  shown: ShownArticle,
  offered: NamedVersion,
  now: Now,
): Written => replaceShown(row, shown, shown.version.body, [offered], now)

/**
 * The row after {@link takeVersion} or {@link leaveVersion} was taken back: what was shown before is shown again, and what was
 * offered is offered again. Nothing is unsaid, so both are versions of their own.
 */
export function offerAgain(
  row: Merged,
  shown: ShownArticle,
  former: NamedVersion,
  offered: NamedVersion,
  now: Now,
): Written {
  const { stamp: t, clock } = tick(now, latestOf(row))
  const again: Version = { from: [offered.name], by: 'hand', t, body: offered.body }
  const made = withFacts(row, { [VERSION + versionId(again)]: again })
  return replaceShown(made, shown, former.body, [], { ...now, clock })
}
