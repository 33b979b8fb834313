/**
 * What a spreadsheet takes for a formula at the start of a cell, in full-width letters too, and with apostrophes before it:
 * those are ours or stand for themselves, and one more tells which.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/
const NEUTRAL = /^'+[=+\-@\t\r＝＋－＠]/

/** The cell as a spreadsheet shows it and never computes it: an apostrophe before what might be a formula. */
export const neutralCell = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The cell that {@link neutralCell} was given. */
export const plainCell = (cell: string): string => (NEUTRAL.test(cell) ? cell.slice(1) : cell)
