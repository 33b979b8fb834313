/** Entries that stand more than a day ahead of now, and the dates they can have instead. */
import { type Answer, type Entry, type EntryDraft, wallOf } from './entries.ts'
import { DAY_MS, studyDay } from '../time.ts'
import { isUnderstood } from './history.ts'
import { FAR_MS, isFarAhead, voidedBy } from './logClock.ts'

/** An entry, and when it is to have been done, ms. */
export interface Redating {
  readonly of: Entry
  readonly wall: number
}

/** Whether an entry was written by a clock more than a day ahead; one that only stands behind such an entry was not. */
export const isFuture = (entry: Entry, now: number): boolean => wallOf(entry) > now + FAR_MS

/** What stands behind each other and must not change places: the entries of a card; the weights. */
const subjectOf = (entry: Entry): string => ('card' in entry ? entry.card : '')

/**
 * Dates for everything that counts and stands far ahead, in its order. What a device wrote keeps its distances, the last of
 * it being done now; but nothing is done before what its device or its card had been through, or after what its card went
 * through later.
 *
 * @param entries the whole log, in its order
 */
export function redatings(entries: readonly Entry[], now: number): Redating[] {
  const voided = voidedBy(entries)
  const standing = entries.filter((entry) => !voided.has(entry.id) && isUnderstood(entry))
  const far = standing.filter((entry) => isFarAhead(entry, now))
  const lastOf = new Map<string, number>()
  const earlier = new Map<string, number>()
  const earlierOn = new Map<string, number>()
  for (const entry of standing) {
    const { device } = entry
    const wall = wallOf(entry)
    if (isFuture(entry, now)) lastOf.set(device, Math.max(lastOf.get(device) ?? 0, wall))
    if (entry.type === 'void' || isFarAhead(entry, now)) continue
    earlier.set(subjectOf(entry), wall)
    earlierOn.set(device, Math.min(wall, now))
  }
  const walls = far.map((entry) => {
    const { device } = entry
    const wall = wallOf(entry)
    if (!isFuture(entry, now)) return wall
    return Math.max(wall - (lastOf.get(device) ?? wall) + now, earlierOn.get(device) ?? 0)
  })
  const bound = (
    order: readonly number[],
    bounds: Map<string, number>,
    nearer: typeof Math.max,
  ) => {
    for (const i of order) {
      const subject = subjectOf(far[i]!)
      const wall = nearer(walls[i]!, bounds.get(subject) ?? walls[i]!)
      walls[i] = wall
      bounds.set(subject, wall)
    }
  }
  const forwards = [...far.keys()]
  bound(forwards.toReversed(), new Map(), Math.min)
  bound(forwards, earlier, Math.max)
  return far.map((of, i) => ({ of, wall: walls[i]! }))
}

/** An answer with its study day, and when its card comes back, moved to another date. */
function redatedAnswer(answer: Answer, wall: number): Answer {
  const { dueAt, dueDay, utcOffset, rolloverHour } = answer
  const day = studyDay(wall, utcOffset, rolloverHour)
  return {
    ...answer,
    studyDay: day,
    dueAt: dueAt === null ? null : dueAt + wall - wallOf(answer),
    dueDay: dueDay === null ? null : dueDay + day - answer.studyDay,
  }
}

/**
 * A copy of an entry, done at another time.
 *
 * @param renamed what copies of other entries are called, by the ids of these
 */
export function redated({ of, wall }: Redating, renamed: ReadonlyMap<string, string>): EntryDraft {
  const nameOf = (id: string) => renamed.get(id) ?? id
  const moved = wall !== wallOf(of)
  const days = Math.round((wall - wallOf(of)) / DAY_MS)
  const origin = { redates: of.redates ?? of.id, wall }
  const bare = ({ id: _id, at: _at, device: _device, ...rest }: Entry): EntryDraft => rest
  switch (of.type) {
    case 'answer': {
      const { previous } = of
      const names = {
        previous: previous === null ? null : nameOf(previous),
        weights: nameOf(of.weights),
      }
      return { ...bare({ ...(moved ? redatedAnswer(of, wall) : of), ...names }), ...origin }
    }
    case 'setDue':
      return { ...bare({ ...of, dueDay: of.dueDay + days }), ...origin }
    case 'bury':
      return { ...bare({ ...of, untilDay: of.untilDay + days }), ...origin }
    default:
      return { ...bare(of), ...origin }
  }
}
