import { diffTexts } from '../text/diff.ts'
import type { Side, TextEdit } from '../model.ts'
import { applyEdits, inverseEdits } from './revisions.ts'
import type { ChildRevision, SharedRevision } from './sharedRevision.ts'

/** A step from one revision to another. */
export interface Step {
  /** Where it leads. */
  readonly revision: string
  readonly edits: readonly TextEdit[]
}

/** The revisions of an article as far as they are here, with their texts and the ways between them. */
export interface RevisionTree {
  readonly revisionOf: (id: string) => SharedRevision | undefined
  /** Null while it, or something it was made from, is not here. */
  readonly textOf: (id: string) => string | null
  /**
   * The shortest way through a common ancestor, edits on the way up inverted; from root to root by comparing their texts.
   * What was undone on the way is left out. Null when one of the texts is not here, or they are of two sides.
   */
  readonly path: (from: string, to: string) => readonly Step[] | null
}

const isChild = (revision: SharedRevision): revision is ChildRevision => 'parent' in revision

/** The text after the edits, null where they do not fit it. */
function edited(text: string, edits: readonly TextEdit[]): string | null {
  try {
    return applyEdits(text, edits)
  } catch (cause) {
    if (cause instanceof RangeError) return null
    throw cause
  }
}

/** Of the steps, only those that are needed: from a text straight to the last place where it is the same again. */
function withoutDetours(
  from: string,
  steps: readonly Step[],
  textOf: (id: string) => string | null,
): readonly Step[] {
  const texts = steps.map(({ revision }) => textOf(revision))
  const last = new Map(texts.map((text, i) => [text, i]))
  const needed: Step[] = []
  let here = textOf(from)
  for (let next = 0; next < steps.length; next++) {
    const same = last.get(here) ?? -1
    if (same >= next) {
      needed.push({ revision: steps[same]!.revision, edits: [] })
      next = same
    } else needed.push(steps[next]!)
    here = texts[next]!
  }
  return needed
}

/** The tree of an article's revisions, of both its sides and in any order. */
export function revisionTree(revisions: Iterable<SharedRevision>): RevisionTree {
  const byId = new Map<string, SharedRevision>()
  for (const revision of revisions) byId.set(revision.id, revision)
  const texts = new Map<string, string>()
  const paths = new Map<string, readonly Step[] | null>()

  /** A revision and what it was made from, the root last; null when that is not all here. */
  const ancestors = (id: string): readonly SharedRevision[] | null => {
    const line: SharedRevision[] = []
    for (let at = byId.get(id); at !== undefined; at = byId.get(at.parent)) {
      line.push(at)
      if (!isChild(at)) return line
      if (line.length > byId.size) return null
    }
    return null
  }

  const textOf = (id: string): string | null => {
    const known = texts.get(id)
    if (known !== undefined) return known
    let text: string | null = null
    for (const revision of (ancestors(id) ?? []).toReversed()) {
      const made = texts.get(revision.id)
      if (made !== undefined) text = made
      else if (!isChild(revision)) text = revision.text
      else text = text === null ? null : edited(text, revision.edits)
      if (text !== null) texts.set(revision.id, text)
    }
    return text
  }

  const findPath = (from: string, to: string): readonly Step[] | null => {
    const [up, down] = [ancestors(from), ancestors(to)]
    if (up === null || down === null || up[0]!.side !== down[0]!.side) return null
    if (textOf(from) === null || textOf(to) === null) return null
    const place = new Map(down.map(({ id }, i) => [id, i]))
    const meeting = up.find(({ id }) => place.has(id))
    const climb = meeting === undefined ? up : up.slice(0, up.indexOf(meeting) + 1)
    const descent = meeting === undefined ? down : down.slice(0, place.get(meeting.id)! + 1)
    const [top, foot] = [climb[climb.length - 1]!, descent[descent.length - 1]!]
    const compared =
      top === foot
        ? []
        : [{ revision: foot.id, edits: diffTexts(textOf(top.id)!, textOf(foot.id)!) }]
    const rising = climb
      .filter(isChild)
      .slice(0, climb.length - 1)
      .map(({ parent, edits }) => ({ revision: parent, edits: inverseEdits(edits) }))
    const falling = descent
      .filter(isChild)
      .slice(0, descent.length - 1)
      .map(({ id, edits }) => ({ revision: id, edits }))
    return withoutDetours(from, [...rising, ...compared, ...falling.toReversed()], textOf)
  }

  const path = (from: string, to: string): readonly Step[] | null => {
    if (from === to) return textOf(from) === null ? null : []
    const key = `${from} ${to}`
    const known = paths.get(key)
    if (known !== undefined) return known
    const found = findPath(from, to)
    paths.set(key, found)
    return found
  }

  return { revisionOf: (id) => byId.get(id), textOf, path }
}

/** Whether the texts of both sides are here, each on its own side. */
export const hasTexts = (tree: RevisionTree, revision: Readonly<Record<Side, string>>): boolean =>
  (['zh', 'en'] as const).every(
    (side) =>
      tree.revisionOf(revision[side])?.side === side && tree.textOf(revision[side]) !== null,
  )
