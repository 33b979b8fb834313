import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import type { Bitext } from '../../src/domain/bitext/bitext.ts'
import type { Doubt } from '../../src/domain/doubts/doubt.ts'
import { findDoubts } from '../../src/domain/doubts/findDoubts.ts'
import type { Side } from '../../src/domain/model.ts'
import { finish } from '../../src/domain/tasks.ts'
import type { LinkedBead } from '../../src/domain/terms/linkedBead.ts'
import { linkBitext } from '../../src/domain/terms/linkBitext.ts'
import { blindRows, type Part } from './blindLists.ts'
import type { QualityRow } from './row.ts'

/** A pair of sentences that translate each other, or should. */
export type Pair = readonly [zh: string, en: string]

/** The good texts of a part of the blind list, in reading order. */
export function goodTexts(part: Part): readonly (readonly Pair[])[] {
  const texts = new Map<string, Pair[]>()
  for (const [name = '', zh = '', en = ''] of blindRows('pairs.tsv', part))
    texts.set(name, [...(texts.get(name) ?? []), [zh, en]])
  return [...texts.values()]
}

/** A text whose pairs are its beads: what is measured are the doubts, not the aligner. */
export function bitextOf(pairs: readonly Pair[]): Bitext {
  const side = (which: 0 | 1) => {
    let start = 0
    const segments = pairs.map((pair, paragraph) => {
      const segment = { start, end: start + pair[which].length, paragraph }
      start = segment.end + 1
      return segment
    })
    return { text: pairs.map((pair) => pair[which]).join('\n'), segments }
  }
  const sides: Record<Side, ReturnType<typeof side>> = { zh: side(0), en: side(1) }
  return {
    texts: { zh: sides.zh.text, en: sides.en.text },
    segments: { zh: sides.zh.segments, en: sides.en.segments },
    beads: pairs.map((_, at) => {
      const span = { from: at, to: at + 1 }
      return { zh: span, en: span, confidence: 1 }
    }),
  }
}

/** What finds the doubts of a text. */
export async function doubter(): Promise<
  (pairs: readonly Pair[]) => {
    readonly doubts: readonly Doubt[]
    readonly linked: readonly LinkedBead[]
  }
> {
  const [dictionary, pivots] = [await loadDictionary('full'), await loadPivots()]
  return (pairs) => {
    const bitext = bitextOf(pairs)
    const linked = finish(linkBitext(bitext, dictionary, pivots))
    return { linked, doubts: finish(findDoubts(linked, bitext, dictionary)) }
  }
}

/** A planted error where it stands: the text around it, and which of its beads it is. */
export interface Planted {
  readonly kind: string
  readonly pairs: readonly Pair[]
  readonly at: number
}

/** Each error in the text it was planted in, alone. */
export function plantedErrors(part: Part): readonly Planted[] {
  const texts = goodTexts(part)
  return blindRows('planted.tsv', part).map(([kind = '', zh = '', en = '']) => {
    for (const pairs of texts) {
      const at = pairs.findIndex((pair) => pair[0] === zh || pair[1] === en)
      if (at >= 0) return { kind, pairs: pairs.with(at, [zh, en]), at }
    }
    return { kind, pairs: [[zh, en]], at: 0 }
  })
}

/** Each pair of garbage in the middle of a good text. */
export function plantedGarbage(part: Part): readonly Planted[] {
  const texts = goodTexts(part)
  return blindRows('garbage.tsv', part).map(([zh = '', en = ''], i) => {
    const around = texts[i % texts.length]!
    const at = around.length >> 1
    return { kind: 'garbage', pairs: around.toSpliced(at, 0, [zh, en]), at }
  })
}

/** How many of the planted errors and of the garbage raise a doubt, and how often good pairs do. */
export async function measurePlantedDoubts(
  parts: readonly Part[] = ['tuning', 'held-out'],
): Promise<QualityRow[]> {
  const find = await doubter()
  const found = (all: readonly Planted[]) =>
    all.filter(({ pairs, at }) => find(pairs).doubts.some(({ bead }) => bead === at)).length /
    all.length
  const rows = parts.flatMap((part): QualityRow[] => {
    const [errors, garbage] = [plantedErrors(part), plantedGarbage(part)]
    return [
      {
        name: `doubts, planted errors found, ${part}`,
        value: found(errors),
        goal: 0.65,
        floor: part === 'tuning' ? 0.7 : 0.54,
        better: 'higher',
        note: `${errors.length} errors, one at a time in its text`,
      },
      {
        name: `doubts, pairs that do not belong together found, ${part}`,
        value: found(garbage),
        goal: 0.8,
        floor: part === 'tuning' ? 0.86 : 0.84,
        better: 'higher',
        note: `${garbage.length} pairs, one at a time in another text`,
      },
    ]
  })
  return [...rows, ...parts.map((part) => falseAlarms(part, find))]
}

function falseAlarms(part: Part, find: Awaited<ReturnType<typeof doubter>>): QualityRow {
  const texts = goodTexts(part)
  const doubted = texts.map((pairs) => new Set(find(pairs).doubts.map(({ bead }) => bead)).size)
  const beads = texts.flat().length
  return {
    name: `doubts, good translations, false alarms per ten pairs, ${part}`,
    value: (10 * doubted.reduce((sum, count) => sum + count, 0)) / beads,
    goal: 1,
    floor: part === 'tuning' ? 0.6 : 2.2,
    better: 'lower',
    note: `${beads} pairs`,
  }
}
