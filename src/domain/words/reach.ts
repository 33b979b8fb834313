/** How much of a text could be read on a study day, 0 … 1: as that day began. */
export interface ReachMark {
  readonly day: number
  readonly known: number
}

/** Days over which progress is told. */
const WEEK = 7

/** Whether a mark counts on a study day. A clock that was set back leaves marks of days to come, which say nothing. */
export const isRecent = ({ day }: ReachMark, today: number): boolean =>
  day > today - WEEK && day <= today

/** Those of the last week, with today's unless it has one; in order. The same list when nothing is to be added. */
export function withReach(marks: readonly ReachMark[], today: ReachMark): readonly ReachMark[] {
  const recent = marks.filter((mark) => isRecent(mark, today.day))
  if (recent.some(({ day }) => day === today.day))
    return recent.length === marks.length ? marks : recent
  return [...recent, today].toSorted((a, b) => a.day - b.day)
}

/** What was gained since the earliest of these marks; negative when words were forgotten, 0 without a mark. */
export const gainedSince = (marks: readonly ReachMark[], known: number): number =>
  marks[0] === undefined ? 0 : known - marks[0].known
