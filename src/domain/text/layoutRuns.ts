import { type Paragraph } from './unwrapLines.ts'
import { otherSide, type Side, SIDES } from '../model.ts'
import { buildLayout, type Tied } from './layoutBuild.ts'
import type { Layout } from './layoutTypes.ts'

/** A stray heading or credit stands at most this many paragraphs from the outer edge of its block. */
const MARGIN = 3
/** Blocks may hold this share of the text on the wrong side: names, credits, a heading in both languages. */
const STRAY_SHARE = 0.12
/** Below this share of the text the weaker language is not a translation. */
const TRANSLATION_SHARE = 0.08
/** What a run without a partner costs, in units of |log length ratio|. */
const ALONE_COST = 1.5

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** The side most of the text is in, and the share of it that is in the other. */
export function dominantSide(paragraphs: readonly Paragraph[]): { side: Side; minority: number } {
  const total = { zh: 0, en: 0 }
  for (const paragraph of paragraphs) total[paragraph.side] += paragraph.weight
  const side = total.zh >= total.en ? 'zh' : 'en'
  return { side, minority: total[otherSide(side)] / Math.max(1, total.zh + total.en) }
}

/** Whether the weaker language is strong enough to be a translation. */
export function isBilingual(paragraphs: readonly Paragraph[]): boolean {
  return dominantSide(paragraphs).minority >= TRANSLATION_SHARE
}

/** The text read as one language; paragraphs in the other go with it. */
export function readSingle(paragraphs: readonly Paragraph[], first?: Side): Layout {
  const side = first ?? dominantSide(paragraphs).side
  const texts = paragraphs.map(({ text }) => text)
  const group: Tied = side === 'zh' ? { zh: texts, en: [] } : { zh: [], en: texts }
  return buildLayout([group], { kind: 'single', first: side }, false)
}

/** The text read as one language block after the other, and the share of it that stands in the wrong block. */
export function readBlocks(
  paragraphs: readonly Paragraph[],
  choice?: Side,
): { layout: Layout; stray: number } | null {
  const weights = paragraphs.map(({ weight }) => weight)
  const total = sum(weights)
  let best: { cut: number; first: Side; stray: number } | null = null
  for (const first of choice ? [choice] : SIDES) {
    let stray = sum(weights.filter((_, at) => paragraphs[at]!.side === first))
    for (let cut = 1; cut < paragraphs.length; cut++) {
      stray += weights[cut - 1]! * (paragraphs[cut - 1]!.side === first ? -1 : 1)
      if (!best || stray < best.stray) best = { cut, first, stray }
    }
  }
  if (!best) return null
  const { cut, first, stray } = best
  const texts: Record<Side, string[]> = { zh: [], en: [] }
  for (const [at, { text, side }] of paragraphs.entries()) {
    const isMargin = at < MARGIN || at >= paragraphs.length - MARGIN
    texts[isMargin ? side : at < cut ? first : otherSide(first)].push(text)
  }
  return { layout: buildLayout([texts], { kind: 'blocks', first }, false), stray: stray / total }
}

/** Whether so little stands in the wrong block that blocks are what was meant. */
export function areBlocks(stray: number): boolean {
  return stray <= STRAY_SHARE
}

/** Paragraphs of one language that follow each other. */
interface Run {
  readonly side: Side
  readonly texts: string[]
  weight: number
}

/** The text read as the languages in turn: each run of one is tied to the run of the other behind it. */
export function readAlternating(paragraphs: readonly Paragraph[], choice?: Side): Layout | null {
  const runs: Run[] = []
  for (const paragraph of paragraphs) {
    const last = runs.at(-1)
    if (last?.side === paragraph.side) {
      last.texts.push(paragraph.text)
      last.weight += paragraph.weight
    } else {
      runs.push({ side: paragraph.side, texts: [paragraph.text], weight: paragraph.weight })
    }
  }
  const start = runs[0]?.side
  if (start === undefined || runs.length < 2) return null
  const first = choice ?? (pairingCost(runs, 0) <= pairingCost(runs, 1) ? start : otherSide(start))
  return buildLayout(pairRuns(runs, first === start ? 0 : 1).map(toGroup), {
    kind: 'alternating',
    first,
  })
}

/** Runs two by two from `offset` on; one at either end may stay alone. */
function pairRuns(runs: readonly Run[], offset: number): Run[][] {
  const pairs = offset === 0 ? [] : [runs.slice(0, 1)]
  for (let at = offset; at < runs.length; at += 2) pairs.push(runs.slice(at, at + 2))
  return pairs
}

/** How badly the lengths of paired runs fit: the sum of |log ratio|, and a fixed cost for each run alone. */
function pairingCost(runs: readonly Run[], offset: number): number {
  const costs = pairRuns(runs, offset).map(([one, two]) =>
    one && two ? Math.abs(Math.log(one.weight / two.weight)) : ALONE_COST,
  )
  return sum(costs)
}

function toGroup(runs: readonly Run[]): Tied {
  const of = (side: Side) => runs.find((run) => run.side === side)?.texts ?? []
  return { zh: of('zh'), en: of('en') }
}
