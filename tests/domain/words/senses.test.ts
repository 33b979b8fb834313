import { describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { frequencyBand, sensesOf } from '../../../src/domain/words/senses.ts'

const full = await loadDictionary('full')
const senses = (word: string) => sensesOf(full.entries(word), full)

describe('what a popup shows of a word', () => {
  it.each([
    ['咬定牙关', '咬紧牙关', 'yao3 jin3 ya2 guan1'],
    ['做证', '作证', 'zuo4 zheng4'],
    ['鄂博', '敖包', 'ao2 bao1'],
  ])('%s only leads to %s: its glosses are shown', (word, simplified, reading) => {
    const [sense] = senses(word)
    expect(sense?.leadsTo).toEqual({ simplified, reading })
    expect(sense?.glosses).toEqual(
      senses(simplified).find((one) => one.reading === reading)?.glosses,
    )
  })

  it('is shown once when a variant leads to an entry that stands there too', () => {
    expect(senses('鸡').map(({ reading, leadsTo }) => [reading, leadsTo])).toEqual([['ji1', null]])
  })

  it('has coarse senses last, in the entry and among the entries', () => {
    expect(senses('鸡')[0]?.glosses.at(-1)).toMatch(/prostitute/)
    expect(senses('日')[0]?.glosses[0]).toMatch(/sun/)
    expect(senses('日')[0]?.glosses.at(-1)).toMatch(/vulgar/)
    expect(senses('操').map(({ reading }) => reading)).toEqual(['cao1', 'cao4'])
  })

  it('has surnames behind words', () => {
    expect(senses('干').at(-1)?.glosses).toEqual(['surname Gan'])
  })

  it('leaves out measure words and writes references for a reader', () => {
    const glosses = ['鸡', '小姐', '日']
      .flatMap((word) => senses(word))
      .flatMap((one) => one.glosses)
    expect(glosses.join()).not.toMatch(/CL:|\[[a-z]+\d/)
    expect(glosses.join()).toContain('日本 Rì běn')
    expect(senses('和')[0]?.glosses.join()).toContain('Taiwan pr. hàn')
  })

  it('keeps an entry that leads to nothing the dictionary has', () => {
    const lonely = {
      simplified: '甲',
      traditional: '甲',
      reading: 'jia3',
      glosses: ['see 乙乙乙[yi3 yi3 yi3]'],
    }
    expect(sensesOf([lonely], full)).toHaveLength(1)
  })
})

describe('how often a word is met', () => {
  it.each([
    ['的', 0],
    ['谈判', 1],
    ['停火', 2],
    ['饕餮', 3],
  ])('%s: band %i', (word, band) => {
    expect(frequencyBand(full.logFrequency(word) ?? -9)).toBe(band)
  })
})
