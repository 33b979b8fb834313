import { isHuge } from '../bitext/bitext.ts'
import type { Side, Sides, TextRange } from '../model.ts'
import { REACH } from './unchangedBeads.ts'

/**
 * What tells, for a bead and the place where it stands, the first bead asked about that has the same words for certain; itself
 * when there was none. Of a bead with one side only that side counts; of the others also what stands around them, where the
 * words may depend on it.
 */
export function alikeBeads(
  texts: Sides<string>,
): (bead: number, place: Sides<TextRange | null>) => number {
  const alone: Sides<Map<string, number>> = { zh: new Map(), en: new Map() }
  const paired = new Map<string, number>()
  const around = (side: Side, { start, end }: TextRange): string => {
    const from = Math.max(0, start - REACH)
    return `${start - from} ${end - start} ${texts[side].slice(from, end + REACH)}`
  }
  const firstOf = (of: Map<string, number>, key: string, bead: number): number => {
    const first = of.get(key)
    if (first === undefined) of.set(key, bead)
    return first ?? bead
  }
  return (bead, place) => {
    const { zh, en } = place
    if (isHuge(place)) return bead
    if (zh !== null && en !== null)
      return firstOf(paired, `${around('zh', zh)}\n${around('en', en)}`, bead)
    const [side, range] = zh === null ? (['en', en] as const) : (['zh', zh] as const)
    if (range === null) return bead
    return firstOf(alone[side], texts[side].slice(range.start, range.end), bead)
  }
}
