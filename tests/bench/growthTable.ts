import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { argv, execPath, resourceUsage } from 'node:process'
import { fileURLToPath } from 'node:url'
import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { SHAPES, type Shape } from './growthShapes.ts'
import { takeSteps, type StepCost } from './growthSteps.ts'

const SIZES = [250_000, 500_000, 1_000_000] as const
/** Who is not done after so long has an exponent to look at. */
const PATIENCE_MS = 120_000
/** Shorter steps say nothing about how they grow. */
const MEASURABLE = 0.05

type Told = (StepCost & { readonly length: number }) | { readonly peakMB: number }

/**
 * A row for each shape: its slowest step at 1 MB, its steepest exponent between the last two doublings, the longest time
 * without a chance to cancel, and the memory. Aims: ≤ 5 s, ≤ 1.2, ≤ 400 ms (a thread that does not stop is ended), ≤ 500 MB.
 */
export function* growthRows(): Generator<string> {
  yield [
    'shape'.padEnd(48),
    'slowest step'.padEnd(20),
    'steepest',
    'without cancel',
    'memory',
  ].join('  ')
  for (const shape of SHAPES) yield rowOf(shape)
}

function rowOf({ name }: Shape): string {
  const tsx = join(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs')
  const child = [tsx, fileURLToPath(import.meta.url), name]
  const { stdout, status } = spawnSync(execPath, child, { encoding: 'utf8', timeout: PATIENCE_MS })
  const told = stdout
    .split('\n')
    .filter(Boolean)
    .map((line): Told => JSON.parse(line))
  const costs = told.filter((one) => 'step' in one)
  const secondsOf = (step: string, length: number) =>
    costs.reduce(
      (sum, one) => sum + (one.step === step && one.length === length ? one.seconds : 0),
      0,
    )
  const [small, middle, large] = SIZES
  let [slowest, steepest, longest] = [{ step: '', seconds: 0 }, 0, 0]
  for (const { step, length, longestMs } of costs) {
    if (length !== large) continue
    const seconds = secondsOf(step, large)
    longest = Math.max(longest, longestMs)
    if (seconds > slowest.seconds) slowest = { step, seconds }
    if (secondsOf(step, middle) < MEASURABLE) continue
    const exponent = (one: number, two: number) =>
      Math.log2(secondsOf(step, two) / Math.max(MEASURABLE / 4, secondsOf(step, one)))
    steepest = Math.max(steepest, Math.min(exponent(small, middle), exponent(middle, large)))
  }
  const peak = told.find((one) => 'peakMB' in one)?.peakMB ?? 0
  const cells = [
    name.padEnd(48),
    `${slowest.step} ${slowest.seconds.toFixed(2)} s`.padEnd(20),
    steepest.toFixed(2).padStart(8),
    `${longest.toFixed(0)} ms`.padStart(14),
    `${peak.toFixed(0)} MB`.padStart(6),
  ]
  return [...cells, ...(status === 0 ? [] : ['not done'])].join('  ')
}

const [, script, name] = argv
if (script === fileURLToPath(import.meta.url)) {
  const shape = SHAPES.find((one) => one.name === name)
  if (shape === undefined) throw new RangeError(`no shape ${name}`)
  const resources = { dictionary: await loadDictionary('full'), pivots: await loadPivots() }
  for (const length of SIZES)
    await takeSteps(shape, length, resources, (cost) =>
      console.log(JSON.stringify({ ...cost, length })),
    )
  console.log(JSON.stringify({ peakMB: resourceUsage().maxRSS / 1_000 }))
}
