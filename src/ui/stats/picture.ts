/** What a chart shows, said once: it is drawn from this, and its table is made of it. */
export interface Picture {
  readonly kind: 'bars' | 'lines'
  /** What the labels are: over the table's first column and under the horizontal axis. */
  readonly across: string
  readonly labels: readonly string[]
  /** What the values are: beside the vertical axis. */
  readonly up: string
  readonly series: readonly Series[]
  /** One on top of the other. */
  readonly stacked?: boolean
  /** Least and greatest value of the vertical axis, where it should not follow the values. */
  readonly least?: number
  readonly most?: number
  /** A value as a person reads it. */
  readonly say: (value: number) => string
}

export interface Series {
  readonly label: string
  /** One for each label; null leaves a gap. */
  readonly values: readonly (number | null)[]
  /** Number of the colour, 1 … 8 (`charts.css`). */
  readonly tone: number
  readonly look?: 'dashed' | 'dots'
  /** In the table only. */
  readonly unseen?: true
  /** Where this series is not of the picture's kind of value. */
  readonly say?: (value: number) => string
}

/** The rows of the table behind a picture. */
export function rowsOf({ labels, series, say }: Picture): readonly (readonly string[])[] {
  return labels.map((label, at) => [
    label,
    ...series.map((one) => {
      const value = one.values[at] ?? null
      return value === null ? '–' : (one.say ?? say)(value)
    }),
  ])
}
