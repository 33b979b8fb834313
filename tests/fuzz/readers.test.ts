import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { diceOf } from './dice.ts'
import { Lane, type Finding } from './lane.ts'
import { TARGETS } from './targets.ts'

const INPUTS = 2_000
const lanes = [new Lane(), new Lane()]
const found = new Map<string, readonly Finding[]>()

beforeAll(async () => {
  const waiting = Object.keys(TARGETS)
  const take = async (lane: Lane): Promise<void> => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift())
      found.set(target, await lane.run(target, 0, INPUTS))
  }
  await Promise.all(lanes.map(take))
}, 600_000)

afterAll(() => lanes.forEach((lane) => lane.stop()))

describe('whatever somebody hands in', () => {
  it.each(Object.keys(TARGETS))('is read, or refused by its name: %s', (target) => {
    expect(found.get(target)).toEqual([])
  })
})

/** Seeds that found something once. */
const ONCE: readonly (readonly [target: string, seed: number])[] = []

describe.runIf(ONCE.length > 0)('what was found once', () => {
  it.each(ONCE)('is found no more: %s %i', async (target, seed) => {
    await TARGETS[target]!(diceOf(seed))
  })
})
