import { expect, it } from 'vitest'
import { hanziRuns } from '../../../src/domain/text/hanziRuns.ts'

it.each([
  ['', ''],
  ['to land', 'to land'],
  ['渡船', '[渡船]'],
  ['variant of 還', 'variant of [還]'],
  ['also 还、還 or 𠮷 (rare)', 'also [还、還] or [𠮷] (rare)'],
  ['《雾》散了', '《[雾》散了]'],
  ['A股 and B股', 'A[股] and B[股]'],
])('cuts “%s” into what is hanzi and what is not', (text, expected) => {
  const runs = hanziRuns(text)
  expect(runs.map((run) => (run.isHanzi ? `[${run.text}]` : run.text)).join('')).toBe(expected)
  expect(runs.map((run) => run.text).join('')).toBe(text)
})
