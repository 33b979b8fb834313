import { type Doubt } from './doubt.ts'
import { textOf, type Bitext } from '../bitext/bitext.ts'
import { hashOf } from '../ids.ts'
import type { Side } from '../model.ts'

/**
 * What a doubt is remembered by once the learner called it fine: what was found in which sentences. It survives every repair
 * elsewhere; when the sentences themselves are changed the doubt is a new one.
 */
export function doubtName(doubt: Doubt, bitext: Bitext): string {
  const pair = (side: Side) => textOf(bitext, doubt.bead, side)
  return hashOf([doubt.code, ...doubt.found, pair('zh'), pair('en')])
}

/** The doubts nobody has called fine yet. */
export function openDoubts(
  doubts: readonly Doubt[],
  bitext: Bitext,
  settled: readonly string[],
): readonly Doubt[] {
  const fine = new Set(settled)
  return doubts.filter((doubt) => !fine.has(doubtName(doubt, bitext)))
}
