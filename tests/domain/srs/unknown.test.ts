import { type Entry } from '../../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { isUnderstood } from '../../../src/domain/srs/history.ts'
import { gatherTrainingSet } from '../../../src/domain/srs/fit/trainingSet.ts'
import { applyEntries, replay } from '../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS, withModel } from '../../../src/domain/srs/settings.ts'
import { finish } from '../../../src/domain/tasks.ts'
import { seededRandom, shuffled } from '../../../src/domain/random.ts'
import { answer, randomLog } from './devices.ts'

/** An entry as a newer version may write it: only what it says by itself is known. */
const fromNewer = (entry: object): Entry => entry as Entry

/** Something this version has no word for, in the place of an entry of the log or beside it. */
function unknownPart(random: () => number, like: Entry, serial: number): Entry {
  const id = `${like.id}~${serial}`
  const base = { id, at: like.at + Math.floor(random() * 9) - 4, device: 'newer' }
  const card = 'card' in like ? like.card : '停火'
  const kinds: readonly object[] = [
    { ...base, type: 'mnemonic', card, text: '停' },
    { ...base, type: 'goal', perDay: 12 },
    { ...base, type: 'pause', card: 7, until: null },
    { ...base, type: 'constructor', card },
    { ...answer({ id, at: base.at, card }), rating: 'superb' },
    { ...answer({ id, at: base.at, card }), rating: 'toString' },
    { ...answer({ id, at: base.at, card }), phase: 'mastered' },
    { ...base, type: 'weights', model: 'fsrs-9', weights: [1] },
    { ...base, type: 'weights', model: 'fsrs-9', weights: 'none' },
    { ...base, type: 'spot', card: `${card}/spot/zh-en`, found: [3, 9] },
  ]
  return fromNewer(kinds[Math.floor(random() * kinds.length)]!)
}

const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : []

describe('a log with parts that only a newer version understands', () => {
  it('leads to the states of the log without them, in 20,000 logs, and never to NaN', () => {
    const settings = { ...DEFAULT_SRS_SETTINGS, fuzz: false }
    const seven = withModel(settings, 'fsrs-7')
    for (let seed = 0; seed < 20_000; seed++) {
      const random = seededRandom(seed)
      const known = randomLog(seed % 4_000, 3 + (seed % 5), settings)
      const unknown = known
        .filter(() => random() < 0.6)
        .map((entry, serial) => unknownPart(random, entry, serial))
      // Somebody may even have taken them back.
      const first = unknown[0]
      if (first !== undefined && random() < 0.3) {
        known.push({ id: `v${seed}`, at: first.at, device: 'd', type: 'void', entry: first.id })
      }
      const model = seed % 4 === 0 ? seven : settings
      const mixed = shuffled([...known, ...unknown], random)
      const cut = Math.floor(random() * mixed.length)
      const state = replay(mixed.slice(0, cut), model)
      applyEntries(state, mixed.slice(cut))
      const plain = replay(known, model)
      expect(new Map([...state.cards].toSorted()), `seed ${seed}`).toEqual(
        new Map([...plain.cards].toSorted()),
      )
      expect(state.digest.count).toBe(mixed.length)
      expect(numbersIn([...state.cards.values()]).some(Number.isNaN), `seed ${seed}`).toBe(false)
    }
  })

  it('trains the memory model by what is understood', () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seededRandom(seed)
      const known = randomLog(seed)
      const unknown = known.map((entry, serial) => unknownPart(random, entry, serial))
      expect(finish(gatherTrainingSet([...known, ...unknown]))).toEqual(
        finish(gatherTrainingSet(known)),
      )
    }
  })

  it('is told apart: every type of today is understood', () => {
    const types = new Set<string>()
    for (let seed = 0; seed < 200; seed++)
      for (const entry of randomLog(seed)) {
        types.add(entry.type)
        expect(isUnderstood(entry)).toBe(true)
      }
    expect(types.size).toBe(10)
  })
})
