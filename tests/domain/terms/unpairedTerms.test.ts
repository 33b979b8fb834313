import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import type { Side, Term } from '../../../src/domain/model.ts'
import { unpairedTerms } from '../../../src/domain/terms/unpairedTerms.ts'
import { boardOf } from './board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

function terms(zh: string, en: string, learning: Side): readonly Term[] {
  const board = boardOf(zh, en, dictionary)
  const beads = [{ zh: board.zh, en: board.en, names: [] }]
  const work = unpairedTerms(beads, { zh, en }, dictionary, learning)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    expect(step.value).toBeLessThanOrEqual(1)
  }
}

describe('the terms of a Chinese text by itself', () => {
  const text = '工人罢工，码头停工。伦敦的罢工结束了。'
  const find = (zh: string, learning: Side = 'zh') =>
    terms(text, '', learning).find((term) => term.zh === zh)

  it('are the dictionary’s words, with their gloss, reading and places', () => {
    expect(find('罢工')).toMatchObject({
      en: 'a strike',
      reading: 'ba4 gong1',
      kind: 'word',
      occurrences: [
        { zh: { start: 2, end: 4 }, en: null },
        { zh: { start: 13, end: 15 }, en: null },
      ],
    })
  })

  it('have names among them', () => {
    expect(find('伦敦')).toMatchObject({ kind: 'name', en: expect.stringMatching(/^London/) })
  })

  it('have no single hanzi and no grammar', () => {
    expect(terms('他买船。', '', 'zh')).toEqual([])
    expect(find('结束了')).toBeUndefined()
  })

  it('are offered to the learner of English, too', () => {
    expect(find('罢工', 'en')?.occurrences).toHaveLength(2)
  })

  it('are worth more the more often they stand there', () => {
    expect(find('罢工')!.score).toBeGreaterThan(
      terms('工人罢工。', '', 'zh').find((term) => term.zh === '罢工')!.score,
    )
  })
})

describe('the terms of an English text by itself', () => {
  it('have the headword that means them, and their form as it stands', () => {
    const found = terms('', 'Two ceasefires failed. A ceasefire holds.', 'en')
    expect(found.find((term) => term.zh === '停火')).toMatchObject({
      en: 'ceasefires',
      occurrences: [{ en: { start: 4, end: 14 } }, { en: { start: 25, end: 34 } }],
    })
  })

  it('lack what no gloss is', () => {
    expect(terms('', 'Zyxomatic things.', 'en').map((term) => term.en)).not.toContain('Zyxomatic')
  })
})
