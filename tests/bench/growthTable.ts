import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { argv, execPath, resourceUsage } from 'node:process'
import { fileURLToPath } from 'node:url'
import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { SHAPES, type Shape } from './growthShapes.ts'
import { takeSteps, WAYS, type StepCost, type Way } from './growthSteps.ts'

const SIZES = [250_000, 500_000, 1_000_000] as const
/** Who is not done after so long has an exponent to look at. */
const PATIENCE_MS = 120_000
/**
 * MB of heap for what lives long. A collector with room to spare takes it: told of a limit, a process shows what it needs,
 * and one that needs more is not done.
 */
const HEAP = 320
/** Shorter steps say nothing about how they grow. */
const MEASURABLE = 0.05

type Told = (StepCost & { readonly length: number }) | { readonly peakMB: number }

/**
 * A row for each shape: its slowest step at 1 MB, its steepest exponent between the last two doublings, the longest time
 * without a chance to cancel, and the memory of a process that does nothing but the megabyte. Aims: ≤ 5 s, ≤ 1.2, ≤ 400 ms
 * (a thread that does not stop is ended), ≤ 500 MB. The first row is the floor: what runtime and dictionary take by themselves.
 *
 * @param only when given, no other shapes than those with this in their names
 */
export function* growthRows(only = ''): Generator<string> {
  yield row('shape', 'slowest step', 'steepest', 'without cancel', 'memory')
  yield row(
    'nothing but the dictionary',
    '',
    '',
    '',
    megabytes(peakOf(childOf('', 'file', []).told)),
  )
  for (const shape of SHAPES) if (shape.name.includes(only)) yield rowOf(shape)
}

const row = (...[name = '', slowest = '', steepest = '', longest = '', memory = '']: string[]) =>
  [
    name.padEnd(48),
    slowest.padEnd(20),
    steepest.padStart(8),
    longest.padStart(14),
    memory.padStart(7),
  ].join('  ')
const megabytes = (value: number) => `${value.toFixed(0)} MB`
const peakOf = (told: readonly Told[]) => told.find((one) => 'peakMB' in one)?.peakMB ?? 0

/** Each way of a shape in processes of its own: one for the megabyte, whose memory counts, one for the smaller sizes. */
function rowOf({ name, asSides = false }: Shape): string {
  const ways = WAYS.filter((way) => way === 'file' || asSides)
  const large = ways.map((way) => childOf(name, way, [SIZES[2]]))
  const small = ways.map((way) => childOf(name, way, SIZES.slice(0, 2)))
  const costs = [...large, ...small].map(({ told }) => told.filter((one) => 'step' in one))
  let [slowest, steepest, longest] = [{ step: '', seconds: 0 }, 0, 0]
  for (const at of ways.keys()) {
    const told = [...costs[at]!, ...costs[at + ways.length]!]
    const secondsOf = (step: string, length: number) =>
      told.reduce(
        (sum, one) => sum + (one.step === step && one.length === length ? one.seconds : 0),
        0,
      )
    const [least, middle, most] = SIZES
    for (const { step, length, longestMs } of told) {
      if (length !== most) continue
      const seconds = secondsOf(step, most)
      longest = Math.max(longest, longestMs)
      if (seconds > slowest.seconds) slowest = { step, seconds }
      if (secondsOf(step, middle) < MEASURABLE) continue
      const exponent = (one: number, two: number) =>
        Math.log2(secondsOf(step, two) / Math.max(MEASURABLE / 4, secondsOf(step, one)))
      steepest = Math.max(steepest, Math.min(exponent(least, middle), exponent(middle, most)))
    }
  }
  const peak = Math.max(...large.map(({ told }) => peakOf(told)))
  const cells = row(
    name,
    `${slowest.step} ${slowest.seconds.toFixed(2)} s`,
    steepest.toFixed(2),
    `${longest.toFixed(0)} ms`,
    megabytes(peak),
  )
  return [...large, ...small].every(({ done }) => done) ? cells : `${cells}  not done`
}

function childOf(name: string, way: Way, sizes: readonly number[]) {
  const tsx = join(import.meta.dirname, '../../node_modules/tsx/dist/cli.mjs')
  const child = [tsx, fileURLToPath(import.meta.url), name, way, ...sizes.map(String)]
  const { stdout, status } = spawnSync(execPath, child, {
    encoding: 'utf8',
    timeout: PATIENCE_MS,
    env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${HEAP}` },
  })
  const told = stdout
    .split('\n')
    .filter(Boolean)
    .map((line): Told => JSON.parse(line))
  return { told, done: status === 0 }
}

const [, script, name = '', way = '', ...sizes] = argv
if (script === fileURLToPath(import.meta.url)) {
  const resources = { dictionary: await loadDictionary('full'), pivots: await loadPivots() }
  for (const length of sizes.map(Number)) {
    const shape = SHAPES.find((one) => one.name === name)
    if (shape === undefined) throw new RangeError(`no shape ${name}`)
    await takeSteps(shape, length, WAYS.find((one) => one === way) ?? 'file', resources, (cost) =>
      console.log(JSON.stringify({ ...cost, length })),
    )
  }
  console.log(JSON.stringify({ peakMB: resourceUsage().maxRSS / 1_000 }))
}
