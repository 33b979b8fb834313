import { finish } from '../../../src/domain/tasks.ts'
import fc from 'fast-check'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { buildArticle, type ArticleOptions } from '../../../src/domain/article/build.ts'
import type { Draft, Progress } from '../../../src/domain/article/draft.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import { type Bead, otherSide, type Side } from '../../../src/domain/model.ts'
import { recogniseLayout } from '../../../src/domain/text/layout.ts'
import type { Source } from '../../../src/domain/text/layoutTypes.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('core')
}, 120_000)

function build(source: string | Source, options: ArticleOptions = {}) {
  const given = typeof source === 'string' ? { kind: 'text' as const, text: source } : source
  const layout = recogniseLayout(given).value
  if (!layout) throw new Error('nothing was recognised')
  const task = buildArticle(layout, dictionary, options)
  const progress: Progress[] = []
  for (;;) {
    const step = task.next()
    if (step.done) return { draft: step.value, progress }
    progress.push(step.value)
  }
}

const textOf = ({ texts, segments }: Draft, bead: Bead, side: Side) =>
  segments[side]
    .slice(bead[side].from, bead[side].to)
    .map(({ start, end }) => texts[side].slice(start, end))
const pairs = (draft: Draft) =>
  draft.beads.map((bead) => [textOf(draft, bead, 'zh'), textOf(draft, bead, 'en')])

const ARTICLE = `小镇的早晨
天刚亮，面包店就开门了。老王每天都来买两个面包。
他说：“今天的面包特别香。”面包师笑了。
Morning in a small town
The bakery opens as soon as it is light. Old Wang comes every day to buy two loaves of bread.
"The bread smells wonderful today," he says. The baker laughs.`

describe('buildArticle', () => {
  it('splits, aligns, finds terms and a title', () => {
    const { draft } = build(ARTICLE)
    expect(pairs(draft)).toEqual([
      [['小镇的早晨'], ['Morning in a small town']],
      [['天刚亮，面包店就开门了。'], ['The bakery opens as soon as it is light.']],
      [['老王每天都来买两个面包。'], ['Old Wang comes every day to buy two loaves of bread.']],
      [['他说：“今天的面包特别香。”'], ['"The bread smells wonderful today," he says.']],
      [['面包师笑了。'], ['The baker laughs.']],
    ])
    expect(draft.title).toEqual({ zh: '小镇的早晨', en: 'Morning in a small town' })
    expect(draft.terms.map(({ zh }) => zh)).toContain('面包')
    expect(draft.segments.zh.map(({ paragraph }) => paragraph)).toEqual([0, 1, 1, 2, 2])
  })

  it('tells its progress, step by step, never backwards within a step', () => {
    const { progress } = build(ARTICLE)
    expect([...new Set(progress.map(({ step }) => step))]).toEqual(['split', 'align', 'terms'])
    for (const [at, { step, done }] of progress.entries()) {
      const before = progress[at - 1]
      if (before?.step === step) expect(done).toBeGreaterThanOrEqual(before.done)
      expect(done).toBeLessThanOrEqual(1)
    }
  })

  it('leaves the terms out when told to', () => {
    expect(build(ARTICLE, { terms: false }).draft.terms).toEqual([])
  })

  it('keeps the rows of a table together and sure', () => {
    const rows = [
      ['面包', 'It was late.'],
      ['他来了。她走了。', 'He came. She left.'],
      ['', 'Nothing.'],
    ]
    const { draft } = build({ kind: 'rows', rows })
    expect(pairs(draft)[0]).toEqual([['面包'], ['It was late.']])
    expect(draft.beads[0]?.confidence).toBe(1)
    expect(draft.beads.at(-1)?.zh).toEqual({ from: 3, to: 3 })
  })

  it('makes the pairs of a word list both beads and terms', () => {
    const { draft } = build('停火 (ceasefire)\n面包 = bread. White bread.\n小镇 — small town')
    expect(pairs(draft)).toEqual([
      [['停火'], ['ceasefire']],
      [['面包'], ['bread. White bread.']],
      [['小镇'], ['small town']],
    ])
    expect(draft.terms.map(({ zh, en, reading }) => [zh, en, reading])).toEqual([
      ['停火', 'ceasefire', 'ting2 huo3'],
      ['面包', 'bread. White bread.', 'mian4 bao1'],
      ['小镇', 'small town', 'xiao3 zhen4'],
    ])
    expect(draft.terms[0]?.occurrences).toEqual([
      { zh: { start: 0, end: 2 }, en: { start: 0, end: 9 } },
    ])
  })

  it.each([
    ['zh', '天刚亮，面包店就开门了。老王来买面包。'],
    ['en', 'The bakery opens early. Old Wang buys bread.'],
  ] as const)('takes one language only: %s', (side, text) => {
    const { draft } = build(text)
    expect(draft.beads).toHaveLength(2)
    expect(draft.texts[side]).toBe(text)
    expect(draft.segments[otherSide(side)]).toEqual([])
  })

  it('splits a book without line breaks as it would split its sentences', () => {
    const sentences = Array.from({ length: 4000 }, (_, at) => `“第${at}天，天亮了。”他来了！`)
    const { draft } = build(sentences.join(''), { terms: false })
    expect(draft.segments.zh).toHaveLength(8000)
    const [, second] = draft.segments.zh
    expect(draft.texts.zh.slice(second!.start, second!.end)).toBe('他来了！')
  })

  it('cuts a book without a stop into pieces as long as the longest sentence', () => {
    const { segments } = build('天'.repeat(50_000)).draft
    expect(segments.zh).toEqual(
      Array.from({ length: 25 }, (_, at) => ({
        ...{ start: at * 2_000, end: (at + 1) * 2_000, paragraph: 0 },
      })),
    )
    const english = build(`${'and '.repeat(3_000)}so on`).draft
    const words = english.segments.en.map(({ start, end }) => english.texts.en.slice(start, end))
    expect(words.every((text) => text.length <= 2_000 && /^(?:and .*and|so on)$/.test(text))).toBe(
      true,
    )
    expect(words.join(' ')).toBe(english.texts.en)
  })

  it('shortens a first sentence that serves as title', () => {
    const { draft } = build('天'.repeat(50) + '。他走了。')
    expect(draft.title.zh).toBe('天'.repeat(30) + '…')
  })

  it('gives the same article the same hash however it is laid out', () => {
    const lines = ARTICLE.split('\n')
    const turns = [0, 1, 2].map((at) => `${lines[at]}\n${lines[at + 3]}`).join('\n\n')
    expect(build(turns).draft.contentHash).toBe(build(ARTICLE).draft.contentHash)
  })
}, 120_000)

