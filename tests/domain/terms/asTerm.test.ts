import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import type { Occurrence, Side, Term } from '../../../src/domain/model.ts'
import { asTerm } from '../../../src/domain/terms/asTerm.ts'
import { boardOf } from './board.ts'

const WHOLE = { clause: false, inside: false, variants: [] }

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

interface Given {
  readonly name?: boolean
  readonly learning?: Side
  readonly times?: number
  readonly counts?: Readonly<Record<string, number>>
}

function termOf(
  zh: string,
  en: string,
  { name = false, learning = 'zh', times = 1, counts = {} }: Given = {},
): Term {
  const words = boardOf(zh, en, dictionary)
  const range = { start: 0, end: zh.length }
  const pair = {
    ...{ zh: range, en: range, zhText: zh, enText: en, strength: 1, bead: 0, clause: false },
    ...{ zhWords: words.zh, enWords: words.en },
  }
  const candidate = { key: zh, zh, en, pairs: [pair], strength: 1, name, ...WHOLE }
  const occurrences = Array.from({ length: times }, (): Occurrence => ({ zh: range, en: null }))
  return asTerm(candidate, occurrences, dictionary, learning, new Map(Object.entries(counts)))
}

describe('the kind of a term', () => {
  it.each([
    ['罢工', 'strike', 'zh', 'word'],
    ['情报共享', 'intelligence sharing', 'zh', 'phrase'],
    ['一个巴掌拍不响', 'it takes two to tango', 'zh', 'idiom'],
    ['空袭', 'air strike', 'zh', 'word'],
    ['空袭', 'air strike', 'en', 'phrase'],
    ['情报共享', 'sharing', 'en', 'word'],
  ] as const)('of %s, %s, to a learner of %s: %s', (zh, en, learning, kind) => {
    expect(termOf(zh, en, { learning }).kind).toBe(kind)
  })

  it('is a name when the candidate is one', () => {
    expect(termOf('罢工', 'strike', { name: true }).kind).toBe('name')
  })
})

describe('a term', () => {
  it('has its reading, glosses and the levels of both languages', () => {
    expect(termOf('罢工', 'strike')).toMatchObject({
      reading: 'ba4 gong1',
      gloss: expect.arrayContaining([expect.stringContaining('strike')]),
      level: { hsk2021: expect.any(Number), cefr: 'A2' },
    })
  })

  it('the dictionary lacks is read word by word', () => {
    expect(termOf('情报共享', 'intelligence sharing')).toMatchObject({
      reading: 'qing2 bao4 gong4 xiang3',
      gloss: [],
    })
  })

  it('is worth more the more often it stands there', () => {
    expect(termOf('罢工', 'strike', { times: 4 }).score).toBeGreaterThan(
      termOf('罢工', 'strike').score,
    )
  })

  it('is worth less when all its words stand elsewhere, too', () => {
    const score = (counts: Readonly<Record<string, number>>) =>
      termOf('情报共享', 'intelligence sharing', { counts }).score
    expect(score({ 情报: 2, 共享: 2 })).toBeCloseTo(0.8 * score({ 情报: 2, 共享: 1 }))
  })
})
