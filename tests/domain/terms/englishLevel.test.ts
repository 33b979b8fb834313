import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { difficultyOfEnglish, levelOfEnglish } from '../../../src/domain/terms/englishLevel.ts'

const dictionary = await loadDictionary('core')

describe('the level of an English term', () => {
  it('is that of its lemma', () => {
    expect(levelOfEnglish('Concessions', dictionary)).toEqual({ cefr: 'B2' })
    expect(levelOfEnglish('ceasefire', dictionary)).toEqual({})
  })

  it('of a phrase is what the lists say of the whole', () => {
    expect(levelOfEnglish('credit card', dictionary)).toEqual({ cefr: 'A1' })
    expect(levelOfEnglish('meets with', dictionary)).toEqual({})
  })
})

describe('how hard an English phrase is', () => {
  it.each([
    ['meets with', { cefr: 'A1' }],
    ['intelligence sharing', { cefr: 'A2' }],
    ['ceasefire talks', {}],
  ])('%s: as hard as the hardest of its words', (phrase, level) => {
    expect(difficultyOfEnglish(phrase, dictionary)).toEqual(level)
  })
})
