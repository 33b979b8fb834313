import { KINDS, type KindTable } from './table.ts'

/** The kinds that are asked: all but those the learner switched off, and reading where that would leave none. */
export function kindsAsked(off: readonly string[], kinds: KindTable = KINDS): KindTable {
  if (off.length === 0) return kinds
  const left = kinds.filter(({ kind }) => !off.includes(kind))
  return left.length > 0 ? left : kinds.slice(0, 1)
}
