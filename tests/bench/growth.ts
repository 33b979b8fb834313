import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { argv, execPath, resourceUsage } from 'node:process'
import { fileURLToPath } from 'node:url'
import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { alignSegments } from '../../src/domain/align/align.ts'
import type { Bead, Sides } from '../../src/domain/model.ts'
import type { Figure } from './figure.ts'
import { growText, type GrownText } from './growthText.ts'

/** A chapter, a long chapter, a book. */
const SIZES: readonly Sides<number>[] = [
  { zh: 450, en: 600 },
  { zh: 1_250, en: 1_750 },
  { zh: 5_000, en: 7_000 },
]

/** How aligning grows with the text. */
interface Growth {
  readonly seconds: number
  readonly longestStepMs: number
  /** Largest resident set of the process, dictionary and runtime included. */
  readonly peakMB: number
  /** Share of the right beads found. */
  readonly right: number
}

/** Aligning in one Node thread, each size in a process of its own, because memory once taken is not given back. */
export function measureGrowth(): readonly Figure[] {
  return SIZES.flatMap(({ zh, en }): Figure[] => {
    const tsx = join(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs')
    const child = [tsx, fileURLToPath(import.meta.url), String(zh), String(en)]
    const growth: Growth = JSON.parse(execFileSync(execPath, child, { encoding: 'utf8' }))
    const name = `${zh.toLocaleString('en')} × ${en.toLocaleString('en')} segments`
    const note = `${(100 * growth.right).toFixed(1)} % of the beads right`
    return [
      { name, value: growth.seconds, unit: 's', aim: 15, note },
      { name: `${name}, peak memory`, value: growth.peakMB, unit: 'MB', aim: 500 },
      {
        name: `${name}, longest step`,
        value: growth.longestStepMs,
        unit: 'ms',
        aim: 50,
        note: 'between two chances to report or cancel, the shorter of two runs step by step',
      },
    ]
  })
}

async function grow(size: Sides<number>): Promise<Growth> {
  const text = growText(size)
  const resources = { dictionary: await loadDictionary('full'), pivots: await loadPivots() }
  const first = timeSteps(text, resources)
  const second = timeSteps(text, resources)
  // What the machine does besides hits another step each time.
  const steps = first.stepsMs.map((ms, at) => Math.min(ms, second.stepsMs[at] ?? ms))
  return {
    seconds: first.seconds,
    longestStepMs: steps.reduce((most, ms) => Math.max(most, ms), 0),
    peakMB: resourceUsage().maxRSS / 1_000,
    right: shareRight(text, first.beads),
  }
}

function timeSteps(text: GrownText, resources: Parameters<typeof alignSegments>[1]) {
  const task = alignSegments(text, resources)
  const stepsMs: number[] = []
  const startedAt = performance.now()
  for (let last = startedAt; ;) {
    const step = task.next()
    const now = performance.now()
    stepsMs.push(now - last)
    last = now
    if (step.done) return { seconds: (now - startedAt) / 1000, stepsMs, beads: step.value }
  }
}

function shareRight({ bounds }: GrownText, beads: readonly Bead[]): number {
  const right = new Set(
    bounds.slice(1).map((end, at) => [bounds[at]?.zh, end.zh, bounds[at]?.en, end.en].join()),
  )
  const found = beads.filter(({ zh, en }) => right.has([zh.from, zh.to, en.from, en.to].join()))
  return found.length / right.size
}

const [, script, zh, en] = argv
if (script === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await grow({ zh: Number(zh), en: Number(en) })))
