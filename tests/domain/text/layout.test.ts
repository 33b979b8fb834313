import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recogniseLayout } from '../../../src/domain/text/layout.ts'
import { isNumbered } from '../../../src/domain/text/paragraphs.ts'
import type { Layout, LayoutChoice, Source } from '../../../src/domain/text/layoutTypes.ts'

const ZH = [
  '小镇的早晨',
  '天刚亮，面包店就开门了。',
  '老王每天都来买两个面包。',
  '他说：“今天的面包特别香。”',
]
const EN = [
  'Morning in a small town',
  'The bakery opens as soon as it is light.',
  'Old Wang comes every day to buy two loaves.',
  '"The bread smells wonderful today," he says.',
]

function read(source: string | Source, choice?: LayoutChoice): Layout {
  const given = typeof source === 'string' ? { kind: 'text' as const, text: source } : source
  const { value } = recogniseLayout(given, choice)
  if (!value) throw new Error('nothing was recognised')
  return value
}
const issuesOf = (text: string) =>
  recogniseLayout({ kind: 'text', text }).issues.map(({ code }) => code)
const lines = (text: string) => (text === '' ? [] : text.split('\n'))
const turns = ZH.map((zh, at) => `${zh}\n${EN[at]}`)

describe('recogniseLayout: blocks', () => {
  it('reads one language, then the other', () => {
    const layout = read([...ZH, ...EN].join('\n'))
    expect(layout.seen).toMatchObject({ kind: 'blocks', first: 'zh', zh: 4, en: 4, headline: null })
    expect(layout.texts).toEqual({ zh: ZH.join('\n'), en: EN.join('\n') })
    expect(layout.ties).toEqual([])
  })

  it('reads English first', () => {
    expect(read([...EN, ...ZH].join('\n')).seen).toMatchObject({ kind: 'blocks', first: 'en' })
  })

  it.each([
    ['en', [...ZH.slice(1), ...EN]],
    ['zh', [...ZH, ...EN.slice(1)]],
  ])('notices the headline only the %s side has', (side, text) => {
    expect(read(text.join('\n')).seen.headline).toBe(side)
  })

  it('takes both headlines above both blocks to their sides', () => {
    const layout = read([ZH[0], EN[0], ...ZH.slice(1), ...EN.slice(1)].join('\n'))
    expect(layout.kind).toBe('blocks')
    expect(layout.texts).toEqual({ zh: ZH.join('\n'), en: EN.join('\n') })
  })

  it('keeps a Chinese line full of Latin names in its block', () => {
    const zh = [...ZH, '（图：Old Town Photo Agency）', ...ZH]
    expect(lines(read([...zh, ...EN, ...EN].join('\n')).texts.zh)).toHaveLength(9)
  })

  it('takes CRLF, blank lines, rulers, marks of direction and unseen characters', () => {
    const text = [...ZH, '* * *', ...EN].map((line) => `\u200f${line}\u200b`).join('\r\n\r\n')
    expect(read(`\ufeff${text}`).texts).toEqual({ zh: ZH.join('\n'), en: EN.join('\n') })
  })

  it('drops line numbers and timestamps', () => {
    const numbered = [...ZH, ...EN].map((line, at) => `${(at % 4) + 1}. ${line}`)
    expect(read(numbered.join('\n')).texts.zh).toBe(ZH.join('\n'))
    const stamped = [...ZH, ...EN].map((line, at) => `[00:${10 + at}] ${line}`)
    expect(read(stamped.join('\n')).texts.en).toBe(EN.join('\n'))
  })

  it('drops the numbering of subtitles', () => {
    const cue = (line: string, at: number) =>
      `${at + 1}\n00:00:0${at},000 --> 00:00:0${at},900\n${line}\n`
    const layout = read(turns.map(cue).join('\n'))
    expect(layout.kind).toBe('alternating')
    expect(layout.texts.zh).toBe(ZH.join('\n'))
  })

  it('keeps the figure that is a heading', () => {
    expect(
      lines(read([...ZH, '2024', ...ZH, ...EN, '2024', ...EN].join('\n')).texts.zh),
    ).toHaveLength(9)
  })
}, 120_000)