describe('whatever is put in', () => {
  it('becomes beads that cover every segment once, in order', () => {
    const line = fc.constantFrom(
      '天亮了。',
      '面包店开门了。他来了！',
      'It is light.',
      'He came. She left!',
      '停火 (ceasefire)',
      '茶\ttea',
      '',
      '***',
      '1.',
      '😀',
      'U.S.',
      '“',
      '\ud800',
      '2024',
      '——',
      '他说：“走。',
    )
    const kind = fc.constantFrom(undefined, 'blocks', 'alternating', 'inline', 'single', 'columns')
    fc.assert(
      fc.property(fc.array(line, { maxLength: 14 }), kind, (lines, chosen) => {
        const source = { kind: 'text', text: lines.join('\n') } as const
        const layout = recogniseLayout(source, chosen ? { kind: chosen } : {}).value
        if (!layout) return
        const { segments, beads } = finish(buildArticle(layout, dictionary))
        const at = { zh: 0, en: 0 }
        for (const bead of beads) {
          for (const side of ['zh', 'en'] as const) {
            expect(bead[side].from).toBe(at[side])
            at[side] = bead[side].to
          }
          expect(bead.zh.to - bead.zh.from + bead.en.to - bead.en.from).toBeGreaterThan(0)
        }
        expect(at).toEqual({ zh: segments.zh.length, en: segments.en.length })
      }),
      { seed: 21, numRuns: 300 },
    )
  }, 60_000)
}, 120_000)

const SHARED = resolve(process.cwd(), '../shared/texts')

describe.runIf(existsSync(SHARED))(
  'articles from the world',
  () => {
    it('pairs the ceasefire article one to one and leaves the headline alone', () => {
      const { draft } = build(readFileSync(resolve(SHARED, 'ceasefire.txt'), 'utf8'))
      expect(draft.beads[0]).toMatchObject({ zh: { from: 0, to: 0 }, en: { from: 0, to: 1 } })
      const rest = draft.beads.slice(1)
      expect(rest).toHaveLength(63)
      expect(rest.every(({ zh, en }) => zh.to - zh.from === 1 && en.to - en.from === 1)).toBe(true)
      const terms = draft.terms.map(({ zh, en }) => `${zh} ${en}`)
      expect(terms).toEqual(
        expect.arrayContaining(['停火 ceasefire', '情报共享 intelligence sharing']),
      )
    }, 60_000)

    it('pairs news pasted as lines in turn as the lines are', () => {
      for (const file of readdirSync(resolve(SHARED, 'news'))) {
        const news: unknown = JSON.parse(readFileSync(resolve(SHARED, 'news', file), 'utf8'))
        const rows = news as [string, string][]
        const { draft } = build(rows.map((row) => row.join('\n')).join('\n'), { terms: false })
        const crossing = draft.beads.filter(({ zh, en }) => {
          const paragraphs = new Set([
            ...draft.segments.zh.slice(zh.from, zh.to).map(({ paragraph }) => paragraph),
            ...draft.segments.en.slice(en.from, en.to).map(({ paragraph }) => paragraph),
          ])
          return paragraphs.size > 1
        })
        expect(crossing).toEqual([])
      }
    }, 60_000)
  },
  120_000,
)
