import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import type { PlacedPair } from '../../../src/domain/terms/candidates.ts'
import { occurrenceAt, outermost } from '../../../src/domain/terms/occurrences.ts'
import { boardOf } from './board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

it('a place inside another is no occurrence of its own', () => {
  const place = (start: number, end: number) => ({ bead: 0, start, end })
  expect(outermost([place(9, 12), place(3, 6), place(0, 6)])).toEqual([place(0, 6), place(9, 12)])
})

describe('an occurrence', () => {
  /** 罢工 at the start of a bead, a pair of it with some range of the English known or not. */
  function occurrence(english: string, paired: 'paired' | 'alone') {
    const { zh, en } = boardOf('罢工了', english, dictionary)
    const strike = boardOf('罢工', 'strike', dictionary)
    const [own, other] = [{ start: 0, end: 2 }, { start: 20, end: 26 }] // prettier-ignore
    const pair: PlacedPair = {
      ...{
        zh: own,
        en: other,
        zhText: '罢工',
        enText: 'strike',
        strength: 1,
        bead: 0,
        clause: false,
      },
      ...{ zhWords: strike.zh, enWords: strike.en },
    }
    const candidate = {
      ...{ key: '罢工', zh: '罢工', en: 'strike', pairs: [pair], strength: 1, name: false },
      ...{ clause: false, inside: false, variants: [] },
    }
    const pairAt = new Map(paired === 'paired' ? [[0, pair]] : [])
    return occurrenceAt({ bead: 0, ...own }, pairAt, candidate, [{ zh, en, names: [] }], 'zh').en
  }

  it('has the counterpart it is paired with there', () => {
    expect(occurrence('Strikes here and a strike', 'paired')).toEqual({ start: 20, end: 26 })
  })

  it('has the same words of the bead when it is not, in any form', () => {
    expect(occurrence('The strikes began', 'alone')).toEqual({ start: 4, end: 11 })
  })

  it('has none when they do not stand there', () => {
    expect(occurrence('It began', 'alone')).toBeNull()
  })
})
