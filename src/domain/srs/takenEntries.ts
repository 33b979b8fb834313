import { hashOf } from '../ids.ts'
import { RATINGS } from '../model.ts'
import type { TakenAnswer, TakenCard } from '../text/takenHistory.ts'
import { DAY_SECONDS, SECOND_MS, studyDay, studyDayStart } from '../time.ts'
import type { Answer, Entry } from './entries.ts'

/** Who wrote the entries that another program's history became: no device of the learner's. */
const ELSEWHERE = 'elsewhere'
const LONGEST_MS = 60_000
const ID_DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME_DIGITS = 10
/** Hashed letters of an id that stand for the card: none of its entries has the moment of another. */
const CARD_DIGITS = 16

/** Whether an entry came from another program. */
export const isTaken = ({ device }: Entry): boolean => device === ELSEWHERE

/** Where the learner was, and when days began. */
export interface TakenPlace {
  readonly rolloverHour: number
  /** Minutes east of UTC at a moment. */
  readonly offsetAt: (at: number) => number
}

/**
 * The history of a card as entries of our log, the last of which leaves it due on the day the other program had. The same
 * history gives the same entries on every device and every time: only what was answered since is new.
 */
export function takenEntries(card: string, taken: TakenCard, place: TakenPlace): readonly Entry[] {
  const name = hashOf(['taken', card]).toUpperCase().slice(0, CARD_DIGITS)
  const entries: Entry[] = []
  const base = (at: number) => {
    const before = entries.at(-1)
    const moment = Math.max(Math.floor(at), (before?.at ?? 0) + 1)
    return { id: `${timeDigits(moment)}${name}`, at: moment, device: ELSEWHERE, card }
  }
  const answers = taken.answers.toSorted((one, two) => one.at - two.at)
  const last = answers.findLastIndex(({ grade }) => grade > 0)
  for (const [index, answer] of answers.entries()) {
    if (answer.grade > 0) {
      const previous = entries.at(-1)?.id ?? null
      const due = dueAfter(answer, place)
      const isOpen = index === last && index === answers.length - 1 && due.phase !== 'review'
      entries.push({
        ...base(answer.at),
        ...circumstances(answer, place),
        ...due,
        ...(isOpen ? openStep(taken) : {}),
        previous,
      })
    } else if (answer.interval === 0) entries.push({ ...base(answer.at), type: 'reset' })
    else if (answer.interval > 0)
      entries.push({
        ...base(answer.at),
        type: 'setDue',
        dueDay: dayOf(answer.at, place) + answer.interval,
      })
  }
  const at = Math.max(taken.changedAt, entries.at(-1)?.at ?? 0)
  const standing = entries.at(-1)
  const isNew = standing === undefined || standing.type === 'reset'
  if (taken.phase === 'new') {
    if (!isNew) entries.push({ ...base(standing.at), type: 'reset' })
  } else if (taken.dueDay !== null && taken.dueDay !== dueDayOf(standing)) {
    entries.push({ ...base(standing?.at ?? at), type: 'setDue', dueDay: taken.dueDay })
  }
  if (taken.suspended) entries.push({ ...base(at), type: 'suspend' })
  if (taken.flag > 0 && entries.length > 0)
    entries.push({ ...base(at), type: 'flag', flag: taken.flag })
  return entries
}

const dayOf = (at: number, { offsetAt, rolloverHour }: TakenPlace): number =>
  studyDay(at, offsetAt(at), rolloverHour)

const dueDayOf = (entry: Entry | undefined): number | null =>
  entry !== undefined && 'dueDay' in entry ? entry.dueDay : null

type Due = Pick<Answer, 'phase' | 'remaining' | 'intervalSeconds' | 'dueAt' | 'dueDay'>

/** What an answer led to. A step that ends on another day becomes days. */
function dueAfter({ at, interval, isFirst }: TakenAnswer, place: TakenPlace): Due {
  const day = dayOf(at, place)
  if (interval > 0) {
    const intervalSeconds = interval * DAY_SECONDS
    return { phase: 'review', remaining: 0, intervalSeconds, dueAt: null, dueDay: day + interval }
  }
  const step = { phase: isFirst ? 'learning' : 'relearning', remaining: 1 } as const
  const intervalSeconds = Math.max(1, -interval)
  const dueAt = at + intervalSeconds * SECOND_MS
  if (dueAt < studyDayStart(day + 1, place.offsetAt(at), place.rolloverHour))
    return { ...step, intervalSeconds, dueAt, dueDay: null }
  return { ...step, intervalSeconds, dueAt: null, dueDay: dayOf(dueAt, place) }
}

/** Where a card stands that is in the middle of its steps. */
function openStep({ phase, remaining, dueAt, dueDay }: TakenCard): Partial<Due> {
  if ((phase !== 'learning' && phase !== 'relearning') || (dueAt === null) === (dueDay === null))
    return {}
  return { phase, remaining: Math.max(1, remaining), dueAt, dueDay }
}

const circumstances = ({ at, grade, tookMs }: TakenAnswer, place: TakenPlace) =>
  ({
    type: 'answer',
    rating: RATINGS[Math.min(grade, RATINGS.length) - 1]!,
    tookMs: Math.min(LONGEST_MS, Math.max(0, Math.round(tookMs))),
    utcOffset: place.offsetAt(at),
    rolloverHour: place.rolloverHour,
    studyDay: dayOf(at, place),
    weights: 'default',
    model: 'fsrs-6',
  }) as const

/** A moment in the digits of a ULID, so that ids stand in the order of their moments. */
function timeDigits(at: number): string {
  let digits = ''
  for (let rest = at; digits.length < TIME_DIGITS; rest = Math.floor(rest / ID_DIGITS.length))
    digits = `${ID_DIGITS[rest % ID_DIGITS.length]}${digits}`
  return digits
}
