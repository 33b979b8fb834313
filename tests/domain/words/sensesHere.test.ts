import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { sensesHere, type Here } from '../../../src/domain/words/sensesHere.ts'
import { lookUpWord } from '../../../src/domain/words/words.ts'

const dictionary = await loadDictionary('full')

function ranked(text: string, word: string, side: 'zh' | 'en', here: Partial<Here>) {
  const info = lookUpWord(text, text.indexOf(word), side, dictionary, { pronunciations: null })
  if (info === null) throw new Error(`no word ${word}`)
  const all = { side, reading: info.reading, counterpart: null, translation: '', ...here }
  return sensesHere(info.senses, all, dictionary)
}

describe('the sense meant here', () => {
  it('is the one whose gloss is the counterpart', () => {
    const [first] = ranked('他走后', '后', 'zh', { counterpart: 'after' })
    expect(first?.glosses[0]).toContain('after')
    const [empress] = ranked('皇后', '皇后', 'zh', { counterpart: 'the empress' })
    expect(empress?.glosses[0]).toContain('empress')
  })

  it('is told by the translation where no counterpart is known', () => {
    const [first] = ranked('外面下着大雪。', '大雪', 'zh', {
      translation: 'Heavy snow was falling outside.',
    })
    expect(first?.glosses.join()).not.toMatch(/^Great Snow/)
  })

  it('keeps the order of the dictionary when nothing tells', () => {
    const info = lookUpWord('看', 0, 'zh', dictionary, { pronunciations: null })
    expect(ranked('看', '看', 'zh', {})).toEqual(info?.senses)
  })

  it('does not change the reading for the sake of some word of the translation', () => {
    const [first] = ranked('银行', '银行', 'zh', { translation: 'a bank' })
    expect(first?.reading).toBe('yin2 hang2')
  })

  it('is the Chinese word this translation has, for who learns English', () => {
    const [first] = ranked('They visited the museum.', 'visited', 'en', { counterpart: '参观' })
    expect(first?.simplified).toBe('参观')
    const [traditional] = ranked('a market', 'market', 'en', { counterpart: '市場' })
    expect(traditional?.simplified).toBe('市场')
  })
})
