import { buildArticle } from '../../domain/article/build.ts'
import type { Draft } from '../../domain/article/draft.ts'
import { rangesOfBeads } from '../../domain/bitext/bitext.ts'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import type { Pivots } from '../../domain/dictionary/pivots.ts'
import type { Sides, TextRange } from '../../domain/model.ts'
import { finish } from '../../domain/tasks.ts'
import { recogniseLayout } from '../../domain/text/layout.ts'

/** How the beads the pipeline makes of two texts agree with the authored ones. */
export interface Agreement {
  readonly hits: number
  readonly wanted: number
  readonly found: number
}

/**
 * What the pipeline makes of the two texts of a deck alone. A bead is a hit when both its sides are exactly the authored ones,
 * wherever sentences are cut inside of them.
 */
export function realign(authored: Draft, dictionary: Dictionary, pivots: Pivots): Agreement {
  const { zh, en } = authored.texts
  const layout = recogniseLayout({ kind: 'two', texts: [zh, en] }).value
  if (!layout) throw new RangeError('two texts without a layout')
  const built = finish(buildArticle(layout, dictionary, { pivots, terms: false }))
  const wanted = new Set(rangesOfBeads(authored).map(keyOf))
  const found = rangesOfBeads(built)
  const hits = found.filter((bead) => wanted.has(keyOf(bead))).length
  return { hits, wanted: wanted.size, found: found.length }
}

const keyOf = ({ zh, en }: Sides<TextRange | null>) =>
  `${zh?.start}-${zh?.end} ${en?.start}-${en?.end}`

/** Strict F1 of one text, or of several together. */
export function agreementF1(agreements: readonly Agreement[]): number {
  const sum = (of: keyof Agreement) => agreements.reduce((total, one) => total + one[of], 0)
  return (2 * sum('hits')) / (sum('wanted') + sum('found'))
}
