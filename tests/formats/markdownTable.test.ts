import { describe, expect, it } from 'vitest'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import { readInput } from '../../src/formats/readInput.ts'
import { encode } from './encode.ts'

async function read(text: string, name = 'a.md') {
  const { value, issues } = await readInput([{ name, bytes: encode(text, 'utf-8') }])
  const layout = value && recogniseLayout(value.source).value
  return { kind: value?.source.kind, texts: layout?.texts, issues }
}

const TABLE = '| 中文 | English |\n|---|---|\n| 停火 | ceasefire |\n| 面包 | bread |\n'

describe('a table in Markdown', () => {
  it.each([
    ['alone', TABLE],
    ['under a heading', `# Words\n\n${TABLE}`],
    ['under a heading in both languages', `# 词语 Words\n${TABLE}`],
    ['in a quotation', TABLE.replace(/^/gm, '> ')],
    ['without bars around it', '# W\n中文 | English\n--- | :-:\n停火 | ceasefire\n面包 | bread'],
    [
      'cut in two by a heading',
      '# A\n|中文|English|\n|-|-|\n|停火|ceasefire|\n## B\n|中文|English|\n|-|-|\n|面包|bread|',
    ],
    [
      'in two, the languages changing places',
      '|中文|English|\n|-|-|\n|停火|ceasefire|\n\n|English|中文|\n|-|-|\n|bread|面包|',
    ],
    [
      'with numbers and readings',
      '# W\n\n|No|中文|Pinyin|English|\n|--|--|--|--|\n|1|停火|tínghuǒ|ceasefire|\n|2|面包|miànbāo|bread|',
    ],
    [
      'with marks in its cells',
      `# W\n\n${TABLE.replace('ceasefire', '**ceasefire**').replace('面包', '[面包](b)')}`,
    ],
    ['with line ends of Windows', `# W\n\n${TABLE}`.replaceAll('\n', '\r\n')],
  ])('is pairs without its head: %s', async (_fact, text) => {
    for (const name of ['a.md', 'a.txt', '']) {
      const { texts, issues } = await read(text, name)
      expect(issues).toEqual([])
      expect(texts).toEqual({ zh: '停火\n面包', en: 'ceasefire\nbread' })
    }
  })

  it('has no head when its first row is a pair', async () => {
    const { texts } = await read('# W\n\n|停火|ceasefire|\n|---|---|\n|面包|bread|')
    expect(texts).toEqual({ zh: '停火\n面包', en: 'ceasefire\nbread' })
  })

  it('keeps bars that are text', async () => {
    const { texts } = await read('# W\n\n|中文|English|\n|-|-|\n|停火|cease \\| fire|')
    expect(texts).toEqual({ zh: '停火', en: 'cease | fire' })
  })

  it('says what stands beside it', async () => {
    const { texts, issues } = await read(`Lesson 3\n\n${TABLE}\nMade by hand.`)
    expect(texts).toEqual({ zh: '停火\n面包', en: 'ceasefire\nbread' })
    expect(issues).toEqual([
      { code: 'besideTable', line: 1, found: 'Lesson 3' },
      { code: 'besideTable', line: 8, found: 'Made by hand.' },
    ])
  })

  it.each([
    [
      'an article with a small table',
      `天亮了。\n\nIt is light.\n\n他走了。\n\nHe left.\n\n雨停了。\n\nThe rain stopped.\n\n|城市|City|\n|-|-|\n`,
    ],
    ['a table of figures', '# Prices\n\n|A|B|\n|-|-|\n|1|2|\n|3|4|'],
    ['bars without a rule', '天亮了。|了\nIt is light.|x|y'],
    ['a rule of another width', '中文 | English\n--- | --- | ---\n天亮了。'],
  ])('is not seen in %s', async (_fact, text) => {
    expect((await read(text)).kind).toBe('text')
  })
})
