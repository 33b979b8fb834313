import { hashOf } from '../ids.ts'
import type { Side, Sides, Term, TextRange } from '../model.ts'
import { canonical } from '../records/canonical.ts'
import { mapRange } from './revisions.ts'
import type { RevisionTree } from './revisionTree.ts'

/** Terms, best first, whose occurrences stand in these revisions. Written once, however often the article is edited. */
export interface TermList {
  readonly revision: Sides<string>
  readonly terms: readonly Term[]
}

/** Prefix of the facts that are lists of terms. */
export const TERMS = 'terms/'

/** A list of terms as a fact, named by its content. */
export function termsFact(list: TermList) {
  const name = hashOf([canonical(list)])
  return { name, fact: { [name]: list } }
}

export const isTermList = (value: unknown): value is TermList =>
  typeof value === 'object' && value !== null && 'terms' in value && Array.isArray(value.terms)

/** The terms as they stand in other revisions; what is gone on both sides is left out. */
export function termsAt(
  { revision, terms }: TermList,
  tree: RevisionTree,
  to: Sides<string>,
): readonly Term[] {
  if (revision.zh === to.zh && revision.en === to.en) return terms
  const steps = {
    zh: tree.path(revision.zh, to.zh)?.map(({ edits }) => edits),
    en: tree.path(revision.en, to.en)?.map(({ edits }) => edits),
  }
  const mapped = (side: Side, range: TextRange | null): TextRange | null =>
    steps[side]?.reduce<TextRange | null>((at, edits) => at && mapRange(at, edits), range) ?? null
  return terms.flatMap((term) => {
    const occurrences = term.occurrences
      .map(({ zh, en }) => ({ zh: mapped('zh', zh), en: mapped('en', en) }))
      .filter(({ zh, en }) => zh !== null || en !== null)
    return occurrences.length === 0 ? [] : [{ ...term, occurrences }]
  })
}
