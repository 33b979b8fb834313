import { expect, it } from 'vitest'
import { rowsOf } from '../../../src/ui/stats/picture.ts'

it('the table behind a picture has every value of it, as a person reads it', () => {
  const rows = rowsOf({
    kind: 'bars',
    across: 'Day',
    labels: ['Mon', 'Tue'],
    up: 'Share',
    series: [
      { label: 'Share', values: [0.5, null], tone: 1 },
      { label: 'Count', values: [4, 0], tone: 1, unseen: true, say: (value) => `${value} times` },
    ],
    say: (value) => `${100 * value} %`,
  })
  expect(rows).toEqual([
    ['Mon', '50 %', '4 times'],
    ['Tue', '–', '0 times'],
  ])
})
