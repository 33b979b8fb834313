import type { Side, Sides } from '../../src/domain/model.ts'
import { seededRandom, shuffled } from '../../src/domain/random.ts'
import { starterDecks } from './starterTexts.ts'

/** A bitext as long as one likes: segments of both sides, and which belong together. */
export interface GrownText extends Sides<readonly string[]> {
  /** The first segment of each side of every right bead, in order, and the ends as the last. */
  readonly bounds: readonly Sides<number>[]
}

/**
 * So many segments of each side, made of the starter decks: their beads in ever new orders, and as many neighbours of the
 * side that has fewer segments joined to one as it takes. The same for the same sizes.
 *
 * @param zh at least half as many as `en`, and the other way round
 */
export function growText(size: Sides<number>): GrownText {
  const random = seededRandom(size.zh * 100_000 + size.en)
  const decks = [...starterDecks().values()].flat().filter(({ zh, en }) => zh !== '' && en !== '')
  const beads: Sides<string>[] = []
  while (beads.length < Math.max(size.zh, size.en)) beads.push(...shuffled(decks, random))
  const [few, glue] = size.zh < size.en ? (['zh', ''] as const) : (['en', ' '] as const)
  const sides: Record<Side, string[]> = { zh: [], en: [] }
  const bounds: Sides<number>[] = []
  let joins = Math.abs(size.zh - size.en)
  for (let at = 0, groups = size[few]; groups > 0; groups--) {
    bounds.push({ zh: sides.zh.length, en: sides.en.length })
    const isJoined = random() < joins / groups
    const group = beads.slice(at, (at += isJoined ? 2 : 1))
    if (isJoined) joins--
    for (const side of ['zh', 'en'] as const) {
      const texts = group.map((bead) => bead[side])
      sides[side].push(...(side === few ? [texts.join(glue)] : texts))
    }
  }
  bounds.push({ zh: sides.zh.length, en: sides.en.length })
  return { ...sides, bounds }
}
