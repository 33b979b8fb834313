import type { QueueCard } from './notes.ts'
import type { DailyLimit, QueueInput } from './survey.ts'

/**
 * The new cards to introduce, in order: by rank, one card a note; one that looks or sounds like another of the day comes
 * only where no other is left, and then last.
 *
 * Ranks are read once; the notes then stand in a heap, of which only as many are taken as the limit leaves.
 *
 * @param rows of notes with a new card
 * @param firstNew the first of the new cards of a row; null when none of them may come any more
 */
export function chooseNew(
  rows: Int32Array,
  firstNew: (row: number) => QueueCard | null,
  introduced: readonly QueueCard[],
  limit: DailyLimit,
  { notes, newRank, alike }: QueueInput,
): QueueCard[] {
  if (limit.left <= 0) return []
  const ranks = Float64Array.from(rows, newRank ? (row) => newRank(notes.noteAt(row)) : undefined)
  const heap = minHeap(ranks)
  const chosen: QueueCard[] = []
  const heldBack: QueueCard[] = []
  const take = (card: QueueCard): void => {
    if (!limit.allows(card)) return
    limit.use(card)
    chosen.push(card)
  }
  while (limit.left > 0) {
    const at = heap.pop()
    if (at === undefined || ranks[at] === Infinity) break
    const card = firstNew(rows[at]!)
    if (card === null) continue
    const confusable =
      alike !== undefined &&
      [...introduced, ...chosen].some((other) => alike(card.note, other.note))
    if (confusable) heldBack.push(card)
    else take(card)
  }
  for (const card of heldBack) take(card)
  return chosen
}

/** Rows by ascending rank, then ascending row: built in linear time, each pop in logarithmic time. */
function minHeap(ranks: Float64Array): { pop(): number | undefined } {
  const rows = Int32Array.from(ranks, (_, row) => row)
  let size = rows.length
  const before = (a: number, b: number) => ranks[a]! < ranks[b]! || (ranks[a] === ranks[b] && a < b)
  const sink = (from: number): void => {
    const row = rows[from]!
    let hole = from
    for (;;) {
      let child = 2 * hole + 1
      if (child >= size) break
      if (child + 1 < size && before(rows[child + 1]!, rows[child]!)) child += 1
      if (!before(rows[child]!, row)) break
      rows[hole] = rows[child]!
      hole = child
    }
    rows[hole] = row
  }
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at)
  return {
    pop() {
      if (size === 0) return undefined
      const top = rows[0]
      size -= 1
      rows[0] = rows[size]!
      if (size > 0) sink(0)
      return top
    },
  }
}
