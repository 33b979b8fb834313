import type { GoldBead } from '../../src/domain/align/training/goldEdges.ts'

/** An alignment beside the hand-made one. */
export interface Scored {
  readonly found: readonly GoldBead[]
  readonly gold: readonly GoldBead[]
}

/**
 * F1 of beads over several texts, micro-averaged, as `../shared/bench/score.mjs` counts: precision over every bead found, recall
 * over the hand-made beads with two sides. Strict: exactly that bead; lax: at least one pair of segments in common.
 */
export function beadF1(texts: readonly Scored[]): { strict: number; lax: number } {
  const sum = { found: 0, gold: 0, foundStrict: 0, foundLax: 0, goldStrict: 0, goldLax: 0 }
  for (const { found, gold } of texts) {
    const p = share(found, gold)
    const r = share(gold.filter(isPaired), found.filter(isPaired))
    sum.found += found.length
    sum.foundStrict += p.strict
    sum.foundLax += p.lax
    sum.gold += gold.filter(isPaired).length
    sum.goldStrict += r.strict
    sum.goldLax += r.lax
  }
  const f1 = (right: number, hit: number) => {
    const precision = right / sum.found
    const recall = hit / sum.gold
    return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0
  }
  return { strict: f1(sum.foundStrict, sum.goldStrict), lax: f1(sum.foundLax, sum.goldLax) }
}

const isPaired = ([zh, en]: GoldBead): boolean => zh.length > 0 && en.length > 0
const nameOf = ([zh, en]: GoldBead): string => `${zh.join()}|${en.join()}`
const linksOf = ([zh, en]: GoldBead): readonly string[] =>
  zh.flatMap((i) => en.map((j) => `${i}:${j}`))

/** How many beads are among the reference, exactly and by a link in common. */
function share(beads: readonly GoldBead[], reference: readonly GoldBead[]) {
  const exact = new Set(reference.map(nameOf))
  const links = new Set(reference.flatMap(linksOf))
  let strict = 0
  let lax = 0
  for (const bead of beads) {
    const isExact = exact.has(nameOf(bead))
    if (isExact) strict++
    if (isExact || linksOf(bead).some((link) => links.has(link))) lax++
  }
  return { strict, lax }
}

/** Of the beads with a confidence of at least `least`: their share of all, and how many of them are right. */
export function calibration(
  texts: readonly (Scored & { readonly confidence: readonly number[] })[],
  least: number,
): { share: number; right: number } {
  let all = 0
  let sure = 0
  let right = 0
  for (const { found, gold, confidence } of texts) {
    const exact = new Set(gold.map(nameOf))
    found.forEach((bead, k) => {
      all++
      if (confidence[k]! < least) return
      sure++
      if (exact.has(nameOf(bead))) right++
    })
  }
  return { share: sure / all, right: right / sure }
}
