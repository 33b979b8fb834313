/** No date of Anki's own is before it. */
export const EARLIEST = Date.UTC(2006, 9, 5)

/**
 * Numbers that are moments, as Anki numbers things: the moment itself, or the next that nothing has yet. None is later than
 * now by more than their count, which Anki would refuse.
 */
export function numbering(now: number): (at: number) => number {
  /** From a number that is taken to one that may be free. */
  const next = new Map<number, number>()
  return (at) => {
    const wanted = Number.isFinite(at) ? Math.min(now, Math.max(EARLIEST, Math.floor(at))) : now
    let free = wanted
    for (let after = next.get(free); after !== undefined; after = next.get(free)) free = after
    next.set(free, free + 1)
    // So that many things of one moment are not gone through again for each.
    for (let one = wanted; one !== free;) {
      const after = next.get(one)!
      next.set(one, free + 1)
      one = after
    }
    return free
  }
}
