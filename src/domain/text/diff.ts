import type { TextEdit } from '../model.ts'

/** Past this many differing tokens a stretch counts as written anew: telling which comma survived helps nobody. */
const MOST_DIFFERENCES = 400
/** A changed stretch up to this long is compared letter by letter. */
const LONGEST_BY_LETTER = 600

/** Sentences, each with what follows up to the next one. Only a unit of comparison: no claim about language. */
const sentences = (text: string): readonly string[] =>
  text.match(/[^。！？!?.\n]*[。！？!?.\n]+|[^。！？!?.\n]+$/gu) ?? []

/** Code points, so that no edit cuts a surrogate pair. */
const letters = (text: string): readonly string[] => Array.from(text)

/** A stretch of `before` (tokens) that became a stretch of `after`. */
interface Change {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

/**
 * The stretches that differ, by Myers' greedy algorithm: the furthest x reached on each diagonal k = x − y
 * after d differences, remembered for every d so that the path can be walked back.
 *
 * Source: E. W. Myers, An O(ND) Difference Algorithm and Its Variations, Algorithmica 1 (1986). O((n + m)·d).
 */
function changes(before: readonly string[], after: readonly string[]): readonly Change[] {
  const n = before.length
  const m = after.length
  const most = Math.min(n + m, MOST_DIFFERENCES)
  const furthest = new Int32Array(2 * most + 3)
  const middle = most + 1
  const history: Int32Array[] = []
  for (let d = 0; d <= most; d++) {
    history.push(furthest.slice())
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && furthest[middle + k - 1]! < furthest[middle + k + 1]!)
      let x = down ? furthest[middle + k + 1]! : furthest[middle + k - 1]! + 1
      let y = x - k
      while (x < n && y < m && before[x] === after[y]) {
        x++
        y++
      }
      furthest[middle + k] = x
      if (x >= n && y >= m) return walkBack(history, middle, n, m)
    }
  }
  return [{ from: 0, to: n, newFrom: 0, newTo: m }]
}

/** The changes on the path that Myers' search found, neighbouring single steps joined. */
function walkBack(
  history: readonly Int32Array[],
  middle: number,
  n: number,
  m: number,
): readonly Change[] {
  const found: Change[] = []
  let x = n
  let y = m
  for (let d = history.length - 1; d > 0; d--) {
    const furthest = history[d]!
    const k = x - y
    const down = k === -d || (k !== d && furthest[middle + k - 1]! < furthest[middle + k + 1]!)
    const fromX = furthest[middle + (down ? k + 1 : k - 1)]!
    const fromY = fromX - (down ? k + 1 : k - 1)
    const step = {
      from: fromX,
      newFrom: fromY,
      to: down ? fromX : fromX + 1,
      newTo: down ? fromY + 1 : fromY,
    }
    const next = found[0]
    if (next !== undefined && next.from === step.to && next.newFrom === step.newTo)
      found[0] = { ...step, to: next.to, newTo: next.newTo }
    else found.unshift(step)
    x = fromX
    y = fromY
  }
  return found
}

/** How much two texts share at their start, or at their end, not cutting a surrogate pair. */
function sharedStart(a: string, b: string): number {
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  return /[\ud800-\udbff]/.test(a[i - 1] ?? '') ? i - 1 : i
}

function sharedEnd(a: string, b: string, most: number): number {
  let i = 0
  while (i < most && a[a.length - 1 - i] === b[b.length - 1 - i]) i++
  return /[\udc00-\udfff]/.test(a[a.length - i] ?? '') ? i - 1 : i
}

const offsetsOf = (tokens: readonly string[]): readonly number[] => {
  const offsets = [0]
  for (const token of tokens) offsets.push(offsets[offsets.length - 1]! + token.length)
  return offsets
}

/** Edits with `at` in the old text, ascending, none touching another. */
function rawEdits(before: string, after: string, split: (text: string) => readonly string[]) {
  const start = sharedStart(before, after)
  const end = sharedEnd(before, after, Math.min(before.length, after.length) - start)
  const old = before.slice(start, before.length - end)
  const fresh = after.slice(start, after.length - end)
  if (old === '' || fresh === '')
    return old === fresh ? [] : [{ at: start, removed: old, inserted: fresh }]
  const oldTokens = split(old)
  const newTokens = split(fresh)
  const oldAt = offsetsOf(oldTokens)
  const newAt = offsetsOf(newTokens)
  return changes(oldTokens, newTokens).map((change) => ({
    at: start + oldAt[change.from]!,
    removed: old.slice(oldAt[change.from], oldAt[change.to]),
    inserted: fresh.slice(newAt[change.newFrom], newAt[change.newTo]),
  }))
}

/**
 * A short list of edits that leads from one text to the other, each `at` counted in the text its predecessors
 * left: whole sentences are compared first, then letters within the sentences that changed.
 */
export function diffTexts(before: string, after: string): readonly TextEdit[] {
  let shift = 0
  return rawEdits(before, after, sentences)
    .flatMap((edit) =>
      edit.removed.length + edit.inserted.length > 2 * LONGEST_BY_LETTER
        ? [edit]
        : rawEdits(edit.removed, edit.inserted, letters).map((inner) => ({
            ...inner,
            at: edit.at + inner.at,
          })),
    )
    .map((edit) => {
      const at = edit.at + shift
      shift += edit.inserted.length - edit.removed.length
      return { ...edit, at }
    })
}
