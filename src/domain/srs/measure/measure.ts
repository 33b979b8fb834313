/**
 * What a log says about a learner, in numbers; drawing them is somebody else's work. Each measure has a file of its own
 * in `measure/`, where it says what it means; here they are taken together.
 */
import { answeredIn } from './answered.ts'
import { standings } from './articles.ts'
import type { ArticleStanding } from './articles.ts'
import { calibrationOf, scoredIn } from './calibration.ts'
import type { Calibration } from './calibration.ts'
import { knownOverTime } from './known.ts'
import type { KnownOnDay } from './known.ts'
import { histogram, median, memoriesOf } from './memories.ts'
import { trueRetention } from './retention.ts'
import type { Retention } from './retention.ts'
import { buttons, calendar, forecast, streak } from './workload.ts'
import type { Buttons, Forecast, StudiedDay } from './workload.ts'
import type { ReplayState } from '../replay.ts'

/** How many study days back each period reaches, today included. */
export const PERIODS = { today: 1, week: 7, month: 30, year: 365, all: Infinity } as const
export type Period = keyof typeof PERIODS

/** How far ahead the forecast looks. */
export const FORECAST_DAYS = 90
/** Where the bars of the histograms begin: days, days, and degrees of difficulty; the last bar is open. */
export const INTERVAL_BOUNDS: readonly number[] = [1, 2, 4, 8, 15, 31, 61, 121, 241, 366]
export const STABILITY_BOUNDS: readonly number[] = [0, 1, 2, 4, 8, 15, 31, 61, 121, 241, 366]
export const DIFFICULTY_BOUNDS: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** What statistics must know of a card besides its log. */
export interface CardFacts {
  readonly id: string
  readonly articles: readonly string[]
  /** What its word counts under when it is known, such as an HSK level; null for cards that speak for no word. */
  readonly group: string | null
}

/** What was done in a period, and how well it went. */
export interface PeriodStatistics {
  readonly answers: number
  readonly minutes: number
  /** Cards answered for the first time. */
  readonly introduced: number
  /** Study days with an answer. */
  readonly days: number
  readonly retention: Retention
  readonly calibration: Calibration
  readonly buttons: Buttons
}

/** How many cards fall from each bound to the next, and the value in the middle. */
export interface Spread {
  readonly counts: readonly number[]
  readonly median: number | null
}

/** Everything the statistics show. */
export interface Statistics {
  /** The study day they were taken on. */
  readonly today: number
  readonly periods: Readonly<Record<Period, PeriodStatistics>>
  readonly days: ReadonlyMap<number, StudiedDay>
  /** Study days without a gap. */
  readonly streak: number
  readonly forecast: Forecast
  /** Of the cards in review, as are the three spreads. */
  readonly cards: number
  /** How many of them would be recalled if all were asked now. */
  readonly recalledNow: number
  readonly intervals: Spread
  readonly stabilities: Spread
  readonly difficulties: Spread
  readonly known: readonly KnownOnDay[]
  readonly articles: readonly ArticleStanding[]
}

/**
 * All measures of a log.
 *
 * @param state of the whole log, made by `replay`
 * @param now the moment in ms and its study day
 * @throws RangeError when the state goes on from an image
 */
export function measure(
  state: ReplayState,
  cards: readonly CardFacts[],
  now: { readonly at: number; readonly day: number },
): Statistics {
  const { settings, cards: states } = state
  const { day: today } = now
  const answered = answeredIn(state)
  const scored = scoredIn(answered)
  const groups = new Map(cards.map(({ id, group }) => [id, group]))
  const days = calendar(answered)
  const memories = memoriesOf(states.values(), settings, now.at, today)
  const spread = (values: readonly number[], bounds: readonly number[]): Spread => ({
    counts: histogram(values, bounds),
    median: median(values),
  })

  const ofPeriod = (name: Period): PeriodStatistics => {
    const from = today - PERIODS[name] + 1
    const within = (day: number) => day >= from && day <= today
    const studied = [...days].filter(([day]) => within(day)).map(([, one]) => one)
    const sum = (key: keyof StudiedDay) => studied.reduce((total, one) => total + one[key], 0)
    return {
      answers: sum('answers'),
      minutes: sum('minutes'),
      introduced: sum('introduced'),
      days: studied.length,
      retention: trueRetention(answered, from, today),
      calibration: calibrationOf(scored.filter(({ day }) => within(day))),
      buttons: buttons(answered.filter(({ answer }) => within(answer.studyDay))),
    }
  }
  return {
    today,
    periods: {
      today: ofPeriod('today'),
      week: ofPeriod('week'),
      month: ofPeriod('month'),
      year: ofPeriod('year'),
      all: ofPeriod('all'),
    },
    days,
    streak: streak(days, today),
    forecast: forecast(states.values(), today, FORECAST_DAYS),
    cards: memories.recalls.length,
    recalledNow: memories.recalls.reduce((sum, recall) => sum + recall, 0),
    intervals: spread(memories.intervals, INTERVAL_BOUNDS),
    stabilities: spread(memories.stabilities, STABILITY_BOUNDS),
    difficulties: spread(memories.difficulties, DIFFICULTY_BOUNDS),
    known: knownOverTime(answered, settings, (card) => groups.get(card) ?? null),
    articles: standings(cards, states, answered),
  }
}
