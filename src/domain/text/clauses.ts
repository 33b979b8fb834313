import type { Side, TextRange } from '../model.ts'
import { isHanziAt } from './hanzi.ts'
import { trimRange } from './ranges.ts'

/** The longest clause: hanzi (a Latin word or a figure counts as one) or English words. */
export const CLAUSE_LIMIT = { zh: 24, en: 14 } as const
/** A clause shorter than this is a fragment; it costs as much as a cut after a comma. */
const FRAGMENT = { zh: 4, en: 3 } as const

/**
 * Where each side may be cut: after marks, before words, and what the cut costs. Marks between figures (1,000; 10:30) are none.
 * A closing quote or bracket stays with the mark before it.
 */
const CUTS = {
  zh: [
    { at: /(?<=[；;。！？!?…][”’」』）)"']*)(?![；;。！？!?…”’」』）)"'])/g, cost: 0 },
    { at: /(?<=[：:][“‘「『"']?)(?<![“‘「『"'])(?!\d)/g, cost: 0.6 },
    { at: /(?<=[，][”’」』）)"']*|,[”’」』）)"']*(?!\d))(?![”’」』）)"'])/g, cost: 0.5 },
    { at: /(?<=——)(?!—)|(?<!—)(?=——)/g, cost: 0.8 },
    {
      at: /(?=但是|而且|因为|因為|所以|并且|並且|以及|如果|虽然|雖然|然后|然後|于是|於是|不过|不過|此前|由于|由於|为了|為了|以便|因此|然而|尽管|儘管|直到|从而|從而)/g,
      cost: 1.2,
    },
    { at: /(?<=[、）)」”])(?![，。；：、！？,.;:!?”」）)])/g, cost: 1.6 },
  ],
  en: [
    { at: /(?<=[;!?…][”’"')\]]*)(?=\s)|(?<=[^.]\.[”’"')\]]*)(?=\s+["“‘(]?\p{Lu})/gu, cost: 0.3 },
    { at: /(?<=:)(?=\s)/g, cost: 0.6 },
    { at: /(?<=,[”’"')\]]*)(?=\s)/g, cost: 0.5 },
    { at: /(?<=[—–]|\s--)(?![—-])|(?=[—–]|\s--\s)/g, cost: 0.8 },
    {
      at: /(?<=\s)(?=(?:but|because|although|though|while|whereas|unless|until|which|who|whose|whom|where|after|before|since|so that|in order to)\b)/gi,
      cost: 1.2,
    },
    { at: /(?<=\s)(?=(?:and|or|that|when|if|as|following|according to)\b)/gi, cost: 1.8 },
  ],
} as const

interface Cut {
  readonly at: number
  readonly cost: number
  /** Units of length before it. */
  readonly length: number
}

/**
 * The clauses of a sentence, in order: trimmed ranges that together cover all that is not blank.
 *
 * As few as keep to {@link CLAUSE_LIMIT} where marks and conjunctions allow it, cut at the strongest marks: the cheapest partition by
 * Σ (cost of the cut + (length ⁄ limit)² + 1 for each unit beyond the limit + ½ for a fragment).
 */
export function clauses(text: string, side: Side): readonly TextRange[] {
  const cuts = cutsOf(text, side)
  const limit = CLAUSE_LIMIT[side]
  /** Cheapest way to reach each cut, and the cut before it. */
  const reached: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to < cuts.length; to++) {
    let best = { cost: Infinity, from: to - 1 }
    for (let from = to - 1; from >= 0; from--) {
      const length = cuts[to]!.length - cuts[from]!.length
      const fragment = length < FRAGMENT[side] ? 0.5 : 0
      const beyond = Math.max(0, length - limit)
      const cost = reached[from]!.cost + cuts[to]!.cost + (length / limit) ** 2 + beyond + fragment
      if (cost < best.cost) best = { cost, from }
      if (length > 3 * limit) break
    }
    reached.push(best)
  }
  const ranges: TextRange[] = []
  for (let to = cuts.length - 1; to > 0; to = reached[to]!.from) {
    const range = trimRange(text, cuts[reached[to]!.from]!.at, cuts[to]!.at)
    if (range) ranges.unshift(range)
  }
  return ranges
}

/** Every place the text may be cut at, its ends included, the cheapest reason for each. */
function cutsOf(text: string, side: Side): Cut[] {
  const costs = new Map<number, number>()
  for (const { at, cost } of CUTS[side]) {
    for (const { index } of text.matchAll(at)) {
      if (!isBetweenFigures(text, index)) costs.set(index, Math.min(cost, costs.get(index) ?? cost))
    }
  }
  costs.delete(0)
  costs.set(text.length, 0)
  const places = [...costs].sort(([one], [two]) => one - two)
  const cuts: Cut[] = [{ at: 0, cost: 0, length: 0 }]
  for (const [at, cost] of places) {
    const last = cuts.at(-1)!
    cuts.push({ at, cost, length: last.length + lengthOf(text, last.at, at, side) })
  }
  return cuts
}

function isBetweenFigures(text: string, at: number): boolean {
  return /\d[,:.]$/.test(text.slice(Math.max(0, at - 2), at)) && /^\d/.test(text.slice(at, at + 1))
}

/** Whether a text is longer than a clause may be. */
export const isLong = (text: string, side: Side): boolean =>
  lengthOf(text, 0, text.length, side) > CLAUSE_LIMIT[side]

/** Length in hanzi and Latin words, or in English words. */
function lengthOf(text: string, start: number, end: number, side: Side): number {
  const part = text.slice(start, end)
  if (side === 'en') return part.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0
  let length = part.match(/[A-Za-z\d][\w'’.,-]*/g)?.length ?? 0
  for (let at = 0; at < part.length; at++) if (isHanziAt(part, at)) length++
  return length
}
