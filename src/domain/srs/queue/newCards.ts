import { firstPlace, placeOf, type QueueCard, type QueueNotes, rowOf } from './notes.ts'
import type { DailyLimit, QueueInput } from './survey.ts'

/** Of the day's new cards, this share may be further cards of notes met before while notes wait that were not. */
const FURTHER = 1 / 3

/** What a choice of new cards goes by. */
interface Choice {
  /** The first of the new cards of a row; null when none of them may come any more. */
  readonly firstNew: (row: number) => QueueCard | null
  /** Whether a sibling of a card came today, or was taken. */
  readonly isTaken: (card: QueueCard) => boolean
  readonly take: (card: QueueCard) => void
}

/**
 * The new cards to introduce, in order: by rank, of siblings one; one that looks or sounds like another of the day comes
 * only where no other is left, and then last. Of further cards of notes met before, a third of the day's at most come as
 * long as others wait: a word that has become easy ranks first, and would with every kind of card take a new one's place.
 *
 * Ranks are read once; the notes then stand in heaps, of which only as many are taken as the limit leaves.
 *
 * @param rows of notes with a new card
 * @param fresh the places of their new cards, by row
 */
export function chooseNew(
  rows: Int32Array,
  fresh: Uint32Array,
  choice: Choice,
  introduced: readonly QueueCard[],
  limit: DailyLimit,
  { notes, newRank, alike }: QueueInput,
): QueueCard[] {
  if (limit.left <= 0) return []
  const rankOf = (row: number): number => newRank?.(notes.noteAt(row)) ?? row
  const isMet = (row: number): boolean => (fresh[row]! & lowest(notes.placesAt(row))) === 0
  const unmet = minHeap(
    rows.filter((row) => !isMet(row)),
    rankOf,
  )
  const met = minHeap(rows.filter(isMet), rankOf)
  const day = limit.left + introduced.length
  let further = Math.max(1, Math.floor(day * FURTHER)) - furtherIn(notes, introduced)
  const chosen: QueueCard[] = []
  const heldBack: QueueCard[] = []
  const take = (card: QueueCard): void => {
    if (!limit.allows(card) || choice.isTaken(card)) return
    limit.use(card)
    choice.take(card)
    chosen.push(card)
  }
  while (limit.left > 0) {
    const isFurther = further > 0 ? met.isBefore(unmet) : unmet.isEmpty
    const row = (isFurther ? met : unmet).pop()
    if (row === undefined) break
    const card = choice.firstNew(row)
    if (card === null || choice.isTaken(card)) continue
    if (isFurther) further -= 1
    const confusable =
      alike !== undefined &&
      [...introduced, ...chosen].some((other) => alike(card.note, other.note))
    if (confusable) heldBack.push(card)
    else take(card)
  }
  for (const card of heldBack) take(card)
  return chosen
}

const lowest = (bits: number): number => bits & -bits

/** How many of some cards are not the first of their note. */
function furtherIn(notes: QueueNotes, cards: readonly QueueCard[]): number {
  return cards.filter(({ id }) => {
    const slot = notes.slotOf(id)
    return slot >= 0 && placeOf(slot) !== firstPlace(notes.placesAt(rowOf(slot)), () => true)
  }).length
}

interface RowHeap {
  readonly isEmpty: boolean
  /** Whether its first row comes before that of another one. */
  isBefore(other: RowHeap): boolean
  /** Rank and row of the first; Infinity when there is none. */
  readonly first: readonly [rank: number, row: number]
  pop(): number | undefined
}

/**
 * Rows by ascending rank, then ascending row, those of infinite rank left out: built in linear time, each pop in logarithmic
 * time.
 */
function minHeap(given: Int32Array, rankOf: (row: number) => number): RowHeap {
  const all = Float64Array.from(given, rankOf)
  const items = Int32Array.from(given.keys()).filter((item) => all[item] !== Infinity)
  let size = items.length
  const before = (a: number, b: number) => all[a]! < all[b]! || (all[a] === all[b] && a < b)
  const sink = (from: number): void => {
    const item = items[from]!
    let hole = from
    for (;;) {
      let child = 2 * hole + 1
      if (child >= size) break
      if (child + 1 < size && before(items[child + 1]!, items[child]!)) child += 1
      if (!before(items[child]!, item)) break
      items[hole] = items[child]!
      hole = child
    }
    items[hole] = item
  }
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at)
  const first = (): readonly [rank: number, row: number] => {
    const item = items[0]!
    return size === 0 ? [Infinity, Infinity] : [all[item]!, given[item]!]
  }
  return {
    get isEmpty() {
      return size === 0
    },
    get first() {
      return first()
    },
    isBefore: (other) => {
      const [rank, row] = first()
      const [otherRank, otherRow] = other.first
      return rank < otherRank || (rank === otherRank && row < otherRow)
    },
    pop() {
      if (size === 0) return undefined
      const top = items[0]!
      size -= 1
      items[0] = items[size]!
      if (size > 0) sink(0)
      return given[top]
    },
  }
}
