import { describe, expect, it } from 'vitest'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import { readClipboard, readInput } from '../../src/formats/readInput.ts'
import { encode } from './encode.ts'

/** The pairs of a file, and what it was recognised as. */
async function read(name: string, text: string, delimiter?: string) {
  const bytes = encode(text, 'utf-8')
  const given = { name, bytes, ...(delimiter === undefined ? {} : { delimiter }) }
  const { value, issues } = await readInput([given])
  const layout = value && recogniseLayout(value.source).value
  const zh = layout?.texts.zh.split('\n') ?? []
  const en = layout?.texts.en.split('\n') ?? []
  const pairs = layout?.ties.map((tie) => [
    zh.slice(tie.zh.from, tie.zh.to).join(' / '),
    en.slice(tie.en.from, tie.en.to).join(' / '),
  ])
  return { kind: layout?.kind, pairs, issues, layout, source: value?.source }
}

const WORDS = [
  ['面包', 'bread; loaf'],
  ['小镇', 'a small town'],
  ['早晨', 'morning, dawn'],
]

describe('a table of words', () => {
  it.each([
    ['a comma', '面包,bread; loaf\n小镇,a small town\n早晨,"morning, dawn"'],
    ['a comma that is not quoted', '面包,bread; loaf\n小镇,a small town\n早晨,morning, dawn'],
    [
      'CRLF and a byte order mark',
      '\ufeff面包,bread; loaf\r\n小镇,a small town\r\n早晨,"morning, dawn"\r\n',
    ],
    ['semicolons', '面包;"bread; loaf"\n小镇;a small town\n早晨;morning, dawn'],
    ['the line of Excel', 'sep=;\n面包;"bread; loaf"\n小镇;a small town\n早晨;morning, dawn'],
    [
      'the line of Excel, quoted',
      '"sep=|"\r\n面包|bread; loaf\r\n小镇|a small town\r\n早晨|morning, dawn',
    ],
    [
      'wide commas and readings',
      '面包，miànbāo，bread; loaf\n小镇，xiǎo zhèn，a small town\n早晨，zǎochén，morning, dawn',
    ],
    ['wide semicolons', '面包；bread; loaf\n小镇；a small town\n早晨；morning, dawn'],
    [
      'Markdown',
      '| 词 | English |\n|:---|---:|\n| 面包 | **bread**; loaf |\n| 小镇 | a small town |\n| 早晨 | morning, dawn |',
    ],
    [
      'tabs, a number in front, tags behind',
      '1\t面包\tbread; loaf\tfood\n2\t小镇\ta small town\tplace\n3\t早晨\tmorning, dawn\tplace',
    ],
    [
      'the other order, and empty columns',
      'bread; loaf\t\t面包\t\na small town\t\t小镇\t\n"morning, dawn"\t\t早晨\t',
    ],
  ])('is read by its languages: %s', async (_what, text) => {
    for (const name of ['a.csv', 'a.txt', ''])
      expect(await read(name, text)).toMatchObject({ kind: 'inline', pairs: WORDS, issues: [] })
    const pasted = await readClipboard({ text })
    expect(pasted.value).toEqual((await read('a', text)).source)
  })

  it('is read with the delimiter that is chosen', async () => {
    const text = '面包,x;bread\n小镇,y;town'
    expect((await read('a.csv', text, ';')).source).toMatchObject({ delimiter: ';' })
    expect((await read('a.csv', text, ';')).layout?.texts.en).toBe('bread\ntown')
  })

  it('keeps readings beside it', async () => {
    const { layout } = await read('a.csv', '面包,miànbāo,bread\n小镇,xiǎozhèn,town')
    expect(layout?.readings).toEqual(['miànbāo', 'xiǎozhèn'])
    expect(layout?.seen.columns).toEqual({ zh: 0, en: 2, reading: 1 })
  })

  it.each([
    [
      'Tatoeba, with numbers',
      '101\t桥很旧。\t201\tThe bridge is old.\n102\t河水很清。\t202\tThe river is clear.',
    ],
    [
      'lists with where a sentence comes from',
      'The bridge is old.\t桥很旧。\tCC-BY 2.0 (France) Attribution: tatoeba.org #101 (ann) & #201 (bo)\nThe river is clear.\t河水很清。\tCC-BY 2.0 (France) Attribution: tatoeba.org #102 (ann) & #202 (bo)',
    ],
  ])('of sentences keeps them sentences: %s', async (_what, text) => {
    expect(await read('a.tsv', text)).toMatchObject({
      kind: 'columns',
      pairs: [
        ['桥很旧。', 'The bridge is old.'],
        ['河水很清。', 'The river is clear.'],
      ],
    })
  })
})

