/** The memory models behind one face, so that a replay can be done with either. */
import { type CardState } from './entries.ts'
import type { Memory, Rating } from '../model.ts'
import { dualIntervalDays, dualRecall, FSRS7_WEIGHTS, nextDualMemory } from './fsrs7.ts'
import { DEFAULT_WEIGHTS, exactIntervalDays, nextMemory, retrievability } from './memory.ts'
import { migrateWeights } from './fit/weights.ts'

export type ModelId = 'fsrs-6' | 'fsrs-7'

export interface MemoryModel {
  readonly id: ModelId
  readonly defaultWeights: readonly number[]
  /** Whether elapsed time is counted in whole study days or in fractions of 24 hours. */
  readonly wholeDays: boolean
  /** Weights this model can use, made from those of a log or a file; null when they are none of its own. */
  adoptWeights(weights: readonly number[]): readonly number[] | null
  /** The memory after an answer; `memory` is null before the first. */
  next(
    memory: Memory | null,
    elapsedDays: number,
    rating: Rating,
    weights: readonly number[],
  ): Memory
  /** Chance of recall, 0 … 1. */
  recall(memory: Memory, elapsedDays: number, weights: readonly number[]): number
  /** Days until recall has fallen to `desiredRetention`; not rounded. */
  intervalDays(memory: Memory, desiredRetention: number, weights: readonly number[]): number
}

const FSRS_6: MemoryModel = {
  id: 'fsrs-6',
  defaultWeights: DEFAULT_WEIGHTS,
  wholeDays: true,
  adoptWeights: (weights) => migrateWeights(weights),
  next: nextMemory,
  recall: (memory, elapsedDays, weights) => retrievability(elapsedDays, memory.stability, weights),
  intervalDays: (memory, desiredRetention, weights) =>
    exactIntervalDays(memory.stability, desiredRetention, weights),
}

const FSRS_7: MemoryModel = {
  id: 'fsrs-7',
  defaultWeights: FSRS7_WEIGHTS,
  wholeDays: false,
  adoptWeights: (weights) =>
    weights.length === FSRS7_WEIGHTS.length && weights.every(Number.isFinite) ? weights : null,
  next: nextDualMemory,
  recall: dualRecall,
  intervalDays: dualIntervalDays,
}

/** The model of an id. */
export function memoryModel(id: ModelId): MemoryModel {
  return id === 'fsrs-7' ? FSRS_7 : FSRS_6
}

/** Whether recall stays at 90 % or more for so many days: what "stability ≥ 21 days" says of either model. */
export function lasts(
  model: MemoryModel,
  memory: Memory,
  days: number,
  weights: readonly number[],
): boolean {
  return model.recall(memory, days, weights) >= 0.9 - 1e-9
}

/** What makes a word known, lets its English fade, and unlocks producing it: recall lasts this long. */
export const STABLE_DAYS = 21

/** Whether a card's memory {@link lasts} {@link STABLE_DAYS}. */
export function isStable(
  { memory }: Pick<CardState, 'memory'>,
  { model, weights }: { readonly model: ModelId; readonly weights: readonly number[] },
): boolean {
  return memory !== null && lasts(memoryModel(model), memory, STABLE_DAYS, weights)
}
