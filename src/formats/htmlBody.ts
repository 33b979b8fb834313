import { countLetters } from '../domain/text/language.ts'

/** A paragraph of a page. */
export interface Block {
  readonly text: string
  /** Share of it that is links, 0 … 1. */
  readonly linkShare: number
  /** Index of the innermost container it stands in. */
  readonly container: number
  readonly isHeading: boolean
}

/** An element that may hold the article; `parent` is an earlier container, −1 for the root. */
export interface Container {
  readonly parent: number
  readonly isArticle: boolean
}

/** The article is the innermost container with this share of the running text. */
const BODY_SHARE = 0.75
/** An `article` or `main` element is believed from this share on. */
const MARKED_SHARE = 0.4
/** A line with more links than this is a menu or a list of other articles. */
const MOST_LINKS = 0.5
/** Shorter lines are labels; length in letters, a hanzi for two. */
const RUNNING_TEXT = 20

/** The paragraphs of a page that are its article: the smallest element with most of the running text, and the heading above it. */
export function findBody(
  blocks: readonly Block[],
  containers: readonly Container[],
): readonly Block[] {
  const held = containers.map(() => 0)
  for (const block of blocks) held[block.container]! += runningLength(block)
  // A container comes after its parent, so that adding up backwards reaches the root.
  for (let at = containers.length - 1; at > 0; at--) held[containers[at]!.parent]! += held[at]!
  const total = held[0] ?? 0
  if (total === 0) return blocks.filter(({ linkShare }) => linkShare <= MOST_LINKS)
  let body = 0
  for (const [at, { isArticle }] of containers.entries()) {
    const share = held[at]! / total
    if (share >= BODY_SHARE || (isArticle && share >= MARKED_SHARE)) body = at
  }
  const isInside = containers.map(() => false)
  for (const [at, { parent }] of containers.entries())
    isInside[at] = at === body || isInside[parent] === true
  const first = blocks.findIndex((block) => isInside[block.container])
  return blocks.filter((block, at) => {
    if (!isInside[block.container]) return block.isHeading && at < first
    return block.linkShare <= MOST_LINKS || block.isHeading
  })
}

function runningLength({ text, linkShare }: Block): number {
  if (linkShare > MOST_LINKS) return 0
  const { hanzi, other } = countLetters(text)
  const length = 2 * hanzi + other
  return length >= RUNNING_TEXT ? length : 0
}
