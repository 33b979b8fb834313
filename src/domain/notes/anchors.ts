import type { Anchor, Revision, TextRange } from '../model.ts'
import { mapRange } from '../article/revisions.ts'

/** Least share of a quote that must survive for the mapped range to be the same place, 0 … 1. */
const SAME_PLACE = 0.5
/** Up to this many UTF-16 units two quotes are compared in order, beyond it as bags of words. */
const SHORT = 60

/** An anchor for a range of this revision, with what stands there as its second witness. */
export function anchorAt(revision: Omit<Revision, 'edits'>, range: TextRange): Anchor {
  return {
    article: revision.article,
    side: revision.side,
    revision: revision.number,
    start: range.start,
    end: range.end,
    quote: revision.text.slice(range.start, range.end),
  }
}

/** Length of the longest common subsequence, by the usual table kept to one row. */
function commonLetters(a: string, b: string): number {
  const row = new Uint16Array(b.length + 1)
  for (const letter of a) {
    let diagonal = 0
    for (let j = 1; j <= b.length; j++) {
      const above = row[j]!
      row[j] = b[j - 1] === letter ? diagonal + 1 : Math.max(above, row[j - 1]!)
      diagonal = above
    }
  }
  return row[b.length]!
}

const words = (text: string): readonly string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? []

function commonWords(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common++
  }
  return common
}

/** How much two readings of one place have in common, 0 … 1: letters in order when short, else words. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (longest <= SHORT) return commonLetters(a, b) / longest
  const [wordsA, wordsB] = [words(a), words(b)]
  return commonWords(wordsA, wordsB) / Math.max(wordsA.length, wordsB.length, 1)
}

/** The one place where a quote stands; null when it stands nowhere, or in several places. */
function onlyPlaceOf(quote: string, text: string): TextRange | null {
  if (quote.trim() === '') return null
  const start = text.indexOf(quote)
  if (start < 0 || text.includes(quote, start + 1)) return null
  return { start, end: start + quote.length }
}

/** The range widened or narrowed to the whole quote, where that stands over it: an edit list may share out a full stop. */
function snapped(range: TextRange, quote: string, text: string): TextRange {
  const start = text.indexOf(quote, Math.max(0, range.start - quote.length + 1))
  return start < 0 || start >= range.end ? range : { start, end: start + quote.length }
}

/**
 * The next revision to step to: the last one whose text is the same again, because an edit was undone, else the
 * following one. `edits` lead there.
 */
function stepFrom(index: number, revisions: readonly Revision[]) {
  const here = revisions[index]!
  for (let later = revisions.length - 1; later > index; later--)
    if (revisions[later]!.text === here.text) return { index: later, edits: [] }
  return { index: index + 1, edits: revisions[index + 1]!.edits }
}

/**
 * Where an anchor lies in the newest of the revisions; null when it cannot be found and needs care.
 *
 * It is mapped through one edit list after the other. After each the stretch must still be much what it was,
 * so that many small corrections add up to nothing while one replacement of everything is noticed. What is lost
 * on the way is looked for by its quote, which must then stand in exactly one place.
 *
 * @param revisions all revisions of the article, in any order; those of the other side are ignored
 */
export function locate(anchor: Anchor, revisions: readonly Revision[]): TextRange | null {
  const own = revisions
    .filter(({ article, side }) => article === anchor.article && side === anchor.side)
    .toSorted((a, b) => a.number - b.number)
  const newest = own[own.length - 1]
  if (newest === undefined) return null
  const byQuote = () => onlyPlaceOf(anchor.quote, newest.text)

  let index = own.findIndex(({ number }) => number === anchor.revision)
  let range: TextRange = { start: anchor.start, end: anchor.end }
  let witness = own[index]?.text.slice(range.start, range.end)
  if (witness === undefined || witness !== anchor.quote) return byQuote()
  while (index < own.length - 1) {
    const step = stepFrom(index, own)
    const mapped = mapRange(range, step.edits)
    if (mapped === null) return byQuote()
    const stands = own[step.index]!.text.slice(mapped.start, mapped.end)
    if (likeness(witness, stands) < SAME_PLACE) return byQuote()
    index = step.index
    range = mapped
    witness = stands
  }
  return snapped(range, anchor.quote, newest.text)
}
