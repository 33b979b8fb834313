/** What a log says about a learner, in numbers; drawing them is somebody else's work. */
import type { Answer, CardState, Memory, Rating } from '../model.ts'
import { afterEntry } from './cardState.ts'
import type { ReplayCard } from './cardState.ts'
import { lasts, memoryModel } from './models.ts'
import type { ReplayState } from './replay.ts'
import { elapsedSince } from './schedule.ts'
import type { SrsSettings } from './settings.ts'

/** An answer with the card's state on both sides of it. */
export interface Answered {
  readonly answer: Answer
  readonly before: ReplayCard
  readonly after: ReplayCard
  /** Chance of recall the model gave it; null for a first answer and for a second one on the same day. */
  readonly predicted: number | null
}

/** Reviews of intervals this long, in days, count as mature. */
export const MATURE_DAYS = 21

/**
 * All answers that count, oldest first.
 *
 * @param state one that holds the whole log, made by `replay`
 * @throws RangeError when the state goes on from an image
 */
export function answeredIn(state: ReplayState): Answered[] {
  const { held, settings } = state
  if (held.resumed) throw new RangeError('a state from an image does not hold the log')
  const model = memoryModel(settings.model)
  const answered: Answered[] = []
  for (const { base, entries } of held.histories.values()) {
    let before = base
    for (const entry of entries) {
      if (held.voided.has(entry.id)) continue
      const after = afterEntry(before, entry, settings)
      if (entry.type === 'answer') {
        const elapsed = elapsedSince(before, entry.at, entry.studyDay, model.wholeDays)
        const scored =
          before.memory !== null && before.lastDay !== null && before.lastDay < entry.studyDay
        const predicted =
          scored && before.memory !== null
            ? model.recall(before.memory, elapsed, settings.weights)
            : null
        answered.push({ answer: entry, before, after, predicted })
      }
      before = after
    }
  }
  return answered.sort((a, b) => a.answer.at - b.answer.at || (a.answer.id < b.answer.id ? -1 : 1))
}

/** How many were recalled, of how many. */
export interface Share {
  readonly recalled: number
  readonly total: number
}

/**
 * The share of reviews recalled, a card's first review of a day only, on study days `from … to`, both included.
 *
 * This is what the desired retention promises: learning steps and second tries do not count.
 */
export function trueRetention(
  answered: readonly Answered[],
  from: number,
  to: number,
): { readonly young: Share; readonly mature: Share; readonly all: Share } {
  const tally = { young: { recalled: 0, total: 0 }, mature: { recalled: 0, total: 0 } }
  for (const { answer, before } of answered) {
    const { studyDay, rating } = answer
    if (studyDay < from || studyDay > to) continue
    if (before.phase !== 'review' || before.lastDay === studyDay) continue
    const share = tally[isMature(before) ? 'mature' : 'young']
    share.total += 1
    if (rating !== 'again') share.recalled += 1
  }
  const { young, mature } = tally
  return {
    young,
    mature,
    all: { recalled: young.recalled + mature.recalled, total: young.total + mature.total },
  }
}

function isMature({ dueDay, lastDay }: CardState): boolean {
  return dueDay !== null && lastDay !== null && dueDay - lastDay >= MATURE_DAYS
}

export interface Calibration {
  /** Answers by predicted chance, lowest first; empty bins are left out. */
  readonly bins: readonly {
    /** Means over the bin. */
    readonly predicted: number
    readonly recalled: number
    readonly count: number
  }[]
  /** Mean cost of a prediction, in nats; null without predictions. */
  readonly logLoss: number | null
  /** Root of the mean square distance of prediction and outcome over the bins, by their counts. */
  readonly rmse: number | null
}

/** How the chances the model gave compare with what came of them, in bins of equal width. */
export function calibration(answered: readonly Answered[], binCount = 20): Calibration {
  const bins = Array.from({ length: binCount }, () => ({ predicted: 0, recalled: 0, count: 0 }))
  let loss = 0
  let count = 0
  for (const { answer, predicted } of answered) {
    if (predicted === null) continue
    const recalled = answer.rating !== 'again'
    const bin = bins[Math.min(binCount - 1, Math.floor(predicted * binCount))]!
    bin.predicted += predicted
    bin.recalled += recalled ? 1 : 0
    bin.count += 1
    const chance = recalled ? predicted : 1 - predicted
    loss -= Math.log(Math.max(1e-9, chance))
    count += 1
  }
  const filled = bins
    .filter((bin) => bin.count > 0)
    .map((bin) => ({
      predicted: bin.predicted / bin.count,
      recalled: bin.recalled / bin.count,
      count: bin.count,
    }))
  const squares = filled.reduce(
    (sum, bin) => sum + bin.count * (bin.predicted - bin.recalled) ** 2,
    0,
  )
  return {
    bins: filled,
    logLoss: count === 0 ? null : loss / count,
    rmse: count === 0 ? null : Math.sqrt(squares / count),
  }
}

