import type { Level, Side } from './model.ts'

export type CefrLevel = NonNullable<Level['cefr']>

/** What the learner chose; one record on this device, part of the backup. */
export interface LearnerSettings {
  /** False until the first run is through. */
  readonly welcomed: boolean
  /** The language being learnt. */
  readonly learning: Side
  /** Language of the interface. */
  readonly language: Side
  readonly theme: 'system' | 'light' | 'dark'
  /** HSK 2021 level up to which words count as known, 1 … 7 (7 means 7–9); null: none. Asked, never assumed. */
  readonly hsk: number | null
  /** CEFR level up to which words count as known; null: none. */
  readonly cefr: CefrLevel | null
  readonly newPerDay: number
  readonly reviewsPerDay: number
  /** Chance of recall when a card comes back, 0.70 … 0.99. */
  readonly desiredRetention: number
  /** Hour of the local day at which the study day starts, 0 … 23. */
  readonly rolloverHour: number
  /** Two buttons (Forgot, Remembered) or all four ratings. */
  readonly buttons: 'two' | 'four'
  /** Pinyin in articles: never, when a word is tapped, or always. */
  readonly pinyin: 'off' | 'tap' | 'on'
}

export const DEFAULT_LEARNER_SETTINGS: LearnerSettings = {
  welcomed: false,
  learning: 'zh',
  language: 'en',
  theme: 'system',
  hsk: null,
  cefr: null,
  newPerDay: 6,
  reviewsPerDay: 200,
  desiredRetention: 0.9,
  rolloverHour: 4,
  buttons: 'two',
  pinyin: 'tap',
}

const CEFR: readonly CefrLevel[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']

/** Whether a word of this level is at or below the level the learner declared for `side`. */
export function atOrBelow(level: Level, side: Side, settings: LearnerSettings): boolean {
  if (side === 'zh') {
    const at = level.hsk2021 ?? level.hsk2025
    return settings.hsk !== null && at !== undefined && at <= settings.hsk
  }
  if (settings.cefr === null || level.cefr === undefined) return false
  return CEFR.indexOf(level.cefr) <= CEFR.indexOf(settings.cefr)
}

/**
 * Settings out of a stored or restored record: every field that is missing or out of range falls back to its default.
 */
export function readLearnerSettings(record: unknown): LearnerSettings {
  const from: Record<string, unknown> =
    typeof record === 'object' && record !== null ? { ...record } : {}
  const d = DEFAULT_LEARNER_SETTINGS
  const among = <T>(value: unknown, all: readonly T[], fallback: T): T =>
    all.find((one) => one === value) ?? fallback
  const within = (value: unknown, low: number, high: number, fallback: number): number =>
    typeof value === 'number' && value >= low && value <= high ? value : fallback
  return {
    welcomed: from['welcomed'] === true,
    learning: among<Side>(from['learning'], ['zh', 'en'], d.learning),
    language: among<Side>(from['language'], ['zh', 'en'], d.language),
    theme: among(from['theme'], ['system', 'light', 'dark'] as const, d.theme),
    hsk: from['hsk'] === null ? null : within(from['hsk'], 1, 7, 0) || null,
    cefr: among<CefrLevel | null>(from['cefr'], [...CEFR, null], d.cefr),
    newPerDay: within(from['newPerDay'], 0, 999, d.newPerDay),
    reviewsPerDay: within(from['reviewsPerDay'], 0, 9999, d.reviewsPerDay),
    desiredRetention: within(from['desiredRetention'], 0.7, 0.99, d.desiredRetention),
    rolloverHour: Math.floor(within(from['rolloverHour'], 0, 23, d.rolloverHour)),
    buttons: among(from['buttons'], ['two', 'four'] as const, d.buttons),
    pinyin: among(from['pinyin'], ['off', 'tap', 'on'] as const, d.pinyin),
  }
}