describe('recogniseLayout: hard-wrapped lines', () => {
  const wrapped = [
    'The bakery in the old street opens as soon as it is light, and the',
    'smell of bread fills the whole street until the first people come out',
    'of their houses to buy it.',
    '',
    'Old Wang comes every day. He always buys two loaves, one for himself',
    'and one for the neighbour who cannot walk so well any more.',
  ]

  it('joins English lines that were broken at a width', () => {
    const { texts } = read([...ZH.slice(1, 3), ...wrapped].join('\n'))
    expect(lines(texts.en)).toHaveLength(2)
    expect(lines(texts.en)[0]).toMatch(/light, and the smell of bread/)
  })

  it('joins Chinese lines without a space', () => {
    const zh = [
      '老街上的面包店天刚亮就开门，面包的香气',
      '飘满了整条街，一直飘到第一批客人走出家',
      '门来买面包的时候。',
    ]
    expect(read([...zh, '', ...EN.slice(1)].join('\n')).texts.zh).toBe(zh.join(''))
  })

  it('leaves the lines of a song alone', () => {
    const song = [
      'Come out, come out',
      'the bread is warm',
      'the street is long',
      'and we are strong',
    ]
    expect(lines(read([...ZH, ...song].join('\n')).texts.en)).toHaveLength(4)
  })
}, 120_000)

describe('recogniseLayout: alternating', () => {
  it('ties each paragraph to the one behind it', () => {
    const layout = read(turns.join('\n'))
    expect(layout.seen).toMatchObject({ kind: 'alternating', first: 'zh', zh: 4, en: 4 })
    expect(layout.ties).toHaveLength(4)
    expect(layout.ties[1]).toEqual({ zh: { from: 1, to: 2 }, en: { from: 1, to: 2 } })
  })

  it('ties runs of unequal length', () => {
    const [a, b, c, d] = ZH
    const [e, f, g, h] = EN
    const layout = read([a, b, e, c, f, g, d, h].join('\n\n'))
    expect(layout.ties).toEqual([
      { zh: { from: 0, to: 2 }, en: { from: 0, to: 1 } },
      { zh: { from: 2, to: 3 }, en: { from: 1, to: 3 } },
      { zh: { from: 3, to: 4 }, en: { from: 3, to: 4 } },
    ])
  })

  it('leaves a headline on one side alone', () => {
    const layout = read([EN[0], ...turns.slice(1)].join('\n'))
    expect(layout.seen).toMatchObject({ kind: 'alternating', first: 'zh' })
    expect(layout.ties[0]).toEqual({ zh: { from: 0, to: 0 }, en: { from: 0, to: 1 } })
  })

  it('cuts lines that hold a sentence of each language', () => {
    const layout = read('天亮了。It is light. 面包店开门了。The bakery opens.')
    expect(layout.texts).toEqual({
      zh: '天亮了。\n面包店开门了。',
      en: 'It is light.\nThe bakery opens.',
    })
    expect(layout.ties).toHaveLength(2)
  })
}, 120_000)

describe('recogniseLayout: columns', () => {
  it('reads lines with a tab', () => {
    const layout = read(ZH.map((zh, at) => `${zh}\t${EN[at]}`).join('\n'))
    expect(layout.seen).toMatchObject({
      kind: 'columns',
      columns: { zh: 0, en: 1 },
      header: false,
      zh: 4,
    })
    expect(layout.ties).toHaveLength(4)
  })

  it('reads a table with a header, numbers, readings and notes', () => {
    const rows = [
      ['#', 'English', 'Pinyin', '中文', 'Note'],
      ['1', 'ceasefire', 'tíng huǒ', '停火', ''],
      ['2', 'bread', 'miàn bāo', '面包', 'food'],
      ['3', 'a small town', 'xiǎo zhèn', '小镇', ''],
    ]
    const layout = read({ kind: 'rows', rows })
    expect(layout.seen).toMatchObject({
      first: 'en',
      columns: { zh: 3, en: 1 },
      header: true,
      zh: 3,
    })
    expect(layout.texts).toEqual({ zh: '停火\n面包\n小镇', en: 'ceasefire\nbread\na small town' })
  })

  it('does not take a column of readings for English', () => {
    const rows = [
      ['牛', 'niú', 'ox'],
      ['茶', 'chá', 'tea'],
      ['双', 'shuang1', 'two'],
    ]
    expect(read({ kind: 'rows', rows }).texts.en).toBe('ox\ntea\ntwo')
  })

  it('reads the table Markdown writes', () => {
    const text = '| 中文 | English |\n| --- | --- |\n| 面包 | bread |\n| 小镇 | town |'
    expect(read(text).texts).toEqual({ zh: '面包\n小镇', en: 'bread\ntown' })
  })

  it('keeps a row one side of which is empty', () => {
    const layout = read({
      kind: 'rows',
      rows: [
        ['面包', 'bread'],
        ['小镇', ''],
        ['早晨', 'morning'],
      ],
    })
    expect(layout.ties[1]).toEqual({ zh: { from: 1, to: 2 }, en: { from: 1, to: 1 } })
  })

  it('takes the cells of a page in two columns apart into paragraphs', () => {
    const layout = read({ kind: 'rows', rows: [[ZH.join('\n'), EN.join('\n')]] })
    expect(layout.ties).toEqual([{ zh: { from: 0, to: 4 }, en: { from: 0, to: 4 } }])
  })

  it('takes the columns and the header that are chosen', () => {
    const rows = [
      ['a', '面包', 'bread', 'pain'],
      ['b', '小镇', 'town', 'ville'],
    ]
    const layout = read({ kind: 'rows', rows }, { columns: { zh: 1, en: 3 }, header: true })
    expect(layout.texts).toEqual({ zh: '小镇', en: 'ville' })
  })

  it('reads a table of one column as a text', () => {
    expect(read({ kind: 'rows', rows: [...ZH, ...EN].map((cell) => [cell]) }).kind).toBe('blocks')
  })
}, 120_000)

