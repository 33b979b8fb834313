import type { Side } from '../domain/model.ts'
import { listOf, number, shape } from '../domain/records/checks.ts'
import { gainedSince, isRecent, withReach, type ReachMark } from '../domain/words/reach.ts'
import type { Disk } from './database.ts'
import { readSetting } from './readSettings.ts'
import { keepQuietly } from './refusals.ts'

const KEY = 'reach'
const isMark = shape<ReachMark>({ day: number, known: number })
const isMarks = listOf(isMark)

/** Marks of each text that was looked at within a week, by language and article. */
function marksIn(stored: unknown): ReadonlyMap<string, readonly ReachMark[]> {
  if (typeof stored !== 'object' || stored === null) return new Map()
  const entries: readonly (readonly [string, unknown])[] = Object.entries(stored)
  return new Map(entries.flatMap(([text, marks]) => (isMarks(marks) ? [[text, marks]] : [])))
}

/**
 * How much more of each text can be read than a week ago, or since it was first looked at, by article: −1 … 1. All of them
 * are one write, and where there is no room to remember today, it is only told later.
 *
 * @param day the study day
 * @param known what of each article can be read now, 0 … 1
 */
export async function rememberReach(
  disk: Disk,
  learning: Side,
  day: number,
  known: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const before = marksIn(await readSetting(disk, KEY))
  const after = new Map(before)
  const gained = new Map<string, number>()
  let changed = false
  for (const [article, share] of known) {
    const text = `${learning}/${article}`
    const kept = before.get(text) ?? []
    const marks = withReach(kept, { day, known: share })
    changed ||= marks !== kept
    after.set(text, marks)
    gained.set(article, gainedSince(marks, share))
  }
  if (changed) {
    const { writeSetting } = await import('./settings.ts')
    const recent = [...after].filter(([, marks]) => marks.some((mark) => isRecent(mark, day)))
    await keepQuietly(() => writeSetting(disk, KEY, Object.fromEntries(recent)))
  }
  return gained
}
