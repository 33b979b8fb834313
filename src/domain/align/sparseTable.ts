/** A matrix of which only the values that are not 0 are kept, row by row: row r has those from `start[r]` to `start[r + 1]`. */
export interface SparseTable {
  readonly start: Int32Array
  /** Column of each value. */
  readonly column: Int32Array
  readonly value: Float64Array
}

/** Collects sparse rows one after the other. `add` may name a column more than once; the values are summed. */
export class RowBuilder {
  readonly #start: number[] = [0]
  readonly #column: number[] = []
  readonly #value: number[] = []
  readonly #sum: Float64Array
  readonly #touched: number[] = []

  constructor(columns: number) {
    this.#sum = new Float64Array(columns)
  }

  add(column: number, value: number): void {
    if (this.#sum[column] === 0) this.#touched.push(column)
    this.#sum[column]! += value
  }

  /** What the row under way holds at a column. */
  at(column: number): number {
    return this.#sum[column]!
  }

  /** Closes the row under way, multiplied by `factor(sum of the row)`; values of at most `least` are dropped. */
  endRow(factor: (sum: number) => number = () => 1, least = 0): void {
    let total = 0
    for (const column of this.#touched) total += this.#sum[column]!
    const by = factor(total)
    for (const column of this.#touched) {
      const value = this.#sum[column]! * by
      if (value > least) {
        this.#column.push(column)
        this.#value.push(value)
      }
      this.#sum[column] = 0
    }
    this.#touched.length = 0
    this.#start.push(this.#column.length)
  }

  build(): SparseTable {
    return {
      start: new Int32Array(this.#start),
      column: new Int32Array(this.#column),
      value: new Float64Array(this.#value),
    }
  }
}

/** Rows and columns swapped; within a row the columns ascend. */
export function transpose(table: SparseTable, columns: number): SparseTable {
  const rows = table.start.length - 1
  const start = new Int32Array(columns + 1)
  for (const column of table.column) start[column + 1]! += 1
  for (let c = 0; c < columns; c++) start[c + 1]! += start[c]!
  const next = start.slice(0, columns)
  const column = new Int32Array(table.column.length)
  const value = new Float64Array(table.value.length)
  for (let row = 0; row < rows; row++) {
    for (let at = table.start[row]!; at < table.start[row + 1]!; at++) {
      const to = next[table.column[at]!]!++
      column[to] = row
      value[to] = table.value[at]!
    }
  }
  return { start, column, value }
}
