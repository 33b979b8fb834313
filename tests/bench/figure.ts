/** One line of the table that `npm run bench` prints. Nothing here passes or fails. */
export interface Figure {
  readonly name: string
  /** Already in `unit`. */
  readonly value: number
  readonly unit: 'kB' | 'MB' | 'ms' | 's' | 'sentences/s' | 'requests' | 'segments'
  /** What we aim for, if anything. */
  readonly aim?: number
  readonly note?: string
}

/** The figures as aligned text. */
export function renderFigures(figures: readonly Figure[]): string {
  const lines = figures.map(({ name, value, unit, aim, note = '' }) => ({
    name,
    value: `${round(value)} ${unit}`,
    aim: aim === undefined ? '' : `aim ${unit === 'sentences/s' ? '≥' : '≤'} ${round(aim)}`,
    note,
  }))
  const width = (pick: 'name' | 'value' | 'aim'): number =>
    Math.max(0, ...lines.map((line) => line[pick].length))
  return lines
    .map(({ name, value, aim, note }) =>
      [name.padEnd(width('name')), value.padStart(width('value')), aim.padEnd(width('aim')), note]
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const round = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })

/** The value below which the share `q` of the values lies (nearest rank). @throws RangeError for no values */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]
  if (value === undefined) throw new RangeError('no values')
  return value
}
