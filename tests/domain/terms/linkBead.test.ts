import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { rangesOfBeads } from '../../../src/domain/bitext/bitext.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import { beadWordsOf } from '../../../src/domain/terms/beadWords.ts'
import { evidenceOf } from '../../../src/domain/terms/words/evidence.ts'
import { pairTerms } from '../../../src/domain/terms/linkBead.ts'
import { scoredPairs } from '../../../src/domain/terms/links/scoredPairs.ts'
import { pairsToBitext } from '../../quality/terms.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

/** The links of a bead as `zh@offset=en@offset`. */
function links(zh: string, en: string): readonly string[] {
  const bitext = pairsToBitext([[zh, en]])
  const [place] = rangesOfBeads(bitext)
  const words = beadWordsOf(bitext.texts, place!, dictionary)
  const evidence = evidenceOf(dictionary)
  const pairs = scoredPairs(words, evidence, () => 0)
  return pairTerms(words, pairs, evidence, () => 0, dictionary).map((link) => {
    const [a, b] = [words.zh[link.zh]!, words.en[link.en]!]
    return `${a.text}@${a.start}=${b.text}@${b.start}`
  })
}

describe('links between words', () => {
  it('follow their neighbours when a word stands twice', () => {
    expect(links('港口关闭后，工厂也关闭。', 'The factory closed after the port closed.')).toEqual(
      expect.arrayContaining([
        '港口@0=port@29',
        '关闭@2=closed@34',
        '工厂@6=factory@4',
        '关闭@9=closed@12',
      ]),
    )
  })

  it('give a word the second half of its gloss in other words', () => {
    expect(links('他取消了新闻发布会。', 'He cancelled the press briefing.')).toEqual(
      expect.arrayContaining(['新闻发布会@4=press@17', '新闻发布会@4=briefing@23']),
    )
  })

  it('give way when the taker has another choice', () => {
    const found = links('空袭和袭击都停止了。', 'Air strikes and attacks have stopped.')
    expect(found).toEqual(expect.arrayContaining(['空袭@0=strikes@4', '袭击@3=attacks@16']))
  })

  it('fill a gap that both sides leave', () => {
    expect(links('老渔民憎恶噪音。', 'The old fisherman abhorred noise.').join()).toContain(
      '憎恶@3=abhorred@18',
    )
  })

  it('are none where a side is empty', () => {
    expect(links('', 'Nothing here.')).toEqual([])
  })
})
