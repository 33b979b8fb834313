import { hashOf } from '../ids.ts'
import type { Side, Sides, TextEdit } from '../model.ts'
import { canonical } from '../records/canonical.ts'

interface RevisionBase {
  /** Hash of exactly the rest: two devices that have one text, or make one edit, have one revision. */
  readonly id: string
  readonly article: string
  readonly side: Side
}

/** The text of one side as it came; immutable. */
export interface RootRevision extends RevisionBase {
  readonly text: string
}

/** What an edit made of another revision: `edits` lead here from `parent`. Its text is rebuilt, not stored again. */
export interface ChildRevision extends RevisionBase {
  readonly parent: string
  readonly edits: readonly TextEdit[]
}

export type SharedRevision = RootRevision | ChildRevision

const idOf = (content: object): string => `r${hashOf([canonical(content)])}`

/** The first revision of a side. */
export function rootRevision(article: string, side: Side, text: string): RootRevision {
  const content = { article, side, text }
  return { id: idOf(content), ...content }
}

/** The revision that edits make of another one. */
export function childRevision(
  { id: parent, article, side }: SharedRevision,
  edits: readonly TextEdit[],
): ChildRevision {
  const content = {
    article,
    side,
    parent,
    edits: edits.map(({ at, removed, inserted }) => ({ at, removed, inserted })),
  }
  return { id: idOf(content), ...content }
}

/** The first revisions of both sides. */
export const rootsOf = (article: string, texts: Sides<string>): Sides<RootRevision> => ({
  zh: rootRevision(article, 'zh', texts.zh),
  en: rootRevision(article, 'en', texts.en),
})

/** Whether a revision from a file or another device is what its id says: no other text, nothing besides. */
export const isTrueRevision = ({ id, ...content }: SharedRevision): boolean => idOf(content) === id
