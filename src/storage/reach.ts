import type { Side } from '../domain/model.ts'
import { listOf, number, shape } from '../domain/records/checks.ts'
import { gainedSince, isRecent, withReach, type ReachMark } from '../domain/words/reach.ts'
import type { Disk } from './database.ts'
import { readSetting } from './readSettings.ts'
import { keepQuietly } from './refusals.ts'

const KEY = 'reach'
const isMark = shape<ReachMark>({ day: number, known: number })
const isMarks = listOf(isMark)

/** Marks of each text that was looked at within a week, by article and language. */
function marksIn(stored: unknown): ReadonlyMap<string, readonly ReachMark[]> {
  if (typeof stored !== 'object' || stored === null) return new Map()
  const entries: readonly (readonly [string, unknown])[] = Object.entries(stored)
  return new Map(entries.flatMap(([text, marks]) => (isMarks(marks) ? [[text, marks]] : [])))
}

/**
 * How much more of a text can be read than a week ago, or since it was first looked at: −1 … 1. Where there is no room to
 * remember today, it is only told later.
 *
 * @param today the study day, and what can be read now
 */
export async function rememberReach(
  disk: Disk,
  { article, learning }: { readonly article: string; readonly learning: Side },
  today: ReachMark,
): Promise<number> {
  const all = marksIn(await readSetting(disk, KEY))
  const text = `${learning}/${article}`
  const before = all.get(text) ?? []
  const marks = withReach(before, today)
  if (marks !== before) {
    const { writeSetting } = await import('./settings.ts')
    const others = [...all].filter(
      ([one, its]) => one !== text && its.some((mark) => isRecent(mark, today.day)),
    )
    const value = Object.fromEntries([...others, [text, marks]])
    await keepQuietly(() => writeSetting(disk, KEY, value))
  }
  return gainedSince(marks, today.known)
}
