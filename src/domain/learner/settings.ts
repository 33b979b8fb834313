import { MOST_STEPS, MOST_STEP_MINUTES } from '../srs/steps.ts'
import { CEFR, type Cefr, type Side, SIDES } from '../model.ts'
import type { ModelId } from '../srs/models.ts'
import { DEFAULT_SRS_SETTINGS, withModel, type SrsSettings } from '../srs/settings.ts'
import type { ArticleLimits } from '../srs/queue/survey.ts'
import { isRecord, listOf, within, type Check } from '../records/checks.ts'

/** How English is said where its two great standards differ. */
export const ACCENTS = ['american', 'british'] as const
export type Accent = (typeof ACCENTS)[number]

/** What the learner chose; one record on this device, part of the backup. */
export interface LearnerSettings {
  /** False until the first run is through. */
  readonly welcomed: boolean
  /** Whether the level was asked: after the first cards, once. */
  readonly levelAsked: boolean
  /** The language being learnt. */
  readonly learning: Side
  /** Language of the interface. */
  readonly language: Side
  /** Characters of the interface where its language is Chinese; those of texts are `script`. */
  readonly languageScript: 'simplified' | 'traditional'
  readonly theme: 'system' | 'light' | 'dark'
  /** HSK 2021 level up to which words count as known, 1 … 7 (7 means 7–9); null: none. Asked, never assumed. */
  readonly hsk: number | null
  /** CEFR level up to which words count as known; null: none. */
  readonly cefr: Cefr | null
  readonly newPerDay: number
  readonly reviewsPerDay: number
  /** Limits of single articles (by id), besides those over all. */
  readonly articleLimits: Readonly<Record<string, ArticleLimits>>
  /** Chance of recall when a card comes back, 0.70 … 0.99. */
  readonly desiredRetention: number
  /** Hour of the local day at which the study day starts, 0 … 23. */
  readonly rolloverHour: number
  /** Two buttons (Forgot, Remembered) or all four ratings. */
  readonly buttons: 'two' | 'four'
  /** Whether an answer can be given by moving the card to a side. */
  readonly swipe: boolean
  /** Whether the device ticks when such a move counts. */
  readonly haptics: boolean
  /** The hand that holds the device: what is pressed often stands on its side. */
  readonly hand: 'right' | 'left'
  /** Whether the answer is said once, by itself, when it is shown. */
  readonly autoplay: boolean
  /** Pace of speech, of the voice's own: 0.5 … 1.5. */
  readonly speechRate: number
  /** Names of the voices chosen, latest first; a device speaks with the first that it has. */
  readonly voices: readonly string[]
  /** Time of the daily reminder (`07:30`); null: none was made. */
  readonly reminderAt: string | null
  /** Whether the app's icon says how many cards are due. */
  readonly badge: boolean
  /** In which accent the sounds of English words are written. */
  readonly accent: Accent
  /** Pinyin in articles: never, when a word is tapped, or always. */
  readonly pinyin: 'off' | 'tap' | 'on'
  /** How readings are written. */
  readonly readings: 'pinyin' | 'zhuyin'
  /** Whether the syllables of a reading are coloured by tone. */
  readonly toneColours: boolean
  /** Whether readings show the tones as they are spoken next to each other; else each has its own. */
  readonly spokenTones: boolean
  /** Characters Chinese is shown in: as the text has them, or converted; what is stored never changes. */
  readonly script: 'given' | 'simplified' | 'traditional'
  /** Typeface of Chinese texts: without serifs, or Song with them. */
  readonly hanziFace: 'hei' | 'song'
  /** Minutes of the learning steps; none: the memory model decides. */
  readonly learningSteps: readonly number[]
  readonly relearningSteps: readonly number[]
  readonly maximumIntervalDays: number
  /** Lapses that make a leech; 0: never. */
  readonly leechThreshold: number
  /** Whether reviews are spread evenly over the days that fuzz allows. */
  readonly balance: boolean
  /** Share of a usual day's reviews per weekday, Sunday first, 0 … 1. */
  readonly easyWeekdays: readonly number[]
  /** The same for single dates (`2026-10-01`), which win over the weekday. */
  readonly easyDates: Readonly<Record<string, number>>
  /** Reviews least likely to be recalled first, or longest overdue first. */
  readonly reviewOrder: 'risk' | 'day'
  readonly model: ModelId
  /** Whether weights are fitted by themselves every so many reviews. */
  readonly autoOptimise: boolean
  /** Kinds of card, and forms in which cards are asked, that are switched off; names of a newer version stay. */
  readonly kindsOff: readonly string[]
}