describe('recogniseLayout: pairs', () => {
  it.each([
    '停火 (ceasefire)',
    '停火（ceasefire）',
    '停火 [ceasefire]',
    '停火 — ceasefire',
    '停火——ceasefire',
    '停火 - ceasefire',
    '停火=ceasefire',
    '停火 = ceasefire',
    '停火: ceasefire',
    '停火，ceasefire',
    '停火 ceasefire',
    '停火 → ceasefire',
    '1. 停火 (ceasefire)',
    '• 停火 (ceasefire)',
    '停火 [ting2 huo3] ceasefire',
    '停火 (tíng huǒ) ceasefire',
    'ceasefire (停火)',
    'ceasefire = 停火',
  ])('reads %s', (line) => {
    const layout = read(line)
    expect(layout.kind).toBe('inline')
    expect(layout.texts).toEqual({ zh: '停火', en: 'ceasefire' })
  })

  it('reads several pairs on a line', () => {
    const layout = read('停火 (ceasefire), 面包 (bread, white or brown); 小镇 (town)')
    expect(layout.texts).toEqual({
      zh: '停火\n面包\n小镇',
      en: 'ceasefire\nbread, white or brown\ntown',
    })
    expect(layout.seen).toMatchObject({ kind: 'inline', zh: 3, en: 3, first: 'zh' })
  })

  it('keeps a heading between the pairs, unpaired', () => {
    const layout = read('食物\n面包 = bread\n米饭 = rice\n茶 = tea')
    expect(layout.ties[0]).toEqual({ zh: { from: 0, to: 1 }, en: { from: 0, to: 0 } })
  })

  it('does not take a name in a Chinese sentence for its translation', () => {
    expect(read('我每天都用 Telegram').kind).toBe('single')
    expect(read('这位先生叫史蒂夫·维特科夫(Steve W)').kind).toBe('single')
  })
}, 120_000)

describe('recogniseLayout: two texts and one', () => {
  it('tells the sides of two texts by their languages', () => {
    const layout = read({ kind: 'two', texts: [EN.join('\n'), ZH.join('\n')] })
    expect(layout.seen).toMatchObject({ kind: 'two', first: 'en', zh: 4, en: 4 })
    expect(layout.texts.zh).toBe(ZH.join('\n'))
  })

  it('takes the order that is chosen', () => {
    const layout = read({ kind: 'two', texts: ['a b', 'c d'] }, { first: 'zh' })
    expect(layout.texts).toEqual({ zh: 'a b', en: 'c d' })
  })

  it('says which side two texts of one language lack', () => {
    const { issues } = recogniseLayout({ kind: 'two', texts: [ZH.join('\n'), ZH.join('\n')] })
    expect(issues).toEqual([{ code: 'noEnglish' }])
  })

  it.each([
    ['zh', ZH],
    ['en', EN],
  ])('reads one language only: %s', (side, text) => {
    const { value, issues } = recogniseLayout({ kind: 'text', text: text.join('\n') })
    expect(value?.seen).toMatchObject({ kind: 'single', first: side })
    expect(issues).toEqual([{ code: 'oneLanguageOnly' }])
  })
}, 120_000)

