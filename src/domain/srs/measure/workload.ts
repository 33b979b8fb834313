/** What was done, and what will come. */
import { type Answer, type CardState } from '../entries.ts'
import type { Rating } from '../../model.ts'
import { dateOfDay, MINUTE_MS } from '../../time.ts'
import { isMature } from './answered.ts'
import type { Answered } from './answered.ts'

export interface StudiedDay {
  readonly answers: number
  readonly minutes: number
  /** Cards answered for the first time. */
  readonly introduced: number
}

/** What was done on each study day that has an answer. Time is from question to answer, at most a minute each. */
export function calendar(answered: Iterable<Answered>): Map<number, StudiedDay> {
  const days = new Map<number, StudiedDay>()
  for (const { answer, before } of answered) {
    const day = days.get(answer.studyDay) ?? { answers: 0, minutes: 0, introduced: 0 }
    days.set(answer.studyDay, {
      answers: day.answers + 1,
      minutes: day.minutes + answer.tookMs / MINUTE_MS,
      introduced: day.introduced + (before.phase === 'new' ? 1 : 0),
    })
  }
  return days
}

/** A stretch of study days, and the minutes studied on each day of it. */
export interface StudyTime {
  /** Its first study day. */
  readonly from: number
  readonly minutes: number
  readonly answers: number
}

/** Time of each of the last days, those without an answer included. */
export function timeByDay(
  days: ReadonlyMap<number, StudiedDay>,
  today: number,
  count: number,
): StudyTime[] {
  return Array.from({ length: count }, (_, at) => {
    const from = today - count + 1 + at
    const { minutes = 0, answers = 0 } = days.get(from) ?? {}
    return { from, minutes, answers }
  })
}

/** Time of each calendar month from the first answer to today, those without an answer included. */
export function timeByMonth(days: ReadonlyMap<number, StudiedDay>, today: number): StudyTime[] {
  const months: StudyTime[] = []
  for (let day = Math.min(today, ...days.keys()); day <= today; day++) {
    const { minutes = 0, answers = 0 } = days.get(day) ?? {}
    const month = months.at(-1)
    if (month === undefined || dateOfDay(day).endsWith('-01')) {
      months.push({ from: day, minutes, answers })
    } else {
      const { from } = month
      months.pop()
      months.push({ from, minutes: month.minutes + minutes, answers: month.answers + answers })
    }
  }
  return months
}

/** Study days without a gap up to today, or to yesterday while nothing was done today. */
export function streak(days: ReadonlyMap<number, unknown>, today: number): number {
  let day = days.has(today) ? today : today - 1
  let length = 0
  for (; days.has(day); day--) length += 1
  return length
}

export interface Forecast {
  /** Cards due on each of the next days, today first; learning cards of today among them, what is overdue not. */
  readonly due: readonly number[]
  /** Cards that were due before today: the backlog. */
  readonly overdue: number
}

/** What is due on the days to come if nothing is forgotten and nothing new is learnt. Suspended cards do not count. */
export function forecast(states: Iterable<CardState>, today: number, days: number): Forecast {
  const due = Array.from({ length: days }, () => 0)
  let overdue = 0
  for (const { dueAt, dueDay, suspended } of states) {
    if (suspended || (dueAt === null && dueDay === null)) continue
    const ahead = (dueDay ?? today) - today
    if (ahead < 0) overdue += 1
    else if (ahead < days) due[ahead]! += 1
  }
  return { due, overdue }
}

export const STAGES = ['learning', 'young', 'mature'] as const
/** Of a card when it was answered: new and (re)learning; intervals below three weeks; three weeks or more. */
export type Stage = (typeof STAGES)[number]
export type Buttons = Readonly<Record<Stage, Readonly<Record<Rating, number>>>>

/** How often each button was pressed, by stage of the card before. */
export function buttons(answered: Iterable<Answered>): Buttons {
  const none = () => ({ again: 0, hard: 0, good: 0, easy: 0 })
  const counts = { learning: none(), young: none(), mature: none() }
  for (const { answer, before } of answered) {
    const stage = before.phase !== 'review' ? 'learning' : isMature(before) ? 'mature' : 'young'
    counts[stage][answer.rating] += 1
  }
  return counts
}

/** What an answer takes on average, ms, over the latest ones; null when there are none. Times a count, it is a duration. */
export function meanTookMs(answers: readonly Answer[], latest = 2_000): number | null {
  const last = answers.slice(-latest)
  if (last.length === 0) return null
  return last.reduce((sum, { tookMs }) => sum + tookMs, 0) / last.length
}
