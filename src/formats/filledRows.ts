/** Rows are filled up to so many cells: one long row among many short ones would make of a small file a large one. */
const MOST_FILLED = 24

/** The rows, each filled up to the longest with empty cells, as far as that is sensible; nothing is left out. */
export function filledRows(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const widest = rows.reduce((width, row) => Math.max(width, row.length), 0)
  const width = Math.min(widest, MOST_FILLED)
  return rows.map((row) =>
    row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => '')],
  )
}
