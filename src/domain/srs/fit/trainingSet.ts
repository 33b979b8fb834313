import { type Entry, wallOf } from '../entries.ts'
import { GRADES } from '../memory.ts'
import { inLogOrder, isUnderstood } from '../history.ts'

/**
 * Review histories in the form an optimiser reads: one row an answer, the rows of a card together and in order.
 *
 * An answer is scored, that is predicted and compared, when it came on a later day than the one before it.
 */
export interface TrainingSet {
  /** Rows of card c are `starts[c] … starts[c + 1] − 1`. */
  readonly starts: Int32Array
  /** 1 again … 4 easy. */
  readonly grades: Uint8Array
  /** Whole days since the row before; 0 in a card's first row. */
  readonly days: Float64Array
  /** When the answer was given: only the order matters. */
  readonly times: Float64Array
  /** How many rows are scored. */
  readonly scored: number
}

/** One card's answers, oldest first. */
export interface CardAnswers {
  readonly grades: readonly number[]
  readonly days: readonly number[]
  readonly times: readonly number[]
}

export function trainingSet(cards: readonly CardAnswers[]): TrainingSet {
  const starts = new Int32Array(cards.length + 1)
  cards.forEach(({ grades }, card) => {
    starts[card + 1] = starts[card]! + grades.length
  })
  const rows = starts[cards.length]!
  const grades = new Uint8Array(rows)
  const days = new Float64Array(rows)
  const times = new Float64Array(rows)
  let scored = 0
  cards.forEach((card, at) => {
    const start = starts[at]!
    grades.set(card.grades, start)
    days.set(card.days, start)
    times.set(card.times, start)
    if (card.grades.length > 0) days[start] = 0
    for (let row = start + 1; row < starts[at + 1]!; row++) if (days[row]! > 0) scored += 1
  })
  return { starts, grades, days, times, scored }
}

/** So many entries or cards are gone through in a few milliseconds. */
const PORTION = 5_000

/**
 * The histories of a log: voided answers left out, a card's history beginning after its last reset. In portions; yields
 * its progress, 0 … 1.
 */
export function* gatherTrainingSet(entries: readonly Entry[]): Generator<number, TrainingSet> {
  const voided = new Set<string>()
  for (const entry of entries) if (entry.type === 'void') voided.add(entry.entry)
  const byCard = new Map<string, Entry[]>()
  const seen = new Set<string>()
  for (const [at, entry] of entries.entries()) {
    if (at % PORTION === 0) yield (0.5 * at) / entries.length
    if ((entry.type !== 'answer' && entry.type !== 'reset') || voided.has(entry.id)) continue
    if (!isUnderstood(entry) || seen.has(entry.id)) continue
    seen.add(entry.id)
    const history = byCard.get(entry.card)
    if (history === undefined) byCard.set(entry.card, [entry])
    else history.push(entry)
  }
  const ids = [...byCard.keys()].sort()
  const cards: CardAnswers[] = []
  for (const [at, id] of ids.entries()) {
    if (at % PORTION === 0) yield 0.5 + (0.5 * at) / ids.length
    cards.push(answersOf(byCard.get(id) ?? []))
  }
  yield 1
  return trainingSet(cards)
}

function answersOf(history: Entry[]): CardAnswers {
  let grades: number[] = []
  let days: number[] = []
  let times: number[] = []
  let lastDay = 0
  for (const entry of history.sort(inLogOrder)) {
    if (entry.type === 'reset') {
      grades = []
      days = []
      times = []
    } else if (entry.type === 'answer') {
      days.push(grades.length === 0 ? 0 : Math.max(0, entry.studyDay - lastDay))
      grades.push(GRADES[entry.rating])
      times.push(wallOf(entry))
      lastDay = entry.studyDay
    }
  }
  return { grades, days, times }
}

/** The part of a set that was answered up to a moment, that moment included. */
export function until(set: TrainingSet, time: number): TrainingSet {
  const cards: CardAnswers[] = []
  for (let card = 0; card + 1 < set.starts.length; card++) {
    const start = set.starts[card]!
    let end = start
    while (end < set.starts[card + 1]! && set.times[end]! <= time) end += 1
    if (end === start) continue
    cards.push({
      grades: [...set.grades.subarray(start, end)],
      days: [...set.days.subarray(start, end)],
      times: [...set.times.subarray(start, end)],
    })
  }
  return trainingSet(cards)
}

/** Rows that are scored, oldest first. */
export function scoredRows(set: TrainingSet): Int32Array {
  const rows = new Int32Array(set.scored)
  let count = 0
  for (let card = 0; card + 1 < set.starts.length; card++) {
    for (let row = set.starts[card]! + 1; row < set.starts[card + 1]!; row++) {
      if (set.days[row]! > 0) rows[count++] = row
    }
  }
  return rows.sort((a, b) => set.times[a]! - set.times[b]! || a - b)
}

/**
 * How much each row counts in training: recent answers more, ¼ … 1 by the cube of their rank in time; 0 when not scored.
 *
 * The learner one wants to predict is the learner of today.
 */
export function recencyWeights(set: TrainingSet): Float64Array {
  const weights = new Float64Array(set.grades.length)
  const rows = scoredRows(set)
  rows.forEach((row, rank) => {
    weights[row] = 0.25 + 0.75 * Math.pow(rank / Math.max(1, rows.length - 1), 3)
  })
  return weights
}