describe('recogniseLayout: choices', () => {
  it.each(['blocks', 'alternating', 'single'] as const)('reads as %s when told to', (kind) => {
    expect(read(turns.join('\n'), { kind }).kind).toBe(kind)
    expect(read([...ZH, ...EN].join('\n'), { kind }).kind).toBe(kind)
  })

  it('offers the other readings', () => {
    expect(read(turns.join('\n')).alternatives).toEqual(['blocks', 'single'])
  })

  it('pairs from the other language on when told to', () => {
    const layout = read(turns.join('\n'), { first: 'en' })
    expect(layout.ties[0]).toEqual({ zh: { from: 0, to: 1 }, en: { from: 0, to: 0 } })
    expect(layout.ties[1]).toEqual({ zh: { from: 1, to: 2 }, en: { from: 0, to: 1 } })
  })

  it('guesses again when what is chosen cannot be read', () => {
    expect(read(turns.join('\n'), { kind: 'columns' }).kind).toBe('alternating')
  })
}, 120_000)

describe('recogniseLayout: what is no text', () => {
  it.each([
    ['nothing', '', ['empty']],
    ['blanks and unseen characters', ' \n\u200b\r\n\ufeff', ['empty']],
    ['marks and figures only', '*** 12 ***\n--', ['notText']],
  ])('%s', (_fact, text, issues) => {
    expect(recogniseLayout({ kind: 'text', text }).value).toBeNull()
    expect(issuesOf(text)).toEqual(issues)
  })

  it('replaces halves of surrogate pairs and drops NUL', () => {
    expect(read('面\ud800包\0\nbread').texts).toEqual({ zh: '面\ufffd包', en: 'bread' })
  })

  it('keeps every letter of any text, and its ties monotone', () => {
    const piece = fc.constantFrom(
      ...'天，。“” \t\n\n（）=12—|:'.split(''),
      '面包',
      'bread',
      'The end.',
      '\ud800',
      '\u200f',
      '\r\n',
      'tíng ',
    )
    const text = fc.array(piece, { maxLength: 50 }).map((pieces) => pieces.join(''))
    const kind = fc.constantFrom(undefined, 'blocks', 'alternating', 'inline', 'single')
    fc.assert(
      fc.property(text, kind, (given, chosen) => {
        const { value } = recogniseLayout(
          { kind: 'text', text: given },
          chosen ? { kind: chosen } : {},
        )
        if (!value) return
        const counts = { zh: lines(value.texts.zh).length, en: lines(value.texts.en).length }
        let at = { zh: 0, en: 0 }
        for (const { zh, en } of value.ties) {
          expect(zh.from).toBe(at.zh)
          expect(en.from).toBe(at.en)
          at = { zh: zh.to, en: en.to }
        }
        if (value.ties.length > 0) expect(at).toEqual(counts)
      }),
      { seed: 11, numRuns: 1500 },
    )
  })

  it('reads two megabytes', () => {
    const text = turns.join('\n').repeat(8000)
    expect(text.length).toBeGreaterThan(1_000_000)
    expect(read(text).kind).toBe('alternating')
  }, 120_000)
}, 120_000)

const CEASEFIRE = resolve(process.cwd(), '../shared/texts/ceasefire.txt')

describe.runIf(existsSync(CEASEFIRE))(
  'the ceasefire article',
  () => {
    it('is seen as Chinese first, 35 paragraphs, then English, 36, with a headline', () => {
      const { value, issues } = recogniseLayout({
        kind: 'text',
        text: readFileSync(CEASEFIRE, 'utf8'),
      })
      expect(value?.seen).toEqual({
        kind: 'blocks',
        first: 'zh',
        zh: 35,
        en: 36,
        headline: 'en',
        columns: null,
        header: false,
      })
      expect(issues).toEqual([])
    })
  },
  120_000,
)

