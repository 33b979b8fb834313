import { describe, expect, it } from 'vitest'
import { readCsv } from '../../src/formats/csv.ts'

describe('readCsv', () => {
  it.each([
    ['commas', '面包,bread\n小镇,town'],
    ['tabs', '面包\tbread\n小镇\ttown'],
    ['semicolons', '面包;bread\n小镇;town'],
    ['bars', '面包|bread\n小镇|town'],
    ['quotes', '"面包","bread"\r\n"小镇","town"\r\n'],
    ['blank rows', '\n面包,bread\n\n , \n小镇,town\n'],
    ['spaces', ' 面包 , bread \n小镇,town'],
  ])('reads %s', (_fact, text) => {
    const { value, issues } = readCsv(text)
    expect(value.rows).toEqual([
      ['面包', 'bread'],
      ['小镇', 'town'],
    ])
    expect(issues).toEqual([])
  })

  it('keeps delimiters, line breaks and quotes inside quotes', () => {
    expect(readCsv('"a, b","one ""two""\nthree"\nc,d').value.rows[0]).toEqual([
      'a, b',
      'one "two"\nthree',
    ])
  })

  it('does not take commas in sentences for delimiters', () => {
    const text = 'Yes, he came, and sat.\t是的，他来了。\nNo.\t不。'
    expect(readCsv(text).value.rows.map((row) => row.length)).toEqual([2, 2])
  })

  it('reads quotes that do not pair as text', () => {
    const text = '"Stop," he said.\t他说停。\n"Go.\t走。\nHe left.\t他走了。'
    expect(readCsv(text).value.rows).toEqual([
      ['"Stop," he said.', '他说停。'],
      ['"Go.', '走。'],
      ['He left.', '他走了。'],
    ])
  })

  it('fills up ragged rows and says which they are', () => {
    const { value, issues } = readCsv('a,b\nc\nd,e\nf,g,h')
    expect(value.rows).toEqual([
      ['a', 'b', ''],
      ['c', '', ''],
      ['d', 'e', ''],
      ['f', 'g', 'h'],
    ])
    expect(issues).toEqual([
      { code: 'raggedRow', line: 2, found: 'c' },
      { code: 'raggedRow', line: 4, found: 'f g h' },
    ])
  })

  it.each([
    ['one column', '面包\n小镇', [['面包'], ['小镇']]],
    ['nothing', '', []],
  ])('reads %s', (_fact, text, rows) => {
    expect(readCsv(text)).toEqual({ value: { rows, delimiter: ',' }, issues: [] })
  })
})
