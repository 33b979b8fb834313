import type { BeadWords } from '../beadWords.ts'

/** How often a Chinese word and an English lemma meet in the beads of a document, 0 … 1. */
export type Association = (zh: string, lemma: string) => number

/** Word pairs are asked about in a bead at a time; of very frequent words the first beads tell enough. */
const MOST_BEADS = 400

/**
 * Dice coefficient of a Chinese word and an English lemma over the beads of a document:
 *
 *   2·c(z, e) / (c(z) + c(e)),  c counting beads
 *
 * 0 unless they share two beads at least, and half as many again as by chance.
 */
export function associationOf(beads: readonly BeadWords[]): Association {
  const zhBeads = new Map<string, Set<number>>()
  const enBeads = new Map<string, Set<number>>()
  beads.forEach((words, bead) => {
    for (const word of words.zh) if (word.content) note(zhBeads, word.text, bead)
    for (const word of words.en) if (word.content) note(enBeads, word.lemma, bead)
  })
  const known = new Map<string, number>()
  return (zh, lemma) => {
    const a = zhBeads.get(zh)
    const b = enBeads.get(lemma)
    if (a === undefined || b === undefined || a.size < 2 || b.size < 2) return 0
    const key = `${zh}\t${lemma}`
    let value = known.get(key)
    if (value === undefined) known.set(key, (value = dice(a, b, beads.length)))
    return value
  }
}

function note(of: Map<string, Set<number>>, key: string, bead: number): void {
  const found = of.get(key)
  if (found === undefined) of.set(key, new Set([bead]))
  else if (found.size < MOST_BEADS) found.add(bead)
}

function dice(a: ReadonlySet<number>, b: ReadonlySet<number>, beads: number): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a]
  let both = 0
  for (const bead of fewer) if (more.has(bead)) both++
  const chance = (a.size * b.size) / beads
  return both >= 2 && both > 1.5 * chance ? (2 * both) / (a.size + b.size) : 0
}
