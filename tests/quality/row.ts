/** One line of the table that `npm run quality` prints: a figure beside its goal. */
export interface QualityRow {
  /** What was measured, on what: `alignment, MAC-Dev strict F1, leave one book out`. */
  readonly name: string
  /** null when it could not be measured here; `note` then says why. */
  readonly value: number | null
  /** What we aim for. */
  readonly goal: number
  /** The committed figure; anything worse fails the run. */
  readonly floor: number
  readonly better: 'higher' | 'lower'
  /** Printed after the numbers: `ms`, `segments/s`. */
  readonly unit?: string
  readonly note?: string
}
