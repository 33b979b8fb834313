import {
  arrivalFacts,
  articleIdOf,
  DOUBT,
  FORMERLY,
  partsUnder,
  PROVENANCE,
  TITLE,
  withBody,
} from '../article/articleRow.ts'
import {
  childRevision,
  rootRevision,
  type RootRevision,
  type SharedRevision,
} from '../article/sharedRevision.ts'
import { importId, importName, VERSION, versionId, type Version } from '../article/versions.ts'
import type { Side, Sides } from '../model.ts'
import { withFacts, type Merged, type Stamped } from '../records/merged.ts'
import { machineStamp } from '../records/stamp.ts'
import { applyEdits } from '../article/revisions.ts'
import type { AnchorV1, ArticleRecordV1, ArticleV1, RevisionV1 } from './recordsV1.ts'

/** A revision by what it was called before. */
export interface Renamed {
  readonly revision: SharedRevision
  readonly text: string
}

/** What articles and revisions were called before, and are called now. */
export interface Names {
  readonly articleOf: (id: string) => string
  readonly revisionOf: (of: Pick<AnchorV1, 'article' | 'side'>, number: number) => Renamed | null
}

/** Everything but a deck is named by its content, so that two devices that imported it have one article. */
function articleNames(articles: readonly ArticleRecordV1[]): (id: string) => string {
  const ids = new Map(
    articles.map(({ article: { id, contentHash, deckRevision } }) => [
      id,
      deckRevision === undefined ? articleIdOf(contentHash) : id,
    ]),
  )
  return (id) => ids.get(id) ?? id
}

/** The revision as a child of the one before it, as a root where its edits do not lead to its text. */
function renamed(old: RevisionV1, article: string, before: Renamed | undefined): Renamed {
  const { side, text, edits } = old
  const root = (): RootRevision => rootRevision(article, side, text)
  if (before === undefined) return { revision: root(), text }
  try {
    const leads = applyEdits(before.text, edits) === text
    return { revision: leads ? childRevision(before.revision, edits) : root(), text }
  } catch (cause) {
    if (cause instanceof RangeError) return { revision: root(), text }
    throw cause
  }
}

/** New names of articles and revisions, and the revisions under them. */
export function renameRevisions(
  articles: readonly ArticleRecordV1[],
  revisions: readonly RevisionV1[],
): { readonly names: Names; readonly revisions: readonly SharedRevision[] } {
  const articleOf = articleNames(articles)
  const known = new Map<string, Renamed>()
  const key = (article: string, side: Side, number: number) => `${number} ${side} ${article}`
  for (const old of revisions.toSorted((a, b) => a.number - b.number)) {
    const { article, side, number } = old
    const before = known.get(key(article, side, number - 1))
    known.set(key(article, side, number), renamed(old, articleOf(article), before))
  }
  const byId = new Map([...known.values()].map(({ revision }) => [revision.id, revision]))
  return {
    names: {
      articleOf,
      revisionOf: ({ article, side }, number) => known.get(key(article, side, number)) ?? null,
    },
    revisions: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** Beads a person confirmed, in an article whose beads came from an aligner; a deck's are all confirmed by its author. */
function confirmedBeads({ beads, deckRevision }: ArticleV1): number {
  const confirmed = beads.filter(({ confidence }) => confidence === 1).length
  return deckRevision === undefined && confirmed < beads.length ? confirmed : 0
}

/** The row with the version that an article was: an import, or one by hand where it was edited after that. */
function withVersion(row: Merged, article: ArticleV1, revision: Sides<SharedRevision>): Merged {
  const deck = article.deckRevision ?? 0
  const edits = article.revision.zh + article.revision.en + confirmedBeads(article)
  const ids = { zh: revision.zh.id, en: revision.en.id }
  const { segments, beads, terms } = article
  const made = withBody(row, ids, { segments, beads }, { revision: ids, terms })
  if (edits === 0) {
    const { addedAt: createdAt } = article
    const t = machineStamp(deck)
    const version: Version = { from: [], by: 'import', t, createdAt, body: made.body }
    return withFacts(made.row, { [VERSION + importId(row.id, deck, made.body)]: version })
  }
  // Of two devices' versions the one further on is shown, as it was before.
  const from = [importName(row.id, deck)]
  const version: Version = { from, by: 'hand', t: machineStamp(edits), body: made.body }
  return withFacts(made.row, { [VERSION + versionId(version)]: version })
}

/** An article of the version before as a row: from the record alone, so that two devices get the same bytes. */
export function migrateArticle({ article }: ArticleRecordV1, names: Names): Merged {
  const id = names.articleOf(article.id)
  const plain = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values).map(([name, v]): [string, Stamped] => [name, { v, t: machineStamp(0) }])
  const doubts = Object.fromEntries((article.settledDoubts ?? []).map((name) => [name, true]))
  // Said of the living too: the same text may be here twice, deleted and imported again.
  const deleted: Stamped = {
    v: article.deletedAt !== undefined,
    t: machineStamp(article.deletedAt ?? article.addedAt),
  }
  const row: Merged = {
    id,
    facts: {
      ...arrivalFacts(article.addedAt, article.contentHash),
      ...(id === article.id ? {} : { [FORMERLY + article.id]: true }),
    },
    fields: Object.fromEntries([
      ...plain(partsUnder(TITLE, article.title)),
      ...plain(partsUnder(PROVENANCE, article.provenance)),
      ...plain(partsUnder(DOUBT, doubts)),
      ['deleted', deleted],
    ]),
  }
  const at = (side: Side) =>
    names.revisionOf({ article: article.id, side }, article.revision[side])?.revision
  const [zh, en] = [at('zh'), at('en')]
  // Without its texts, which were given up after it was deleted, there is nothing to show.
  return zh === undefined || en === undefined ? row : withVersion(row, article, { zh, en })
}