describe("Anki's notes in plain text", () => {
  const NOTES = [
    ['桥很旧。 / 河水很清。', 'The bridge is old. / The river is clear.'],
    ['“来！”他说。', '"Come!" he said.'],
  ]
  it.each([
    [
      'tabs, markup, tags',
      '#separator:tab\n#html:true\n#tags column:3\n桥很旧。<br>河水很清。\t<div>The bridge is old.</div><div>The&nbsp;river is <b>clear</b>.</div>\ta b\n“来！”他说。[sound:x.mp3]\t&quot;Come!&quot; he said.<img src=x onerror=a()>\ta',
    ],
    [
      'its own columns first, names of columns, gaps',
      '\ufeff#separator:Semicolon\r\n#html:true\r\n#guid column:1\r\n#notetype column:2\r\n#deck column:3\r\n#tags column:6\r\n#columns:Guid;Type;Deck;Front;Back;Tags\r\nabc;Basic;D;{{c1::桥::what}}很旧。<br>{{c2::河水}}很清。;"The bridge is old.<br>The river is clear.";x\r\nabd;Basic;D;“来！”他说。;"""Come!"" he said.";\r\n',
    ],
    [
      'filled up by Excel',
      '#separator:Comma,,\n#html:true,,\n"桥很旧。\n河水很清。","The bridge is old.\nThe river is clear.",\n“来！”他说。,"""Come!"" he said.",\n',
    ],
  ])('are read without directions and markup: %s', async (_what, text) => {
    for (const name of ['a.txt', 'a.csv'])
      expect(await read(name, text)).toMatchObject({ pairs: NOTES, issues: [] })
  })

  it('without markup keep signs as they are', async () => {
    const text = '#separator:tab\n#html:false\n<b> 是什么？\tWhat is <b>?\n好。\tGood.'
    expect((await read('a.txt', text)).pairs?.[0]).toEqual(['<b> 是什么？', 'What is <b>?'])
  })
})

describe('cards of Pleco', () => {
  it.each([
    [
      'text',
      '// Lesson 1\n面包[麵包]\tmian4bao1\tnoun bread; loaf\n// Lesson 2/more\n小镇\txiao3zhen4\t1 noun a small town 2 verb to settle\n',
      'bread; loaf',
      'a small town; to settle',
    ],
    [
      'CRLF, its own breaks and marks',
      '面包[麵包]\tmiànbāo\tnoun\ueab1bread\ueab1\ueab5loaf\r\n小镇[小鎮]\txiǎozhèn\ta town\r\n',
      'noun; bread; loaf',
      'a town',
    ],
    [
      'XML',
      '<?xml version="1.0" encoding="UTF-8"?>\n<plecoflash formatversion="2"><cards><card><entry><headword charset="tc">麵包</headword><headword charset="sc">面包</headword><pron type="hypy" tones="numbers">mian4bao1</pron><defn>noun bread &amp; butter</defn></entry><catassign category="a"/></card><card><entry><headword charset="sc">小镇</headword><pron>xiao3zhen4</pron><defn>town</defn></entry></card></cards></plecoflash>',
      'bread & butter',
      'town',
    ],
  ])('are words with readings: %s', async (_what, text, one, two) => {
    expect(await read('a.txt', text)).toMatchObject({
      kind: 'inline',
      pairs: [
        ['面包', one],
        ['小镇', two],
      ],
    })
  })
})

describe('lines of CC-CEDICT', () => {
  it('are words, and what is none is said', async () => {
    const text =
      '# CC-CEDICT\n麵包 面包 [mian4 bao1] /bread/CL:片[pian4]/loaf/\n小鎮 小镇 [xiao3 zhen4] /small town/\n橋 桥\n'
    const { pairs, issues, layout } = await read('a.u8', text)
    expect(pairs).toEqual([
      ['面包', 'bread; loaf'],
      ['小镇', 'small town'],
    ])
    expect(layout?.readings).toEqual(['mian4 bao1', 'xiao3 zhen4'])
    expect(issues).toEqual([{ code: 'raggedRow', line: 4, found: '橋 桥' }])
  })
})
