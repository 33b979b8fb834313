import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { simulate } from './simulation.ts'

/** Short runs in every `npm test`; `SEEDS=200 npx vitest run tests/sync/simulation.test.ts` for more and longer ones; `SEED=17` for one. */
const one = process.env['SEED']
const steps = one === undefined && process.env['SEEDS'] === undefined ? 5 : 12
const seeds =
  one === undefined
    ? Array.from({ length: Number(process.env['SEEDS'] ?? 25) }, (_, i) => i + 1)
    : [Number(one)]

describe('devices that met every trouble', () => {
  it.each(seeds)('are equal in the end, and have every review: seed %i', async (seed) => {
    globalThis.indexedDB = new IDBFactory()
    const { shared, reviews, happened } = await simulate(seed, steps)
    for (const other of shared.slice(1)) expect(other).toEqual(shared[0])
    const log = new Set(shared[0]!['log']!.map((entry) => (JSON.parse(entry) as { id: string }).id))
    expect(reviews.filter((id) => !log.has(id))).toEqual([])
    expect(happened['rounds']).toBeGreaterThan(9)
  })
})
