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

/**
 * The rows without the columns in which nothing stands.
 *
 * @param heads rows that only name the columns
 */
export function withoutBlankColumns(
  rows: readonly (readonly string[])[],
  heads = 0,
): readonly (readonly string[])[] {
  const filled: boolean[] = []
  for (const row of rows.slice(heads))
    for (const [column, cell] of row.entries()) filled[column] ||= cell.trim() !== ''
  if (!filled.includes(false)) return rows
  return rows.map((row) => row.filter((_cell, column) => filled[column]))
}
