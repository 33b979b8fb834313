import { describe, expect, it } from 'vitest'
import { notesOfDeck } from '../../../src/domain/notes/notesOfDeck.ts'
import { writeAnkiText } from '../../../src/formats/write/ankiText.ts'
import { writeCsv, writeTsv } from '../../../src/formats/write/delimited.ts'
import { neutralCell, plainCell } from '../../../src/formats/write/formulaCells.ts'
import { writePleco } from '../../../src/formats/write/pleco.ts'
import { writerNamed } from '../../../src/formats/write/table.ts'
import { writeTmx } from '../../../src/formats/write/tmx.ts'
import { readInput } from '../../../src/formats/readInput.ts'
import { SAMPLE } from './sampleDeck.ts'

/** Each row: a cell, and what a spreadsheet is given. */
const CELLS: readonly [cell: string, written: string][] = [
  ['=1+1', "'=1+1"],
  ['=cmd|’ /C calc’!A1', "'=cmd|’ /C calc’!A1"],
  ['+49', "'+49"],
  ['-3', "'-3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ["''", "''"],
  ["'tis", "'tis"],
  ['——你好', '——你好'],
  ['a=b', 'a=b'],
  ['', ''],
]

describe('neutralCell', () => {
  it.each(CELLS)('makes of %j no formula', (cell, written) => {
    expect(neutralCell(cell)).toBe(written)
    expect(plainCell(written)).toBe(cell)
  })
})

describe('tables', () => {
  it('begin with a byte order mark for Excel, and without one for programs', () => {
    expect(writeCsv(SAMPLE).slice(0, 15)).toBe('\ufeffChinese,Englis')
    expect(writeTsv(SAMPLE).slice(0, 15)).toBe('Chinese\tEnglish')
  })

  it('have no formula in any cell', () => {
    expect(writeCsv(SAMPLE)).toContain("\r\n,'=1+1 he adds.,sentence,")
    expect(writeTsv(SAMPLE)).toContain("\r\n\t'=1+1 he adds.\tsentence\t")
  })
})

describe('writeTmx', () => {
  it('names the script and gives a side that is missing no variant', () => {
    const written = writeTmx(SAMPLE)
    expect(written).toContain('<tuv xml:lang="zh-CN"><seg>老王问：“面包&lt;b&gt;')
    expect(written).toContain(
      '<tu><prop type="x-duizhao-paragraph">1</prop><prop type="x-duizhao-confidence">0.5</prop>' +
        '<tuv xml:lang="en"><seg>=1+1 he adds.</seg></tuv></tu>',
    )
    const traditional = { ...SAMPLE, beads: [{ zh: '這個麵包', en: 'This bread' }] }
    expect(writeTmx(traditional)).toContain('xml:lang="zh-TW"')
  })

  it('says when it ends in the middle', async () => {
    const whole = writeTmx(SAMPLE)
    const bytes = new TextEncoder().encode(whole.slice(0, whole.lastIndexOf('<tu>')))
    const { issues } = await readInput([{ name: 'a.tmx', bytes }])
    expect(issues.map(({ code }) => code)).toEqual(['cutOff'])
  })

  it('leaves out what XML cannot say', () => {
    const odd = { ...SAMPLE, beads: [{ zh: '火\u0001\ud800\uffff', en: 'a\u000bb' }] }
    expect(writeTmx(odd)).toContain('<seg>火</seg>')
    expect(writeTmx(odd)).toContain('<seg>ab</seg>')
  })
})

describe('writePleco', () => {
  it('has a line for each word: headword, pinyin, definition with its sentence', () => {
    expect(writePleco(notesOfDeck(SAMPLE, 'zh', 0)).split('\n')).toEqual([
      '//Duizhao/面包店',
      '面包\tmiàn bāo\tbread; loaf\ueab1老王问：“面包<b>多少钱</b>？”\ueab1Old Wang asks, “How much is the bread?”',
      '老王\tlǎo wáng\tOld Wang\ueab1老王问：“面包<b>多少钱</b>？”\ueab1Old Wang asks, “How much is the bread?”',
      '//Duizhao/…',
      '女儿\tnǚ ér\tdaughter',
      '',
    ])
  })

  it('has nothing when there is no word', () => {
    expect(writePleco(notesOfDeck({ ...SAMPLE, terms: [] }, 'zh', 0))).toBe('')
  })
})

describe('writeAnkiText', () => {
  const written = writeAnkiText(notesOfDeck(SAMPLE, 'zh', 0))
  const lines = written.split('\n')

  it('says how it is to be read', () => {
    expect(lines.slice(0, 4)).toEqual([
      '#separator:tab',
      '#html:true',
      '#guid column:1',
      '#tags column:4',
    ])
  })

  it('has a row for each note: its name, two sides, tags', () => {
    const rows = lines.slice(5, -1).map((line) => line.split('\t'))
    expect(rows.map((row) => row.length)).toEqual([4, 4, 4, 4, 4, 4])
    expect(rows.map(([guid]) => guid)).toEqual(
      notesOfDeck(SAMPLE, 'zh', 9).map(({ note }) => note.id),
    )
    expect(rows[0]?.[1]).toBe('面包<br>老王问：“<b>面包</b>&lt;b&gt;多少钱&lt;/b&gt;？”')
    expect(rows[0]?.[3]).toBe('duizhao term duizhao::面包店')
  })

  it('leaves out a pair that has one side', () => {
    expect(written).not.toContain('he adds')
  })
})

describe('writerNamed', () => {
  const NAMES = [
    ['a.json', 'deck'],
    ['A.CSV', 'csv'],
    ['a.tsv', 'tsv'],
    ['a.b.tmx', 'tmx'],
    ['a.apkg', 'anki'],
    ['a.txt', 'ankiText'],
    ['a.Pleco.txt', 'pleco'],
    ['pleco.txt', 'ankiText'],
    ['a.colpkg', undefined],
    ['json', undefined],
    ['', undefined],
  ] as const
  it.each(NAMES)('knows the format of %j', (name, id) => {
    expect(writerNamed(name)?.id).toBe(id)
  })
})
