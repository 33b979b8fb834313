import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import type { Term } from '../../../src/domain/model.ts'
import { extractTerms, type TermOptions } from '../../../src/domain/terms/extractTerms.ts'
import type { Bitext } from '../../../src/domain/bitext/bitext.ts'
import { finish } from '../../../src/domain/tasks.ts'
import { linkBitext } from '../../../src/domain/terms/linkBitext.ts'
import { pairsToBitext } from '../../quality/terms.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

const PORT: readonly (readonly [string, string])[] = [
  ['港口工人宣布罢工，要求提高工资。', 'Dock workers announced a strike, demanding higher wages.'],
  [
    '国家安全顾问伊万娜·佩特罗娃说，罢工威胁供应链。',
    'National security adviser Ivana Petrova said the strike threatened the supply chain.',
  ],
  [
    '佩特罗娃补充说，政府已经准备了应急计划。',
    'Petrova added that the government had prepared a contingency plan.',
  ],
  [
    '工会领袖拒绝了情报共享协议，称其荒谬。',
    'Union leaders rejected the intelligence sharing agreement, calling it absurd.',
  ],
  ['“一个巴掌拍不响，”佩特罗瓦回答。', '“It takes two to tango,” Petrova replied.'],
  [
    '码头上堆满了集装箱，罢工仍在继续。',
    'Containers piled up on the pier while the strike continued.',
  ],
]

function extract(
  input: Bitext,
  options: TermOptions = {},
): { terms: readonly Term[]; progress: readonly number[] } {
  const progress: number[] = []
  const work = extractTerms(finish(linkBitext(input, dictionary, null)), input, dictionary, options)
  for (;;) {
    const step = work.next()
    if (step.done) return { terms: step.value, progress }
    progress.push(step.value)
  }
}
const find = (terms: readonly Term[], zh: string) => terms.find((term) => term.zh === zh)

describe('key terms', () => {
  const bitext = pairsToBitext(PORT)
  const terms = () => extract(bitext).terms

  it.each([
    ['罢工', 'strike', 'word'],
    ['国家安全顾问', 'National security adviser', 'phrase'],
    ['情报共享协议', 'intelligence sharing agreement', 'phrase'],
    ['一个巴掌拍不响', 'It takes two to tango', 'idiom'],
    ['伊万娜·佩特罗娃', 'Ivana Petrova', 'name'],
    ['集装箱', 'Containers', 'word'],
    ['工资', 'wages', 'word'],
  ])('pairs %s with %s', (zh, en, kind) => {
    expect(find(terms(), zh)).toMatchObject({ en, kind })
  })

  it('has no fragment of a name, nor of a longer term unless it is a headword, which ranks lower', () => {
    const zh = terms().map((term) => term.zh)
    for (const fragment of ['伊万娜', '情报共享', '巴掌', '国家安全顾问伊万娜·佩特罗娃'])
      expect(zh).not.toContain(fragment)
    for (const word of ['情报', '共享', '顾问'])
      expect(zh.indexOf(word)).toBeGreaterThan(zh.indexOf('情报共享协议'))
  })

  it('unites the spellings and forms of a name, every place with its counterpart', () => {
    const name = find(terms(), '伊万娜·佩特罗娃')
    const shown = name?.occurrences.map(({ zh, en }) => [
      zh && bitext.texts.zh.slice(zh.start, zh.end),
      en && bitext.texts.en.slice(en.start, en.end),
    ])
    expect(shown).toEqual([
      ['伊万娜·佩特罗娃', 'Ivana Petrova'],
      ['佩特罗娃', 'Petrova'],
      ['佩特罗瓦', 'Petrova'],
    ])
  })

  it('ranks best first, and what is met often before what is met once', () => {
    const found = terms()
    expect(found.map((term) => term.score)).toEqual(
      found.map((term) => term.score).sort((a, b) => b - a),
    )
    const place = (zh: string) => found.findIndex((term) => term.zh === zh)
    expect(place('罢工')).toBeLessThan(place('集装箱'))
    expect(place('一个巴掌拍不响')).toBeLessThan(place('政府'))
    expect(find(found, '罢工')?.occurrences).toHaveLength(3)
  })

  it('reads and glosses its headwords', () => {
    expect(find(terms(), '罢工')).toMatchObject({
      reading: 'ba4 gong1',
      level: { hsk2021: expect.any(Number) },
    })
    expect(find(terms(), '罢工')?.gloss[0]).toContain('strike')
    expect(find(terms(), '伊万娜·佩特罗娃')?.reading).toBe('yi1 wan4 na4 pei4 te4 luo2 wa2')
  })

  it('puts words the learner knows last', () => {
    const known = extract(bitext, { knownLevel: { hsk: 7, cefr: null } }).terms
    const before = (list: readonly Term[]) =>
      list.findIndex((term) => term.zh === '罢工') <
      list.findIndex((term) => term.zh === '国家安全顾问')
    expect([before(terms()), before(known)]).toEqual([true, false])
  })

  it('reports its progress, rising to 1 at most', () => {
    const { progress } = extract(bitext)
    expect(progress.length).toBeGreaterThan(PORT.length)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBeLessThanOrEqual(1)
  })

  it('gives the same twice', () => {
    expect(terms()).toEqual(terms())
  })
})

describe('for the learner of English', () => {
  it('headwords are English, ranked by their level', () => {
    const { terms } = extract(pairsToBitext(PORT), { learning: 'en' })
    const english = terms.map((term) => term.en.toLowerCase())
    expect(english).toContain('strike')
    expect(english.indexOf('absurd')).toBeLessThan(english.indexOf('government'))
    expect(
      terms.find((term) => term.en === 'strike')?.occurrences.every(({ en }) => en !== null),
    ).toBe(true)
  })
})

describe('a text in one language', () => {
  it('gets the terms of the dictionary, with its best gloss', () => {
    const text = PORT.map(([zh]) => zh).join('\n')
    const segments = PORT.map(([zh], i) => {
      const start = PORT.slice(0, i).reduce((sum, [one]) => sum + one.length + 1, 0)
      return { start, end: start + zh.length, paragraph: i }
    })
    const beads = PORT.map((_, i) => ({
      zh: { from: i, to: i + 1 },
      en: { from: 0, to: 0 },
      confidence: 1,
    }))
    const { terms } = extract({
      texts: { zh: text, en: '' },
      segments: { zh: segments, en: [] },
      beads,
    })
    const strike = find(terms, '罢工')
    expect(strike?.occurrences).toHaveLength(3)
    expect(strike?.occurrences.every(({ en }) => en === null)).toBe(true)
    expect(strike?.en).toContain('strike')
  })

  it('gets none when there is nothing', () => {
    expect(
      extract({ texts: { zh: '', en: '' }, segments: { zh: [], en: [] }, beads: [] }).terms,
    ).toEqual([])
  })
})
