import { DEFAULT_WEIGHTS } from './memory.ts'
import { memoryModel } from './models.ts'
import type { ModelId } from './models.ts'

/** What the learner can set about memory; plain, so that it can be stored and sent. */
export interface SrsSettings {
  readonly model: ModelId
  /** Chance of recall at which a card comes back, 0.70 … 0.99. */
  readonly desiredRetention: number
  /** Weights of `model` to start from; the log's latest `weights` entry takes their place (`replay.ts`). */
  readonly weights: readonly number[]
  /** Id of the `weights` entry they come from, or `default`. */
  readonly weightsId: string
  readonly learningStepsMinutes: readonly number[]
  readonly relearningStepsMinutes: readonly number[]
  /** Over all articles. */
  readonly newPerDay: number
  /** Over all articles: the day's budget. */
  readonly reviewsPerDay: number
  /** Local hour, 0 … 23, at which a study day starts. */
  readonly rolloverHour: number
  readonly maximumIntervalDays: number
  /** Lapses that make a leech; 0 turns it off. */
  readonly leechThreshold: number
  /** When nothing else is left, a learning card may be shown this much early. */
  readonly learnAheadMinutes: number
  readonly fuzz: boolean
  /** Whether the day within the fuzz range is chosen by how busy the days are. */
  readonly balance: boolean
  /** Share of a usual day's reviews wanted per weekday, Sunday first, 0 … 1. */
  readonly easyWeekdays: readonly number[]
  /** The same for single dates (`2026-10-01`), which win over the weekday. */
  readonly easyDates: Readonly<Record<string, number>>
  /** By risk: least likely to be recalled first; by day: longest overdue first. */
  readonly reviewOrder: 'risk' | 'day'
}

export const DEFAULT_SRS_SETTINGS: SrsSettings = {
  model: 'fsrs-6',
  desiredRetention: 0.9,
  weights: DEFAULT_WEIGHTS,
  weightsId: 'default',
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  newPerDay: 6,
  reviewsPerDay: 200,
  rolloverHour: 4,
  maximumIntervalDays: 36_500,
  leechThreshold: 8,
  learnAheadMinutes: 20,
  fuzz: true,
  balance: true,
  easyWeekdays: [1, 1, 1, 1, 1, 1, 1],
  easyDates: {},
  reviewOrder: 'risk',
}

/** The settings with another memory model, from its default weights: the next replay is with it. */
export function withModel(settings: SrsSettings, model: ModelId): SrsSettings {
  const weights = memoryModel(model).defaultWeights
  return { ...settings, model, weights, weightsId: 'default' }
}
