/** Synonyms among English stems found by way of Chinese: stem → headwords it glosses → their other glosses. */
export interface Pivots {
  /** Visits the synonyms of a stem, best first, with their share (of all that the pivot leads to), 0 … 1. */
  visit(stem: string, found: (synonym: string, share: number) => void): void
}
