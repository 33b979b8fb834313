import { describe, expect, it } from 'vitest'
import type { QualityRow } from './row.ts'
import { renderTable, verdict } from './table.ts'

const row: QualityRow = { name: 'F1', value: 0.93, goal: 0.925, floor: 0.92, better: 'higher' }

describe('verdict', () => {
  it.each([
    [row, 'goal met'],
    [{ ...row, value: 0.925 }, 'goal met'],
    [{ ...row, value: 0.922 }, 'below goal'],
    [{ ...row, value: 0.919 }, 'below floor'],
    [{ ...row, value: Number.NaN }, 'below floor'],
    [{ ...row, value: null }, 'skipped'],
    [{ ...row, better: 'lower', goal: 300, floor: 400, value: 299 }, 'goal met'],
    [{ ...row, better: 'lower', goal: 300, floor: 400, value: 350 }, 'below goal'],
    [{ ...row, better: 'lower', goal: 300, floor: 400, value: 401 }, 'below floor'],
  ] as const)('of %o is %s', (one, expected) => {
    expect(verdict(one)).toBe(expected)
  })
})

describe('renderTable', () => {
  it.each([
    [0.92541, '0.9254'],
    [3.14e-7, '3.1e-7'],
    [18.2499, '18.25'],
    [1.2771, '1.277'],
    [120_000.4, '120,000'],
    [0, '0'],
  ])('writes %d as %s', (value, text) => {
    expect(renderTable([{ ...row, name: '', value }])).toContain(` ${text} `)
  })

  it('keeps the columns in line, hanzi counted double', () => {
    const lines = renderTable([
      row,
      { ...row, name: '读音', value: 1540, goal: 1500, floor: 1200, unit: 'characters/s' },
      { ...row, name: 'absent', value: null, note: '../shared is not here' },
    ]).split('\n')
    expect(lines).toEqual([
      'figure               value      goal   floor',
      'F1                  0.9300  ≥ 0.9250  0.9200  goal met',
      '读音    1,540 characters/s   ≥ 1,500   1,200  goal met',
      'absent                   –  ≥ 0.9250  0.9200  skipped   ../shared is not here',
    ])
  })
})
