import type { Side, TextRange } from '../model.ts'
import type { Place } from '../notes/places.ts'
import { clauses, isLong } from '../text/clauses.ts'

/**
 * What of a sentence is asked: of a long one the clause in which most of the article's terms stand, of two such the first, so
 * that a card asks one thing; else all of it.
 *
 * @param sentence where it stands in the text of its side
 * @returns where it stands there
 */
export function askedClause(
  { article, texts }: Pick<Place, 'article' | 'texts'>,
  side: Side,
  sentence: TextRange,
): TextRange {
  const text = texts[side].slice(sentence.start, sentence.end)
  if (!isLong(text, side)) return sentence
  const met = article.terms.map(({ occurrences }) =>
    occurrences.flatMap((occurrence) => occurrence[side] ?? []),
  )
  const termsIn = ({ start, end }: TextRange) =>
    met.filter((places) => places.some((one) => start <= one.start && one.end <= end)).length
  const counted = clauses(text, side).map((clause) => {
    const range = { start: sentence.start + clause.start, end: sentence.start + clause.end }
    return { range, terms: termsIn(range) }
  })
  const best = counted.toSorted((a, b) => b.terms - a.terms)[0]
  return best?.range ?? sentence
}
