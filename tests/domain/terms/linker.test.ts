import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { loadPivots } from '../../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { deckToDraft } from '../../../src/domain/article/deck.ts'
import type { Bitext } from '../../../src/domain/bitext/bitext.ts'
import { canGive, repairBead, type Repair } from '../../../src/domain/bitext/repair.ts'
import type { Side } from '../../../src/domain/model.ts'
import { finish } from '../../../src/domain/tasks.ts'
import { linkBitext } from '../../../src/domain/terms/linkBitext.ts'
import { linkerWith } from '../../../src/domain/terms/linker.ts'

const dictionary = await loadDictionary('full')
const pivots = await loadPivots()
const deck = readFileSync(new URL('../../../decks/jeddah-talks.json', import.meta.url), 'utf8')
const WHOLE: Bitext = deckToDraft(JSON.parse(deck))

const side = fc.constantFrom<Side>('zh', 'en')
const repair: fc.Arbitrary<Repair> = fc.oneof(
  fc.constantFrom<Repair>({ do: 'merge' }, { do: 'unpair' }, { do: 'confirm' }),
  fc.record({
    do: fc.constant('shift' as const),
    side,
    by: fc.constantFrom(1 as const, -1 as const),
  }),
  fc.record({
    do: fc.constant('edit' as const),
    side,
    text: fc.constantFrom('约翰·史密斯（John Smith）走了。', 'Mr Smith left the talks.', '沙特'),
  }),
)

function repaired(bitext: Bitext, at: number, step: Repair): Bitext {
  const bead = bitext.beads[at]!
  if (step.do === 'merge' && at === bitext.beads.length - 1) return bitext
  if (step.do === 'shift' && !canGive(bitext, at, step.side)[step.by < 0 ? 'up' : 'down'])
    return bitext
  if (step.do === 'edit' && bead[step.side].from === bead[step.side].to) return bitext
  return repairBead(bitext, at, step)
}

it('links a repaired bitext as if it had never seen the one before', () => {
  const link = linkerWith(dictionary, pivots)
  const steps = fc.array(fc.tuple(fc.nat({ max: 200 }), repair), { maxLength: 4 })
  fc.assert(
    fc.property(steps, (repairs) => {
      let now = WHOLE
      finish(link(now))
      for (const [place, step] of repairs) {
        now = repaired(now, place % now.beads.length, step)
        expect(finish(link(now))).toEqual(finish(linkBitext(now, dictionary, pivots)))
      }
    }),
    { seed: 20261129, numRuns: 12 },
  )
}, 120_000)

it('has nothing to do for a bitext it has just linked, whoever confirmed a pair of it', () => {
  const link = linkerWith(dictionary, pivots)
  const linked = finish(link(WHOLE))
  const same = structuredClone(repairBead(WHOLE, 3, { do: 'confirm' }))
  expect(link(same).next()).toEqual({ done: true, value: linked })
})

it('remembers the last whole linking when one is given up', () => {
  const link = linkerWith(dictionary, pivots)
  const linked = finish(link(WHOLE))
  link({ ...WHOLE, beads: WHOLE.beads.slice(0, 9) }).next()
  expect(link(WHOLE).next().value).toBe(linked)
})
