import { otherSide, type Side, type Sides, type Term, type TextRange } from '../model.ts'

const holds = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
const lengthOf = ({ start, end }: TextRange): number => end - start

/**
 * What stands for a stretch of a pair on the other side, as the links of the article's terms tell: for the whole of a side
 * the whole of the other, else from the first counterpart of a term inside the stretch to the last, else that of the
 * shortest term around it. Null where nothing tells.
 *
 * @param pair the ranges of the pair on both sides
 */
export function spanCounterpart(
  terms: readonly Pick<Term, 'occurrences'>[],
  pair: Sides<TextRange | null>,
  span: TextRange,
  side: Side,
): TextRange | null {
  const other = otherSide(side)
  const [own, there] = [pair[side], pair[other]]
  if (own === null || there === null) return null
  if (holds(span, own)) return there
  const links = terms
    .flatMap(({ occurrences }) => occurrences)
    .flatMap(({ [side]: from, [other]: to }) =>
      from !== null && to !== null && holds(there, to) ? [{ from, to }] : [],
    )
  const inside = links.filter(({ from }) => holds(span, from))
  if (inside.length > 0) {
    return {
      start: Math.min(...inside.map(({ to }) => to.start)),
      end: Math.max(...inside.map(({ to }) => to.end)),
    }
  }
  const around = links.filter(({ from }) => holds(from, span))
  return around.toSorted((a, b) => lengthOf(a.from) - lengthOf(b.from))[0]?.to ?? null
}
