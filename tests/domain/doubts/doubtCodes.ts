import { type Doubt } from '../../../src/domain/doubts/doubt.ts'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import { findDoubts } from '../../../src/domain/doubts/findDoubts.ts'
import type { Bitext } from '../../../src/domain/bitext/bitext.ts'
import { finish } from '../../../src/domain/tasks.ts'
import { linkBitext } from '../../../src/domain/terms/linkBitext.ts'
import { pairsToBitext } from '../../quality/terms.ts'

const dictionary = await loadDictionary('full')

/** The doubts about a bitext. */
export function doubtsOf(input: Bitext): readonly Doubt[] {
  return finish(findDoubts(finish(linkBitext(input, dictionary, null)), input, dictionary))
}

/** Code, bead and what was found, for sentence pairs. */
export const codes = (...pairs: readonly (readonly [zh: string, en: string])[]) =>
  doubtsOf(pairsToBitext(pairs)).map(({ code, bead, found }) => [code, bead, ...found])
