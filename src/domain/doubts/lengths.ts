import { type Doubt } from './doubt.ts'
import { rangeOf, type Bitext } from '../bitext/bitext.ts'
import type { Bead, Segment, Span } from '../model.ts'
import type { LinkedBead } from '../terms/linkedBead.ts'

/** Sentences shorter than this are long or short by chance: hanzi, letters. */
const LEAST_LENGTH = { zh: 12, en: 40 }
/** Fewer measured beads say nothing about what is usual here. */
const LEAST_BEADS = 8
/** Median absolute deviations from the median, and the least factor, that make an outlier. */
const DEVIATIONS = 3
const LEAST_FACTOR = 1.7
/** Content words of the longer side without a counterpart that make a sentence look incomplete, and their least share. */
const LEFT_OVER_WORDS = 4
const LEFT_OVER_SHARE = 0.5

/**
 * One-to-one beads much longer on one side than this text goes, whose surplus has no counterpart: a clause was left out or put
 * in. Length alone says little; what counts is that the words of the longer side have no partner.
 *
 * The usual log ratio of lengths is a median, its spread the median absolute deviation, because the outliers looked for would
 * move mean and variance.
 */
export function lengthOutliers(
  { segments, beads }: Bitext,
  linked: readonly LinkedBead[],
): readonly Doubt[] {
  const measured = beads.flatMap((bead, index) => {
    const ratio = logRatio(segments, bead)
    return ratio === null ? [] : [{ index, ratio }]
  })
  if (measured.length < LEAST_BEADS) return []
  const middle = median(measured.map(({ ratio }) => ratio))
  const spread = median(measured.map(({ ratio }) => Math.abs(ratio - middle)))
  const limit = Math.max(DEVIATIONS * spread, Math.log(LEAST_FACTOR))
  return measured
    .filter(({ index, ratio }) => {
      const away = ratio - middle
      const words = linked[index]
      return (
        Math.abs(away) > limit && words !== undefined && hasSurplus(words, away > 0 ? 'en' : 'zh')
      )
    })
    .map(({ index }) => ({
      code: 'lengthOutlier',
      bead: index,
      zh: rangeOf(segments.zh, beads[index]!.zh),
      en: rangeOf(segments.en, beads[index]!.en),
      found: [],
    }))
}

/** Whether many content words of a side have no partner. */
function hasSurplus(bead: LinkedBead, side: 'zh' | 'en'): boolean {
  const linked = new Set(bead.links.map((link) => link[side]))
  const content = bead[side].flatMap((word, i) => (word.content ? [i] : []))
  const alone = content.filter((i) => !linked.has(i)).length
  return alone >= LEFT_OVER_WORDS && alone >= LEFT_OVER_SHARE * content.length
}

function logRatio(segments: Bitext['segments'], bead: Bead): number | null {
  const zh = lengthOf(segments.zh, bead.zh)
  const en = lengthOf(segments.en, bead.en)
  return zh < LEAST_LENGTH.zh || en < LEAST_LENGTH.en ? null : Math.log(en / zh)
}

function lengthOf(segments: readonly Segment[], span: Span): number {
  const range = rangeOf(segments, span)
  return range === null ? 0 : range.end - range.start
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
