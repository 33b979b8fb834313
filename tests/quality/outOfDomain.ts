import { finish } from '../../src/domain/tasks.ts'
import { deleteSentences } from '../../src/cli/training/trainAlignment.ts'
import type { AlignResources } from '../../src/domain/align/align.ts'
import { BEAD_TYPES } from '../../src/domain/align/beadTypes.ts'
import { findCandidates } from '../../src/domain/align/candidates.ts'
import { crfScores } from '../../src/domain/align/crf.ts'
import type { GoldBead } from '../../src/domain/align/training/goldEdges.ts'
import { bestPath } from '../../src/domain/align/lattice.ts'
import type { Sides, TextRange } from '../../src/domain/model.ts'
import { seededRandom } from '../../src/domain/random.ts'
import { segmentEn } from '../../src/domain/text/segmentEn.ts'
import { segmentZh } from '../../src/domain/text/segmentZh.ts'
import { starterDecks } from '../bench/starterTexts.ts'
import { beadF1 } from './beadScores.ts'
import type { QualityRow } from './row.ts'

/** Each deck is thinned out this often, by other seeds. */
const COPIES = 3
const DELETED = 0.1
const SEED = 77

interface Text extends Sides<readonly string[]> {
  readonly name: string
  readonly gold: readonly GoldBead[]
}

/** The starter decks that were there when the first floors were set; those that came later hold more dialogue. */
const OLDER: ReadonlySet<string> = new Set([
  'saturday-market',
  'night-train',
  'noodle-shop',
  'bicycle-returns',
  'moon-lights-a-lamp',
  'two-characters',
  'jeddah-talks',
])

/**
 * The aligner on what its weights were not learnt from: articles, dialogues and tales of the starter decks, whose beads their
 * authors made; as they are and with sentences missing. A note says what the untrained score reaches: weights learnt from
 * novels must not cost anything elsewhere.
 */
export function outOfDomainRows(resources: AlignResources): QualityRow[] {
  const decks = [...starterDecks()].map(([name, beads]) => textOf(name, beads))
  const older = decks.filter(({ name }) => OLDER.has(name))
  const row = (texts: readonly Text[], what: string, goal: number, floor: number): QualityRow => {
    const f1 = (isLearnt: boolean) =>
      beadF1(texts.map((text) => ({ gold: text.gold, found: align(text, resources, isLearnt) })))
        .strict
    return {
      name: `alignment, ${what}, strict F1`,
      value: f1(true),
      goal,
      floor,
      better: 'higher',
      note: `nothing learnt from them; ${f1(false).toFixed(3)} without learnt weights`,
    }
  }
  return [
    row(older, 'older starter decks', 0.98, 0.98),
    row(thinned(older), 'older starter decks, 10 % of sentences deleted', 0.8, 0.92),
    row(decks, 'all starter decks', 0.98, 0.91),
    row(thinned(decks), 'all starter decks, 10 % of sentences deleted', 0.8, 0.85),
  ]
}

const thinned = (decks: readonly Text[]): readonly Text[] =>
  decks.flatMap((deck, at) =>
    Array.from({ length: COPIES }, (_, copy) =>
      deleteSentences(deck, DELETED, seededRandom(SEED + 10 * at + copy)),
    ),
  )

/** A deck's beads, their sentences split as a pasted text would be. */
function textOf(name: string, beads: readonly Sides<string>[]): Text {
  const text = { zh: [] as string[], en: [] as string[], gold: [] as GoldBead[] }
  const add = (to: string[], from: string, ranges: readonly TextRange[]) =>
    ranges.map(({ start, end }) => to.push(from.slice(start, end)) - 1)
  for (const { zh, en } of beads)
    text.gold.push([add(text.zh, zh, segmentZh(zh)), add(text.en, en, segmentEn(en))])
  return { name, ...text }
}

/** The best beads, by the learnt weights or without any. */
function align(text: Text, resources: AlignResources, isLearnt: boolean): readonly GoldBead[] {
  const candidates = finish(findCandidates(text, resources))
  const { lattice, untrained } = candidates
  const scores = isLearnt ? finish(crfScores(candidates)) : untrained
  const indices = (from: number, size: number) => Array.from({ length: size }, (_, k) => from + k)
  return finish(bestPath(lattice, scores)).map((edge): GoldBead => {
    const { zh, en } = BEAD_TYPES[lattice.type[edge]!]!
    return [indices(lattice.zh[edge]!, zh), indices(lattice.en[edge]!, en)]
  })
}
