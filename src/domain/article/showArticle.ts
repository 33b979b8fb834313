import type { Alignment, Article, Sides } from '../model.ts'
import { valueOf, type Merged } from '../records/merged.ts'
import { joinChunks } from './alignmentChunks.ts'
import { CHUNK, headOf } from './articleRow.ts'
import { hasTexts, revisionTree, type RevisionTree } from './revisionTree.ts'
import type { SharedRevision } from './sharedRevision.ts'
import { isTermList, TERMS, termsAt, type TermList } from './termLists.ts'
import { leavesOf, versionsIn, type NamedVersion } from './versions.ts'

/** What one version of an article says. */
export interface VersionContent {
  readonly article: Article
  readonly texts: Sides<string>
}

/** A version of an article with the ways between its revisions. */
export interface ArticleTexts extends VersionContent {
  readonly tree: RevisionTree
}

/** What is shown of an article, and what else could be. */
export interface ShownArticle extends ArticleTexts {
  readonly version: NamedVersion
  /** Versions with the same words and beads: whatever takes the place of the shown one takes theirs as well. */
  readonly alike: readonly NamedVersion[]
  /** Other versions, whole as well: for the learner to look at, take or leave. */
  readonly offered: readonly NamedVersion[]
}

function alignmentOf(row: Merged, { body }: NamedVersion): Alignment | null {
  const chunks = body.chunks.map((name) => valueOf(row.facts, CHUNK + name))
  return joinChunks(chunks)
}

function termListOf(row: Merged, { body }: NamedVersion): TermList | null {
  const list = valueOf(row.facts, TERMS + body.terms)
  return isTermList(list) ? list : null
}

/** Whether everything a version speaks of is here. */
const isWhole = (row: Merged, tree: RevisionTree, { body }: NamedVersion): boolean =>
  hasTexts(tree, body.revision) &&
  Object.hasOwn(row.facts, TERMS + body.terms) &&
  body.chunks.every((name) => Object.hasOwn(row.facts, CHUNK + name))

const textsOf = (tree: RevisionTree, { body }: NamedVersion): Sides<string> => ({
  zh: tree.textOf(body.revision.zh) ?? '',
  en: tree.textOf(body.revision.en) ?? '',
})

function isAlike(tree: RevisionTree, one: NamedVersion, two: NamedVersion): boolean {
  if (one.body.chunks.join() !== two.body.chunks.join()) return false
  const [a, b] = [textsOf(tree, one), textsOf(tree, two)]
  return a.zh === b.zh && a.en === b.en
}

/** What a version that is whole says. */
export function readVersion(
  row: Merged,
  tree: RevisionTree,
  version: NamedVersion,
): VersionContent | null {
  const [alignment, list] = [alignmentOf(row, version), termListOf(row, version)]
  const { revision } = version.body
  if (alignment === null || list === null || !hasTexts(tree, revision)) return null
  const terms = termsAt(list, tree, revision)
  return {
    article: { ...headOf(row), ...alignment, revision, terms },
    texts: textsOf(tree, version),
  }
}

/** A version of the row by its id, whether it is shown or not: for the undo of an edit. */
export const versionOf = (row: Merged, id: string): NamedVersion | null =>
  versionsIn(row).find((version) => version.id === id) ?? null

/**
 * What is shown of an article; null when no version is whole, because its texts were given up after a deletion or have
 * not arrived. The same on every device that has the same row and revisions.
 *
 * @param revisions all of the article's that are here
 */
export function showArticle(row: Merged, revisions: Iterable<SharedRevision>): ShownArticle | null {
  const tree = revisionTree(revisions)
  const [version, ...others] = leavesOf(row, (one) => isWhole(row, tree, one))
  const content = version && readVersion(row, tree, version)
  if (version === undefined || !content) return null
  const alike = others.filter((other) => isAlike(tree, version, other))
  const offered = others.filter((other) => !alike.includes(other))
  return { ...content, version, alike, offered, tree }
}