export const DEFAULT_LEARNER_SETTINGS: LearnerSettings = {
  welcomed: false,
  levelAsked: false,
  learning: 'zh',
  language: 'en',
  languageScript: 'simplified',
  theme: 'system',
  hsk: null,
  cefr: null,
  newPerDay: 6,
  reviewsPerDay: 200,
  articleLimits: {},
  desiredRetention: 0.9,
  rolloverHour: 4,
  buttons: 'two',
  swipe: true,
  haptics: true,
  hand: 'right',
  autoplay: false,
  speechRate: 1,
  voices: [],
  reminderAt: null,
  badge: false,
  accent: 'american',
  pinyin: 'tap',
  readings: 'pinyin',
  toneColours: false,
  spokenTones: false,
  script: 'given',
  hanziFace: 'hei',
  learningSteps: [1, 10],
  relearningSteps: [10],
  maximumIntervalDays: 36_500,
  leechThreshold: 8,
  balance: true,
  easyWeekdays: [1, 1, 1, 1, 1, 1, 1],
  easyDates: {},
  reviewOrder: 'risk',
  model: 'fsrs-6',
  autoOptimise: true,
  kindsOff: [],
}

/** What of it the scheduler goes by. */
export function srsSettingsOf(learner: LearnerSettings): SrsSettings {
  return {
    ...withModel(DEFAULT_SRS_SETTINGS, learner.model),
    desiredRetention: learner.desiredRetention,
    learningStepsMinutes: learner.learningSteps,
    relearningStepsMinutes: learner.relearningSteps,
    newPerDay: learner.newPerDay,
    reviewsPerDay: learner.reviewsPerDay,
    rolloverHour: learner.rolloverHour,
    maximumIntervalDays: learner.maximumIntervalDays,
    leechThreshold: learner.leechThreshold,
    balance: learner.balance,
    easyWeekdays: learner.easyWeekdays,
    easyDates: learner.easyDates,
    reviewOrder: learner.reviewOrder,
  }
}

/**
 * Settings out of a stored or restored record: every field that is missing or out of range falls back to its default, and
 * those that only a newer version knows stay, so that a change made here does not lose them.
 */
