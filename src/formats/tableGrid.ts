/** A cell of a table, that may take several columns and rows. */
interface Spanning {
  readonly width: number
  readonly height: number
}

/** Wider cells are a fault of whoever wrote it, or meant to fill our memory. */
const WIDEST_SPAN = 64
export const LONGEST_SPAN = 65_534
/** Farther to the right nothing is kept free for cells from above. */
const MOST_COLUMNS = 256

/** How many columns or rows a cell says that it takes. */
export function spanOf(attribute: string | undefined, most = WIDEST_SPAN): number {
  const given = Number.parseInt(attribute ?? '1', 10)
  return Number.isFinite(given) ? Math.min(most, Math.max(1, given)) : 1
}

/**
 * The rows of a table with every cell in its column: where a cell reaches over several columns or down from a row above, the
 * others are empty (null), so that its text stands there once. Rows without text stay out.
 */
export function placed<C extends Spanning>(
  rows: readonly (readonly C[])[],
  isFilled: (cell: C) => boolean = () => true,
): readonly (readonly (C | null)[])[] {
  /** Of each column, how many rows more a cell from above takes. */
  const taken: number[] = []
  const grid: (C | null)[][] = []
  for (const row of rows) {
    const line: (C | null)[] = []
    const skip = () => {
      while ((taken[line.length] ?? 0) > 0) line.push(null)
    }
    const began: { at: number; cell: C }[] = []
    for (const cell of row) {
      skip()
      began.push({ at: line.length, cell })
      line.push(cell)
      const width = Math.min(cell.width, Math.max(1, MOST_COLUMNS - line.length))
      for (let more = 1; more < width; more++) line.push(null)
    }
    skip()
    for (let at = 0; at < taken.length; at++) taken[at] = Math.max(0, (taken[at] ?? 0) - 1)
    for (const { at, cell } of began) {
      if (cell.height === 1 || at >= MOST_COLUMNS) continue
      const end = Math.min(MOST_COLUMNS, at + cell.width)
      for (let column = at; column < end; column++) taken[column] = cell.height - 1
    }
    if (row.some(isFilled)) grid.push(line)
  }
  return grid
}
