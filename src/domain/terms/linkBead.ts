import type { Dictionary } from '../dictionary/dictionary.ts'
import { absorbNeighbours } from './links/absorb.ts'
import type { Association } from './words/association.ts'
import type { BeadWords } from './beadWords.ts'
import { linkCategoryNouns } from './links/categoryNouns.ts'
import { compete } from './links/competition.ts'
import { completeLinks } from './links/completeLinks.ts'
import type { Evidence } from './words/evidence.ts'
import { linkIdioms } from './links/idiomSpans.ts'
import type { Link } from './links/linkBoard.ts'
import { linkResidue } from './links/residue.ts'
import { isTooLarge, type ScoredPair } from './links/scoredPairs.ts'
import { nameWholes, wholeGlosses } from './links/wholeGlosses.ts'

/**
 * Links between the words of a bead, what is surest first:
 *
 * 1. names and whole glosses of several words (`nameWholes`, `wholeGlosses`),
 * 2. the strongest of the scored pairs (`compete`),
 * 3. what half a gloss, a capital or a gap tells (`completeLinks`),
 * 4. the free stretches idioms take (`linkIdioms`),
 * 5. what is left over on both sides (`linkResidue`),
 * 6. the neighbours a word has a claim to (`absorbNeighbours`), and category nouns (`linkCategoryNouns`).
 *
 * @param pairs of these words, by `scoredPairs`
 */
export function pairTerms(
  words: BeadWords,
  pairs: readonly ScoredPair[],
  evidence: Evidence,
  association: Association,
  dictionary: Dictionary,
): readonly Link[] {
  const names = nameWholes(words)
  const wholes = isTooLarge(words) ? names : [...names, ...wholeGlosses(words, dictionary)]
  const board = compete(words, wholes, pairs)
  completeLinks(board, dictionary)
  linkIdioms(board, dictionary)
  linkResidue(board, evidence, association, dictionary)
  absorbNeighbours(board, evidence, dictionary)
  linkCategoryNouns(board, dictionary)
  return board.links
}
