import type { QualityRow } from './row.ts'

export type Verdict = 'goal met' | 'below goal' | 'below floor' | 'skipped'

/** How a figure stands to its goal and its floor; a floor is only ever as good as the goal or worse. */
export function verdict({ value, goal, floor, better }: QualityRow): Verdict {
  if (value === null) return 'skipped'
  const reaches = (bound: number): boolean =>
    better === 'higher' ? value >= bound : value <= bound
  if (!reaches(floor)) return 'below floor'
  return reaches(goal) ? 'goal met' : 'below goal'
}

/** The rows as aligned text: name, value, goal, floor, verdict, note. */
export function renderTable(rows: readonly QualityRow[]): string {
  const cells = [
    ['figure', 'value', 'goal', 'floor', '', ''],
    ...rows.map((row) => [
      row.name,
      row.value === null ? '–' : withUnit(row.value, row.unit),
      `${row.better === 'higher' ? '≥' : '≤'} ${format(row.goal)}`,
      format(row.floor),
      verdict(row),
      row.note ?? '',
    ]),
  ]
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...cells.map((line) => width(line[column] ?? ''))),
  )
  return cells
    .map((line) =>
      line
        .map((cell, column) => {
          const padding = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)))
          // Numbers end in one line, words begin in one.
          return column >= 1 && column <= 3 ? padding + cell : cell + padding
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const withUnit = (value: number, unit?: string): string =>
  unit === undefined ? format(value) : `${format(value)} ${unit}`

/** Four digits that matter: 0.9254, 18.25, 1,540, 120,000, and 3.1e-7 for what is nearly nothing. */
function format(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 1000) {
    return value.toLocaleString('en', { maximumFractionDigits: 0 })
  }
  if (Math.abs(value) < 5e-4) return value.toExponential(1)
  const digits =
    Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 10 ? 2 : Math.abs(value) > 1 ? 3 : 4
  return value.toFixed(digits)
}

/** Columns of a terminal: hanzi take two. */
const width = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (/\p{Script=Han}|[，。、（）]/u.test(letter) ? 2 : 1), 0)
