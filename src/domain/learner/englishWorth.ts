import { CEFR, type Cefr, type Level, type Term } from '../model.ts'

/** What a word of a level is worth to somebody whose level is not known: most where school ends and reading begins. */
const WORTH: Readonly<Record<Cefr, number>> = {
  A1: 0.15,
  A2: 0.4,
  B1: 0.85,
  B2: 1,
  C1: 0.95,
  C2: 0.8,
}
const UNLISTED = 0.85
export const worthOf = ({ cefr }: Level): number => (cefr === undefined ? UNLISTED : WORTH[cefr])

/** What is left of a word's worth by how far its level is above that of a learner; 0: it is behind them. */
const BY_STEP = [0.05, 1, 1, 0.85, 0.7, 0.6]
/** A phrase of their own level is not known with its words yet. */
const OWN_LEVEL_PHRASE = 0.8
/** Words no level list has are rare: for whom they are the next ones. */
const RARE: Readonly<Record<Cefr, number>> = { A1: 0.15, A2: 0.35, B1: 0.9, B2: 1, C1: 1, C2: 1 }
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
function fitFor(
  { level: { cefr }, kind }: Pick<Term, 'level' | 'kind'>,
  known: Cefr | null,
): number {
  if (known === null) return cefr === undefined ? 0.15 : FROM_NOTHING[cefr] / WORTH[cefr]
  if (cefr === undefined) return RARE[known]
  const step = CEFR.indexOf(cefr) - CEFR.indexOf(known)
  const kept = step === 0 && kind === 'phrase' ? OWN_LEVEL_PHRASE : BY_STEP[Math.max(0, step)]
  return (kept ?? 0.6) / WORTH[cefr]
}

/** Indices of terms of English in the order of what they are worth to somebody of a level, each with that worth. */
export function orderFor(
  terms: readonly Term[],
  known: Cefr | null,
): readonly (readonly [index: number, worth: number])[] {
  return terms
    .map((term, at): [number, number] => [at, term.score * fitFor(term, known)])
    .toSorted(([, a], [, b]) => b - a)
}
