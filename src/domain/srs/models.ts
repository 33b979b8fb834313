/** The memory models behind one face, so that a replay can be done with either. */
import type { Memory, Rating } from '../model.ts'
import { exactIntervalDays, nextMemory, retrievability } from './memory.ts'

export type ModelId = 'fsrs-6' | 'fsrs-7'

export interface MemoryModel {
  readonly id: ModelId
  readonly weightCount: number
  /** Whether elapsed time is counted in whole study days or in fractions of 24 hours. */
  readonly wholeDays: boolean
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
  weightCount: 21,
  wholeDays: true,
  next: nextMemory,
  recall: (memory, elapsedDays, weights) => retrievability(elapsedDays, memory.stability, weights),
  intervalDays: (memory, desiredRetention, weights) =>
    exactIntervalDays(memory.stability, desiredRetention, weights),
}

/** @throws RangeError for a model this version does not have */
export function memoryModel(id: ModelId): MemoryModel {
  if (id !== 'fsrs-6') throw new RangeError(`no memory model ${id}`)
  return FSRS_6
}
