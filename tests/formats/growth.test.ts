import { describe, expect, it } from 'vitest'
import { loadLearnersEnglish } from '../../src/cli/build/compileLearnersEnglish.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { SHAPES } from '../bench/growthShapes.ts'
import { takeSteps, WAYS } from '../bench/growthSteps.ts'

const resources = {
  dictionary: await loadDictionary('full'),
  pivots: null,
  english: await loadLearnersEnglish(),
}

/** Shapes of which some step once took the square of the length. `npm run bench` has all of them, and larger. */
const ONCE_SQUARE = [
  '"[" in .md',
  '"![" in .md',
  '"<a" in .md',
  '"**a " in .md',
  '"<table><tr><td>a" in .html',
  '"a," in .csv',
  'one long row and many short ones in .csv',
  'one long row and many short ones in .html',
  '"[sound:" in .csv',
  '"{\\\\an8" in .srt',
  'spaces',
  '"."',
  '"a"',
  '"A."',
  '"马尔科·"',
  '"n’t"',
  '"a-"',
  '"take off "',
  'deck of one huge bead without a stop',
  'deck of a thousand times one term, in one bead',
  'deck of as many terms as beads',
]
const SMALL = 5_000
const TIMES = 12
/** Linear work is 1, the square 2; caches and the collector of garbage make linear work look a little steeper. */
const MOST = 1.6
/** Below so much processor time nothing can be said. Work that takes the square takes far more at the larger size. */
const UNSURE_SECONDS = 1

async function secondsOf(name: string, length: number): Promise<ReadonlyMap<string, number>> {
  const shape = SHAPES.find((one) => one.name === name)
  if (shape === undefined) throw new RangeError(`no shape ${name}`)
  const seconds = new Map<string, number>()
  for (const way of WAYS.filter((one) => one === 'file' || shape.asSides))
    await takeSteps(shape, length, way, resources, (cost) => {
      seconds.set(cost.step, (seconds.get(cost.step) ?? 0) + cost.seconds)
    })
  return seconds
}

describe('every step from a file to an article', () => {
  it.each(ONCE_SQUARE)('takes time in proportion to the file: %s', async (name) => {
    const small = await secondsOf(name, SMALL)
    const large = await secondsOf(name, TIMES * SMALL)
    const steep = [...large].filter(([step, seconds]) => {
      const exponent = Math.log(seconds / (small.get(step) ?? 0)) / Math.log(TIMES)
      return seconds > UNSURE_SECONDS && exponent > MOST
    })
    expect(steep).toEqual([])
  })
})