/** Cards due on each of the next days; what is overdue, and learning cards of today, count on the first. */
export function forecast(
  states: Iterable<CardState>,
  today: number,
  days: number,
): { readonly due: readonly number[]; readonly overdue: number } {
  const due = Array.from({ length: days }, () => 0)
  let overdue = 0
  for (const { dueAt, dueDay, suspended } of states) {
    if (suspended || (dueAt === null && dueDay === null)) continue
    if (dueDay !== null && dueDay < today) overdue += 1
    const ahead = Math.max(0, (dueDay ?? today) - today)
    if (ahead < days) due[ahead]! += 1
  }
  return { due, overdue }
}

export interface StudiedDay {
  readonly answers: number
  readonly minutes: number
  /** Cards answered for the first time. */
  readonly introduced: number
}

/** What was done on each study day that has an answer. */
export function calendar(answered: readonly Answered[]): Map<number, StudiedDay> {
  const days = new Map<number, StudiedDay>()
  for (const { answer, before } of answered) {
    const day = days.get(answer.studyDay) ?? { answers: 0, minutes: 0, introduced: 0 }
    days.set(answer.studyDay, {
      answers: day.answers + 1,
      minutes: day.minutes + answer.tookMs / 60_000,
      introduced: day.introduced + (before.phase === 'new' ? 1 : 0),
    })
  }
  return days
}

export type Stage = 'learning' | 'young' | 'mature'

/** How often each button was pressed, by stage of the card before: new and (re)learning, young, mature. */
export function buttons(answered: readonly Answered[]): Record<Stage, Record<Rating, number>> {
  const none = () => ({ again: 0, hard: 0, good: 0, easy: 0 })
  const counts = { learning: none(), young: none(), mature: none() }
  for (const { answer, before } of answered) {
    const stage = before.phase !== 'review' ? 'learning' : isMature(before) ? 'mature' : 'young'
    counts[stage][answer.rating] += 1
  }
  return counts
}

/** How many values fall into each range from one bound to the next; the last range is open. Values below are left out. */
export function histogram(values: Iterable<number>, bounds: readonly number[]): number[] {
  const counts = bounds.map(() => 0)
  for (const value of values) {
    const at = bounds.findLastIndex((bound) => bound <= value)
    if (at >= 0) counts[at]! += 1
  }
  return counts
}

export interface Memories {
  readonly intervals: number[]
  readonly stabilities: number[]
  readonly difficulties: number[]
  readonly recalls: number[]
}

/** Interval in days, stability (days until 90 %), difficulty and chance of recall today, of every card in review. */
export function memoriesOf(
  states: Iterable<ReplayCard>,
  settings: SrsSettings,
  at: number,
  today: number,
): Memories {
  const model = memoryModel(settings.model)
  const result: Memories = { intervals: [], stabilities: [], difficulties: [], recalls: [] }
  for (const state of states) {
    const { memory, phase, dueDay, lastDay } = state
    if (memory === null || phase !== 'review') continue
    if (dueDay !== null && lastDay !== null) result.intervals.push(dueDay - lastDay)
    result.stabilities.push(model.intervalDays(memory, 0.9, settings.weights))
    result.difficulties.push(memory.difficulty)
    const elapsed = elapsedSince(state, at, today, model.wholeDays)
    result.recalls.push(model.recall(memory, elapsed, settings.weights))
  }
  return result
}

/**
 * How many cards were known at the end of each study day on which that changed, by group.
 *
 * A card is known while its memory lasts three weeks.
 *
 * @param groupOf the group a card counts in, such as an HSK level; null for cards that do not count
 */
export function knownOverTime(
  answered: readonly Answered[],
  settings: SrsSettings,
  groupOf: (card: string) => string | null,
): { readonly day: number; readonly known: Readonly<Record<string, number>> }[] {
  const model = memoryModel(settings.model)
  const isKnown = (memory: Memory | null) =>
    memory !== null && lasts(model, memory, MATURE_DAYS, settings.weights)
  const known = new Set<string>()
  const counts = new Map<string, number>()
  const days: { day: number; known: Record<string, number> }[] = []
  for (const { answer, after } of answered) {
    const { card, studyDay } = answer
    const knows = isKnown(after.memory)
    if (knows === known.has(card)) continue
    const group = groupOf(card)
    if (group === null) continue
    if (knows) known.add(card)
    else known.delete(card)
    counts.set(group, (counts.get(group) ?? 0) + (knows ? 1 : -1))
    if (days.at(-1)?.day === studyDay) days.pop()
    days.push({ day: studyDay, known: Object.fromEntries(counts) })
  }
  return days
}

/** The usual time of an answer, ms: the median of the latest ones; null when there are none. */
export function medianTookMs(answers: readonly Answer[], latest = 500): number | null {
  const times = answers
    .slice(-latest)
    .map(({ tookMs }) => tookMs)
    .sort((a, b) => a - b)
  if (times.length === 0) return null
  const middle = times.length >> 1
  return times.length % 2 === 1 ? times[middle]! : (times[middle - 1]! + times[middle]!) / 2
}
