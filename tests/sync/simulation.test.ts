import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { describe, it } from 'vitest'
import { MemoryShelf } from './memoryShelf.ts'
import { expectAgreement, simulate } from './simulation.ts'

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
    expectAgreement(await simulate(seed, new MemoryShelf(), steps))
  })
})
