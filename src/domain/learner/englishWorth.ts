import { CEFR, type Cefr, type Level } from '../model.ts'

/** What a word of a level is worth to somebody whose level is not known: most where school ends and reading begins. */
const WORTH: Readonly<Record<Cefr, number>> = {
  A1: 0.15,
  A2: 0.4,
  B1: 0.85,
  B2: 1,
  C1: 0.95,
  C2: 0.8,
}
const UNLISTED = 0.7
export const worthOf = ({ cefr }: Level): number => (cefr === undefined ? UNLISTED : WORTH[cefr])

/** What is left of a word's worth by how far its level is above that of a learner: −1 is what they have behind them. */
const BY_STEP = [0.05, 1, 1, 0.75, 0.5, 0.35, 0.3]
/** A beginner starts at the beginning. */
const FROM_NOTHING: Readonly<Record<Cefr, number>> = {
  A1: 1,
  A2: 1,
  B1: 0.7,
  B2: 0.35,
  C1: 0.15,
  C2: 0.1,
}

/** What a word's worth is multiplied by for somebody who knows English up to a level; null: none. */
export function fitFor(level: Level, known: Cefr | null): number {
  const { cefr } = level
  if (known === null) return cefr === undefined ? 0.15 : FROM_NOTHING[cefr] / WORTH[cefr]
  if (cefr === undefined) return CEFR.indexOf(known) >= CEFR.indexOf('B2') ? 1 : 0.5
  const step = CEFR.indexOf(cefr) - CEFR.indexOf(known)
  const kept = BY_STEP[Math.max(0, step)] ?? 0.3
  return kept / WORTH[cefr]
}
