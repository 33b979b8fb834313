import { type Article, type Care, type Context } from '../model.ts'

/** An article as it is kept, with what is needed to take things back. */
export interface ArticleRecord {
  readonly id: string
  readonly article: Article
  readonly care: readonly CareRecord[]
  /** While a deletion can be undone: what it took from the notes. */
  readonly taken?: Taken
}

/** A note that cannot be shown as it was learnt, and the entries that suspended its cards because of it. */
export interface CareRecord {
  readonly note: string
  readonly why: Care
  readonly suspensions: readonly string[]
}

/** What a deletion took from the notes. */
export interface Taken {
  readonly sentences: readonly string[]
  /** Contexts of the term notes as they were. */
  readonly terms: readonly TakenTerm[]
}

export interface TakenTerm {
  readonly note: string
  readonly contexts: readonly Context[]
}

const progress = ({ revision: { zh, en }, deckRevision = 0 }: Article): number =>
  zh + en + deckRevision

/**
 * The one of two records of one article to keep: a living one rather than a deleted one, then the one further on, then
 * the first. For a backup or another device: texts are never mixed, because nobody can tell two edits apart from here.
 */
export function furtherRecord(ours: ArticleRecord, theirs: ArticleRecord): ArticleRecord {
  const alive = [ours, theirs].filter(({ article }) => article.deletedAt === undefined)
  if (alive.length === 1) return alive[0]!
  return progress(theirs.article) > progress(ours.article) ? theirs : ours
}

/** What needs care according to either list. */
export function uniteCare(
  ours: readonly CareRecord[],
  theirs: readonly CareRecord[],
): readonly CareRecord[] {
  const all = new Map(ours.map((care) => [care.note, care]))
  for (const care of theirs) {
    const same = all.get(care.note)
    const suspensions = [...new Set([...(same?.suspensions ?? []), ...care.suspensions])]
    all.set(care.note, { ...care, suspensions })
  }
  return [...all.values()]
}
