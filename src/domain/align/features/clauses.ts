import type { FeatureGroup, Sight } from './features.ts'

/** Chances are taken for at least this. */
const LEAST = 1e-3

/** Whether the alignment of clauses goes through the corners of a bead, and through no place where it could be cut. */
export function clauseFeatures({ clauses }: Sight): FeatureGroup {
  const half = (chance: number) => Math.log(chance + LEAST) / 2
  return {
    names: [
      'clauses end here',
      'clauses end here, alone',
      'clauses cut it, many to many',
      'clauses cut it, one side',
    ],
    fill({ zh, zhTo, en, enTo }, out, at) {
      const a = zhTo - zh
      const b = enTo - en
      const end = half(clauses.passes(zhTo, enTo))
      if (a === 0 || b === 0) {
        out[at + 1] = end
        return
      }
      out[at] = end
      if (a === 1 && b === 1) return
      let inside = 0
      for (let p = zh; p <= zhTo; p++) {
        for (let q = en; q <= enTo; q++) {
          const corner = (p === zh && q === en) || (p === zhTo && q === enTo)
          if (!corner) inside = Math.max(inside, clauses.passes(p, q))
        }
      }
      out[at + (a > 1 && b > 1 ? 2 : 3)] = -half(1 - Math.min(1, inside))
    },
  }
}
