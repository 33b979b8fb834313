import { describe, expect, it } from 'vitest'
import { loadPronunciations } from '../../../src/cli/build/compilePronunciations.ts'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { lookUpWord, withIpa } from '../../../src/domain/words/words.ts'
import { termIn } from '../../make.ts'

const dictionary = await loadDictionary('full')
const pronunciations = await loadPronunciations()
const tap = (text: string, at: number, side: 'zh' | 'en') =>
  lookUpWord(text, at, side, dictionary, { pronunciations })

describe('a tapped English word', () => {
  it('comes with its lemma, its form, the sound of both, its level and the Chinese for it', () => {
    const info = tap('They made concessions.', 12, 'en')
    expect(info).toMatchObject({
      headword: 'concession',
      form: 'concessions',
      ipa: { form: 'kənˈsɛʃənz', lemma: 'kənˈsɛʃən' },
      level: { cefr: 'B2' },
    })
    expect(info?.senses.map((sense) => sense.simplified)).toContain('让步')
  })

  it('has no sound before the pronunciations are here', () => {
    const info = lookUpWord('peace', 0, 'en', dictionary, { pronunciations: null })
    expect(info?.ipa).toEqual({ form: '', lemma: '' })
  })
})

it('hides what insults from who did not ask for it', () => {
  const glosses = tap('gook', 0, 'en')?.senses.flatMap((sense) => sense.glosses) ?? []
  expect(glosses.filter((gloss) => /derog|offensive|vulgar/i.test(gloss))).toEqual([])
})

describe('a tapped Chinese word', () => {
  it('comes with its reading here', () => {
    expect(tap('银行在左边。', 0, 'zh')).toMatchObject({
      form: '银行',
      reading: 'yin2 hang2',
      frequency: 1,
    })
  })
})

it('gives terms the sound of their English side where it is known', () => {
  const texts = { zh: '停火。泽连斯基。', en: 'A ceasefire. Zelenskyyy.' }
  const terms = [termIn(texts, '停火', 'ceasefire'), termIn(texts, '泽连斯基', 'Zelenskyyy')]
  expect(withIpa(terms, pronunciations).map((term) => term.ipa)).toEqual(['ˈsiːsˌfaɪɚ', undefined])
})
