import { finish } from '../domain/tasks.ts'
import { performance } from 'node:perf_hooks'
import { alignSegments } from '../domain/align/align.ts'
import type { Bead, Side, Span } from '../domain/model.ts'
import { loadResources, readBitext } from './bitext.ts'
import { linesOf, readTextFile } from './inputFile.ts'
import { checkSides } from './sides.ts'

export interface AlignOptions {
  /** Each line of the files is a segment, kept as given. */
  readonly segmented: boolean
  /** Measure how many segments are aligned in a second. */
  readonly time: boolean
}

/** What `align` prints. */
interface Aligned {
  readonly zh: readonly string[]
  readonly en: readonly string[]
  readonly beads: readonly (readonly [zh: readonly number[], en: readonly number[]])[]
  readonly confidence: readonly number[]
  readonly segmentsPerSecond?: number
}

/**
 * The alignment of a Chinese file and its English translation, as JSON.
 *
 * @throws Complaint when a file cannot be used
 */
export async function align(
  zhFile: string,
  enFile: string,
  options: AlignOptions,
): Promise<string> {
  const aligned = options.segmented
    ? await alignLines(zhFile, enFile, options.time)
    : await alignTexts(zhFile, enFile)
  return `${JSON.stringify(aligned)}\n`
}

async function alignTexts(zhFile: string, enFile: string): Promise<Aligned> {
  const { texts, segments, beads } = await readBitext(zhFile, enFile, false)
  const slices = (side: Side) =>
    segments[side].map(({ start, end }) => texts[side].slice(start, end))
  return { zh: slices('zh'), en: slices('en'), ...printable(beads) }
}

async function alignLines(zhFile: string, enFile: string, isTimed: boolean): Promise<Aligned> {
  const [zhText, enText] = [await readTextFile(zhFile), await readTextFile(enFile)]
  checkSides(zhFile, enFile, zhText, enText)
  const [zh, en] = [linesOf(zhText), linesOf(enText)]
  const resources = await loadResources()
  const run = () => finish(alignSegments({ zh, en }, resources))
  const beads = run()
  const aligned = { zh, en, ...printable(beads) }
  if (!isTimed) return aligned
  return { ...aligned, segmentsPerSecond: Math.round((zh.length + en.length) / medianSeconds(run)) }
}

/** Seconds a task takes when it has run before: the median of several runs. */
function medianSeconds(task: () => unknown): number {
  const seconds: number[] = []
  for (let spent = 0; seconds.length < 3 || (spent < 1 && seconds.length < 15);) {
    const start = performance.now()
    task()
    seconds.push((performance.now() - start) / 1000)
    spent += seconds.at(-1)!
  }
  return seconds.toSorted((one, two) => one - two)[seconds.length >> 1]!
}

function printable(beads: readonly Bead[]): Pick<Aligned, 'beads' | 'confidence'> {
  const indices = ({ from, to }: Span) => Array.from({ length: to - from }, (_, at) => from + at)
  return {
    beads: beads.map(({ zh, en }) => [indices(zh), indices(en)]),
    confidence: beads.map(({ confidence }) => Math.round(confidence * 10_000) / 10_000),
  }
}
