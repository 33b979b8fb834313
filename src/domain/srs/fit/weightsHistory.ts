/** The weight sets a log has seen, and which of them is in force. */
import { type Entry, type WeightsEntry, wallOf } from '../entries.ts'
import { inLogOrder } from '../history.ts'
import { memoryModel } from '../models.ts'
import type { SrsSettings } from '../settings.ts'

/** Weights from the moment they came into force; the default ones have been there always: −Infinity. */
export interface WeightSet {
  readonly weights: readonly number[]
  readonly at: number
}

/**
 * Weight sets of the settings' model, oldest first: its default weights, then those of every `weights` entry that counts.
 * The last one is in force. Others' entries may be among those given.
 */
export function weightSets(entries: readonly Entry[], { model }: SrsSettings): WeightSet[] {
  const { adoptWeights, defaultWeights } = memoryModel(model)
  const voided = new Set<string>()
  const changes: WeightsEntry[] = []
  for (const entry of entries) {
    if (entry.type === 'void') voided.add(entry.entry)
    else if (entry.type === 'weights' && entry.model === model) changes.push(entry)
  }
  const sets: WeightSet[] = [{ weights: defaultWeights, at: -Infinity }]
  for (const entry of changes.sort(inLogOrder)) {
    if (voided.has(entry.id)) continue
    const weights = adoptWeights(entry.weights)
    if (weights !== null) sets.push({ weights, at: wallOf(entry) })
  }
  return sets
}

const same = (a: readonly number[], b: readonly number[]): boolean =>
  a.every((weight, at) => weight === b[at])

/**
 * When the weights in force were first used: they may have been gone back to, and are then as old as they were. Answers
 * before that moment are what they were fitted to, and no test for them.
 */
export function inForceSince(sets: readonly WeightSet[]): number {
  const last = sets.at(-1)!
  return sets.find(({ weights }) => same(weights, last.weights))!.at
}

/** The set to go back to: the latest one that differs from the one in force; null when there never was another. */
export function setBefore(sets: readonly WeightSet[]): WeightSet | null {
  const last = sets.at(-1)!
  return sets.findLast(({ weights }) => !same(weights, last.weights)) ?? null
}
