import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../../src/domain/dictionary/dictionary.ts'
import { evidenceOf, type Evidence } from '../../../../src/domain/terms/words/evidence.ts'
import { sameFamily } from '../../../../src/domain/terms/words/families.ts'
import { glossesOf } from '../../../../src/domain/terms/words/glosses.ts'
import { oneSpelling } from '../../../../src/domain/terms/words/spelling.ts'
import { stemEn } from '../../../../src/domain/text/lemmaEn.ts'

let dictionary: Dictionary
let evidence: Evidence
beforeAll(async () => {
  dictionary = await loadDictionary('full')
  evidence = evidenceOf(dictionary)
}, 120_000)

const thorough = (zh: string, lemma: string) =>
  evidence.thorough(zh, { lemma, stem: stemEn(lemma) })

describe('evidence for a pair of words', () => {
  it.each([
    ['停火', 'ceasefire', 1],
    ['威慑', 'deterrence', 0.83],
    ['侵占', 'invasion', 0.68],
    ['入侵', 'invasion', 0.98],
    ['捕捞', 'fisher', 0.75],
    ['牛仔队', 'cowboy', 0.85],
    ['罢工', 'banana', 0],
  ])('%s and %s: %d', (zh, lemma, expected) => {
    expect(thorough(zh, lemma)).toBeCloseTo(expected, 2)
  })

  it('is less for a word inside a longer gloss, and for a piece of a headword', () => {
    expect(thorough('空袭', 'air')).toBeLessThan(thorough('空气', 'air'))
    expect(thorough('竞选', 'elect')).toBeLessThan(thorough('选举', 'elect'))
  })
})

describe('words of one family', () => {
  it.each([
    ['invade', 'invasion'],
    ['deter', 'deterrence'],
    ['propose', 'proposal'],
    ['ski', 'skier'],
    ['russia', 'russian'],
    ['negotiate', 'negotiator'],
  ])('%s and %s', (a, b) => {
    expect([sameFamily(a, b), sameFamily(b, a)]).toEqual([true, true])
  })

  it.each([
    ['land', 'lantern'],
    ['comment', 'commit'],
    ['port', 'pork'],
    ['internal', 'international'],
  ])('not %s and %s', (a, b) => {
    expect(sameFamily(a, b)).toBe(false)
  })
})

describe('glosses', () => {
  it('know verbs, names, sayings, and what a phrase is made of', () => {
    expect(glossesOf('威慑', dictionary).verbal).toBe(1)
    expect(glossesOf('白宫', dictionary).proper).toBe(true)
    expect(glossesOf('一个巴掌拍不响', dictionary)).toMatchObject({ idiom: true, proper: false })
    expect(glossesOf('国务卿', dictionary).phrases).toContainEqual(['secretary', 'of', 'state'])
  })

  it('explain nothing by classifiers, and show none', () => {
    expect(glossesOf('棵', dictionary).lemmas.has('tree')).toBe(false)
    expect(glossesOf('会谈', dictionary).meanings.join()).not.toContain('CL:')
    expect(glossesOf('查无此词', dictionary).meanings).toEqual([])
  })

  it('meet both spellings of English', () => {
    expect(['neighbour', 'centre', 'mobilise', 'defence', 'grey'].map(oneSpelling)).toEqual([
      'neighbor',
      'center',
      'mobilize',
      'defense',
      'gray',
    ])
  })
})
