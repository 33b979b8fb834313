import type { SafetyCopy } from '../domain/learner/copiesToDrop.ts'
import { dateOfDay, dayOfDate } from '../domain/time.ts'

const FORM = /^duizhao-(\d{4}-\d\d-\d\d)-(\d+)-(\d+)-(\d+)-(\d+)-(\d+)-([0-9A-Za-z]+)\.duizhao$/

/** The name of a copy's file, which says all that is listed of it: no copy has to be opened for that. */
export function nameCopy(copy: Omit<SafetyCopy, 'name'>): string {
  const { day, at, articles, notes, reviews, bytes, device } = copy
  const parts = [dateOfDay(day), at, articles, notes, reviews, bytes, device]
  return `duizhao-${parts.join('-')}.duizhao`
}

/** The copy that a file's name tells of; null when the file is none of ours. */
export function copyNamed(name: string): SafetyCopy | null {
  const found = FORM.exec(name)
  if (found === null) return null
  const [, date = '', at, articles, notes, reviews, bytes, device = ''] = found
  const day = dayOfDate(date)
  if (Number.isNaN(day)) return null
  return {
    ...{ name, day, device, at: Number(at) },
    ...{ articles: Number(articles), notes: Number(notes) },
    ...{ reviews: Number(reviews), bytes: Number(bytes) },
  }
}