export function readLearnerSettings(record: unknown): LearnerSettings {
  const from = isRecord(record) ? record : {}
  const d = DEFAULT_LEARNER_SETTINGS
  const among = <T>(value: unknown, all: readonly T[], fallback: T): T =>
    all.find((one) => one === value) ?? fallback
  const checked = <T>(value: unknown, check: Check<T>, fallback: T): T =>
    check(value) ? value : fallback
  const whole = (value: unknown, low: number, high: number, fallback: number): number =>
    Math.floor(checked(value, within(low, high), fallback))
  const longest = d.maximumIntervalDays
  return {
    ...from,
    welcomed: from['welcomed'] === true,
    levelAsked: from['levelAsked'] === true,
    learning: among<Side>(from['learning'], SIDES, d.learning),
    language: among<Side>(from['language'], SIDES, d.language),
    languageScript: among(
      from['languageScript'],
      ['simplified', 'traditional'] as const,
      d.languageScript,
    ),
    theme: among(from['theme'], ['system', 'light', 'dark'] as const, d.theme),
    hsk: checked<number | null>(from['hsk'], within(1, 7), null),
    cefr: among<Cefr | null>(from['cefr'], [...CEFR, null], d.cefr),
    newPerDay: checked(from['newPerDay'], within(0, 999), d.newPerDay),
    reviewsPerDay: checked(from['reviewsPerDay'], within(0, 9999), d.reviewsPerDay),
    articleLimits: limitsFrom(from['articleLimits']),
    desiredRetention: checked(from['desiredRetention'], within(0.7, 0.99), d.desiredRetention),
    rolloverHour: whole(from['rolloverHour'], 0, 23, d.rolloverHour),
    buttons: among(from['buttons'], ['two', 'four'] as const, d.buttons),
    swipe: from['swipe'] !== false,
    haptics: from['haptics'] !== false,
    hand: among(from['hand'], ['right', 'left'] as const, d.hand),
    autoplay: from['autoplay'] === true,
    speechRate: checked(from['speechRate'], within(0.5, 1.5), d.speechRate),
    voices: checked(from['voices'], areNames, d.voices),
    reminderAt: checked<string | null>(from['reminderAt'], isTime, d.reminderAt),
    badge: from['badge'] === true,
    accent: among(from['accent'], ACCENTS, d.accent),
    pinyin: among(from['pinyin'], ['off', 'tap', 'on'] as const, d.pinyin),
    readings: among(from['readings'], ['pinyin', 'zhuyin'] as const, d.readings),
    toneColours: from['toneColours'] === true,
    spokenTones: from['spokenTones'] === true,
    script: among(from['script'], ['given', 'simplified', 'traditional'] as const, d.script),
    hanziFace: among(from['hanziFace'], ['hei', 'song'] as const, d.hanziFace),
    learningSteps: checked(from['learningSteps'], areSteps, d.learningSteps),
    relearningSteps: checked(from['relearningSteps'], areSteps, d.relearningSteps),
    maximumIntervalDays: whole(from['maximumIntervalDays'], 1, longest, longest),
    leechThreshold: whole(from['leechThreshold'], 0, 99, d.leechThreshold),
    balance: from['balance'] !== false,
    easyWeekdays: checked(from['easyWeekdays'], areWeekdays, d.easyWeekdays),
    easyDates: datesFrom(from['easyDates']),
    reviewOrder: among(from['reviewOrder'], ['risk', 'day'] as const, d.reviewOrder),
    model: among<ModelId>(from['model'], ['fsrs-6', 'fsrs-7'], d.model),
    autoOptimise: from['autoOptimise'] !== false,
    kindsOff: checked(from['kindsOff'], areNames, d.kindsOff),
  }
}

const isStep = within(1 / 60, MOST_STEP_MINUTES)
const areSteps: Check<readonly number[]> = (value): value is readonly number[] =>
  listOf(isStep)(value) && value.length <= MOST_STEPS

const areNames = listOf((value): value is string => typeof value === 'string')

const isTime: Check<string> = (value): value is string =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)

const isShare = within(0, 1)
const areWeekdays: Check<readonly number[]> = (value): value is readonly number[] =>
  listOf(isShare)(value) && value.length === DEFAULT_LEARNER_SETTINGS.easyWeekdays.length

function limitsFrom(value: unknown): Readonly<Record<string, ArticleLimits>> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).map(([article, limits]) => [
      article,
      { ...limitFrom(limits, 'newPerDay', 999), ...limitFrom(limits, 'reviewsPerDay', 9999) },
    ]),
  )
}

function limitFrom(limits: unknown, which: keyof ArticleLimits, most: number): ArticleLimits {
  const value = isRecord(limits) ? limits[which] : undefined
  return within(0, most)(value) ? { [which]: value } : {}
}

function datesFrom(value: unknown): Readonly<Record<string, number>> {
  if (!isRecord(value)) return {}
  const sound = Object.entries(value).filter(
    (entry): entry is [string, number] => /^\d{4}-\d{2}-\d{2}$/.test(entry[0]) && isShare(entry[1]),
  )
  return Object.fromEntries(sound)
}
