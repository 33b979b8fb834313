import { finish } from '../../../../src/domain/tasks.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import { findCandidates, type Candidates } from '../../../../src/domain/align/candidates.ts'
import { allFeatures } from '../../../../src/domain/align/crf.ts'
import { placeOf, type BeadPlace } from '../../../../src/domain/align/features/features.ts'

const ZH = [
  '暴风雨过去了。',
  '“你看见那条船了吗？”他问。',
  '渔民修好渔网，孩子们在灯塔下面玩。',
  '太阳照在海面上。',
]
const EN = [
  'The storm was over.',
  "'Did you see that boat?' he asked.",
  'The fishermen mended their nets.',
  'The children played below the lighthouse.',
  'The sun shone on the sea.',
]

let candidates: Candidates
beforeAll(async () => {
  const dictionary = await loadDictionary('core')
  candidates = finish(findCandidates({ zh: ZH, en: EN }, { dictionary }))
}, 60_000)

/** The features of a bead of the given segments, by name. */
function featuresOf(zh: number, zhTo: number, en: number, enTo: number) {
  const { lattice, sight } = candidates
  const edge = lattice.type.findIndex((_, e) => {
    const place = placeOf(lattice, e)
    return place.zh === zh && place.zhTo === zhTo && place.en === en && place.enTo === enTo
  })
  const place: BeadPlace = placeOf(lattice, edge)
  const { names, fill } = finish(allFeatures(sight))
  const out = new Float64Array(names.length)
  fill(place, out, 0)
  return Object.fromEntries(names.map((name, k) => [name, out[k]]))
}

describe('features', () => {
  it('are finite and of moderate size for every candidate', () => {
    const { lattice, sight } = candidates
    const { names, fill } = finish(allFeatures(sight))
    const out = new Float64Array(names.length)
    for (let edge = 0; edge < lattice.type.length; edge++) {
      out.fill(0)
      fill(placeOf(lattice, edge), out, 0)
      for (const value of out) expect(Math.abs(value)).toBeLessThan(12)
    }
  })

  it('name the type of a bead', () => {
    expect(featuresOf(0, 1, 0, 1)).toMatchObject({
      'type 1:1': 1,
      'type 1:2': 0,
      segments: 0,
      product: 0,
    })
    expect(featuresOf(2, 3, 2, 4)).toMatchObject({ 'type 1:2': 1, 'many to many': 0 })
  })

  it('see questions and quotations agree', () => {
    expect(featuresOf(1, 2, 1, 2)).toMatchObject({
      'question marks differ': 0,
      'both start a quotation': 1,
      'one side quotes': 0,
    })
    expect(featuresOf(0, 1, 0, 2)).toMatchObject({
      'question marks differ': 1,
      'one side quotes': 1,
    })
  })

  it('find more of a sentence covered by its translation than by its neighbour', () => {
    const [right, wrong] = [featuresOf(2, 3, 2, 4), featuresOf(2, 3, 3, 4)]
    expect(right['covered zh']).toBeGreaterThan(wrong['covered zh']!)
    expect(right['evidence zh']).toBeGreaterThan(wrong['evidence zh']!)
    expect(right['owned en outside']).toBeLessThan(0.1)
  })

  it('see that a bead could be cut without loss', () => {
    const { 'cut costs, many to many': loss, 'cut is free, many to many': isFree } = featuresOf(
      0,
      2,
      0,
      2,
    )
    expect(loss).toBeLessThan(0.3)
    expect(isFree).toBe(1)
  })
})
