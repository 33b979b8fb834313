/** A safety copy, as its name tells it. */
export interface SafetyCopy {
  readonly name: string
  /** The study day on which it was made. */
  readonly day: number
  /** When it was made, ms. */
  readonly at: number
  /** What is in it; of articles and notes those that were not deleted. */
  readonly articles: number
  readonly notes: number
  readonly reviews: number
  readonly bytes: number
  /** The device that made it. */
  readonly device: string
}

/** As many days, each with its last copy. */
const DAYS = 7
/** As many weeks before those days, each with its last copy. */
const WEEKS = 4
/** What all copies of a device may take together. */
export const MOST_BYTES = 50_000_000

/** Weeks begin on Monday; day 0 was a Thursday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7)

/** The first of each group, of so many groups. */
function firstOfEach(
  copies: readonly SafetyCopy[],
  groupOf: (copy: SafetyCopy) => number,
  most: number,
): readonly SafetyCopy[] {
  const firsts = new Map<number, SafetyCopy>()
  for (const copy of copies) {
    const group = groupOf(copy)
    if (!firsts.has(group) && firsts.size < most) firsts.set(group, copy)
  }
  return [...firsts.values()]
}

/**
 * Names of the copies that are no longer wanted: all but the last of each of seven days, and of each of the four weeks
 * before those; of what is left, the oldest while all together are too large.
 *
 * The newest copy stays whatever its size, and so does the one with the most reviews: a device that loses reviews goes on
 * making copies, and those must not push out the last one that still has them.
 */
export function copiesToDrop(
  copies: readonly SafetyCopy[],
  mostBytes = MOST_BYTES,
): readonly string[] {
  const newestFirst = copies.toSorted((a, b) => b.at - a.at)
  const [newest] = newestFirst
  if (newest === undefined) return []
  const fullest = newestFirst.reduce((best, copy) => (copy.reviews > best.reviews ? copy : best))
  const daily = firstOfEach(newestFirst, ({ day }) => day, DAYS)
  const lastDay = Math.min(...daily.map(({ day }) => day))
  const older = newestFirst.filter(({ day }) => day < lastDay)
  const weekly = firstOfEach(older, ({ day }) => weekOf(day), WEEKS)

  const kept = new Set([newest, fullest])
  let bytes = [...kept].reduce((sum, copy) => sum + copy.bytes, 0)
  for (const copy of [...daily, ...weekly]) {
    if (kept.has(copy)) continue
    bytes += copy.bytes
    // Whatever is older than one that has no room goes with it.
    if (bytes > mostBytes) break
    kept.add(copy)
  }
  return newestFirst.filter((copy) => !kept.has(copy)).map(({ name }) => name)
}