describe('recogniseLayout: numbers at the start of lines', () => {
  it.each([
    [
      'amounts',
      '1 杯面粉\n1 cup of flour\n2 个鸡蛋\n2 eggs\n3 勺糖\n3 spoons of sugar',
      '1 杯面粉\n2 个鸡蛋\n3 勺糖',
    ],
    [
      'a timetable',
      '7:30 起床。\n7:30 Get up.\n8:15 吃早饭。\n8:15 Have breakfast.',
      '7:30 起床。\n8:15 吃早饭。',
    ],
    [
      'verses',
      '1:1 河水很清。\n1:2 来了许多人。\n\n1:1 The river was clear.\n1:2 Many people came.',
      '1:1 河水很清。\n1:2 来了许多人。',
    ],
    [
      'verses of two figures',
      '3:16 河水很清。\n3:17 来了人。\n\n3:16 The river was clear.\n3:17 People came.',
      '3:16 河水很清。\n3:17 来了人。',
    ],
    [
      'years',
      '1998年，桥建成了。\nIn 1998 the bridge was built.\n1999年，路通了。\nIn 1999 the road opened.',
      '1998年，桥建成了。\n1999年，路通了。',
    ],
    [
      'years and a stop',
      '1998. 桥建成了。\n1999. 路通了。\n2000. 人多了。\n\n1998. The bridge.\n1999. The road.\n2000. The people.',
      '1998. 桥建成了。\n1999. 路通了。\n2000. 人多了。',
    ],
    [
      'decimals',
      '1.5 公斤面粉\n1.5 kilos of flour\n2.5 升水\n2.5 litres of water\n3.5 克盐\n3.5 grams of salt',
      '1.5 公斤面粉\n2.5 升水\n3.5 克盐',
    ],
    [
      'scores',
      '2:1 主队赢了。\n2:1 The home team won.\n0:3 客队赢了。\n0:3 The guests won.',
      '2:1 主队赢了。\n0:3 客队赢了。',
    ],
  ])('%s stay', (_fact, text, zh) => {
    const layout = read(text)
    expect(layout.texts.zh).toBe(zh)
    expect(layout.seen.numbers).toBeUndefined()
  })

  it.each([
    ['a running count', ZH.map((zh, at) => `${at + 1}. ${zh}\n${at + 1}. ${EN[at]}`).join('\n')],
    [
      'a count in brackets',
      [...ZH, ...EN].map((line, at) => `(${(at % 4) + 1}) ${line}`).join('\n'),
    ],
    [
      'time codes in brackets',
      [...ZH, ...EN].map((line, at) => `[00:1${at}.50] ${line}`).join('\n'),
    ],
    [
      'time codes from 0:00 on',
      [...ZH, ...EN].map((line, at) => `${at % 4}:05 ${line}`).join('\n'),
    ],
  ])('%s goes, which is said, and can be kept', (_fact, text) => {
    const layout = read(text)
    expect(layout.texts).toEqual({ zh: ZH.join('\n'), en: EN.join('\n') })
    expect(layout.seen.numbers).toBe(true)
    const kept = read(text, { numbers: true })
    expect(kept.texts.zh).not.toBe(layout.texts.zh)
    expect(kept.texts.zh.replace(/[^\n]*?(?=小镇|天刚|老王|他说)/g, '')).toBe(ZH.join('\n'))
    expect(kept.seen.numbers).toBeUndefined()
    expect(isNumbered(kept.texts.zh)).toBe(true)
  })
})

describe('recogniseLayout: headings in both languages on one line', () => {
  const around = (heading: string) => [heading, ...turns].join('\n')
  it.each([
    ['城市里的蜜蜂 Bees in the City', '城市里的蜜蜂', 'Bees in the City'],
    ['二、困难 2. Difficulties', '二、困难', '2. Difficulties'],
    ['Bees in the City 城市里的蜜蜂', '城市里的蜜蜂', 'Bees in the City'],
    ['第三章 | Chapter Three: The Bridge', '第三章', 'Chapter Three: The Bridge'],
    ['你在哪里？ Where Are You?', '你在哪里？', 'Where Are You?'],
    ['大家现在都在用 Telegram', null, null],
    ['苹果 iPhone 发布会', null, null],
  ])('%s', (heading, zh, en) => {
    const { texts } = read(around(heading))
    if (zh === null) expect(lines(texts.zh)).toContain(heading)
    else expect([lines(texts.zh)[0], lines(texts.en)[0]]).toEqual([zh, en])
  })
})

it.each([
  ['停火，tínghuǒ，ceasefire', '停火', 'ceasefire'],
  ['谈判；tánpàn；negotiation', '谈判', 'negotiation'],
])('a list with full-width marks: %s', (line, zh, en) => {
  const { texts } = read([line, line, line].join('\n'))
  expect([lines(texts.zh)[0], lines(texts.en)[0]]).toEqual([zh, en])
})

it('makes a word whole that was cut at the end of a line, and leaves a compound', () => {
  const english = [
    'They asked for three bowls of tea and sat by the win-',
    'dow until the rain had stopped in the valley and then',
    'they asked for three more bowls of tea, and one well-',
    'known guest kept watching the road, waiting for some-',
    'one, but nobody came.',
  ]
  const { texts } = read([...english, '', '他们要了三碗茶，坐在窗边，直到雨停了。'].join('\n'))
  expect(texts.en).toContain('the window until')
  expect(texts.en).toContain('one well-known guest')
  expect(texts.en).toContain('for someone, but')
})
