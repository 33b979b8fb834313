import { finish } from '../domain/tasks.ts'
import { performance } from 'node:perf_hooks'
import { alignSegments } from '../domain/align/align.ts'
import { buildArticle } from '../domain/article/build.ts'
import type { Bead, Segment, Span } from '../domain/model.ts'
import { recogniseLayout } from '../domain/text/layout.ts'
import { loadPivots } from './build/compilePivots.ts'
import { loadDictionary } from './dictionary.ts'
import { Complaint, linesOf, readTextFile, sentenceOf } from './inputFile.ts'

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
  const [zhText, enText] = [await readTextFile(zhFile), await readTextFile(enFile)]
  const aligned = options.segmented
    ? await alignLines(linesOf(zhText), linesOf(enText), options.time)
    : await alignTexts(zhText, enText, `${zhFile} and ${enFile}`)
  return `${JSON.stringify(aligned)}\n`
}

async function alignTexts(zhText: string, enText: string, files: string): Promise<Aligned> {
  const source = { kind: 'two', texts: [zhText, enText] } as const
  const { value: layout, issues } = recogniseLayout(source, { kind: 'two', first: 'zh' })
  if (!layout) throw new Complaint(sentenceOf(issues[0], files))
  const dictionary = await loadDictionary('full')
  const pivots = await loadPivots()
  const draft = finish(buildArticle(layout, dictionary, { pivots, terms: false }))
  const slices = (text: string, segments: readonly Segment[]) =>
    segments.map(({ start, end }) => text.slice(start, end))
  const zh = slices(draft.texts.zh, draft.segments.zh)
  const en = slices(draft.texts.en, draft.segments.en)
  return { zh, en, ...printable(draft.beads) }
}

async function alignLines(
  zh: readonly string[],
  en: readonly string[],
  isTimed: boolean,
): Promise<Aligned> {
  const resources = { dictionary: await loadDictionary('full'), pivots: await loadPivots() }
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
