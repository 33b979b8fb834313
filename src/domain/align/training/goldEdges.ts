import { type Lattice } from '../latticeTypes.ts'
import { BEAD_TYPES } from '../beadTypes.ts'

/** A hand-made bead: the segments of both sides, which need not be consecutive. */
export type GoldBead = readonly [zh: readonly number[], en: readonly number[]]

/**
 * 1 for each edge a hand-made alignment allows. Its beads are taken in order; where they cross, or are larger than any type,
 * everything within the smallest rectangle that holds them is allowed.
 */
export function goldEdges(lattice: Lattice, gold: readonly GoldBead[]): Uint8Array {
  const exact = new Set<string>()
  const free: { zh: number; en: number; zhTo: number; enTo: number }[] = []
  const known = new Set(BEAD_TYPES.map(({ zh, en }) => `${zh}:${en}`))
  let zh = 0
  let en = 0
  for (let first = 0; first < gold.length;) {
    const zhSet = new Set<number>()
    const enSet = new Set<number>()
    let next = first
    do {
      for (const i of gold[next]![0]) zhSet.add(i)
      for (const j of gold[next]![1]) enSet.add(j)
      next++
    } while (next < gold.length && !(fills(zhSet, zh) && fills(enSet, en)))
    const zhTo = zh + zhSet.size
    const enTo = en + enSet.size
    if (next === first + 1 && known.has(`${zhTo - zh}:${enTo - en}`))
      exact.add([zh, zhTo, en, enTo].join())
    else free.push({ zh, zhTo, en, enTo })
    zh = zhTo
    en = enTo
    first = next
  }
  return Uint8Array.from(lattice.type, (type, edge) => {
    const bead = BEAD_TYPES[type]!
    const i = lattice.zh[edge]!
    const j = lattice.en[edge]!
    const iTo = i + bead.zh
    const jTo = j + bead.en
    if (exact.has([i, iTo, j, jTo].join())) return 1
    return free.some((r) => i >= r.zh && iTo <= r.zhTo && j >= r.en && jTo <= r.enTo) ? 1 : 0
  })
}

/** Whether a set holds the consecutive numbers from `from` on. */
function fills(set: ReadonlySet<number>, from: number): boolean {
  for (const value of set) if (value < from || value >= from + set.size) return false
  return true
}
