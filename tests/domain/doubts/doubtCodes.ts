import { type Doubt } from '../../../src/domain/doubts/doubt.ts'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { findDoubts } from '../../../src/domain/doubts/findDoubts.ts'
import type { Bitext } from '../../../src/domain/bitext/bitext.ts'
import { pairsToBitext } from '../../quality/terms.ts'

const dictionary = await loadDictionary('full')

/** The doubts about a bitext. */
export function doubtsOf(input: Bitext): readonly Doubt[] {
  const work = findDoubts(input, dictionary)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Code, bead and what was found, for sentence pairs. */
export const codes = (...pairs: readonly (readonly [zh: string, en: string])[]) =>
  doubtsOf(pairsToBitext(pairs)).map(({ code, bead, found }) => [code, bead, ...found])
