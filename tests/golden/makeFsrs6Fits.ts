/**
 * Writes `fsrs6-fits.json`: the weights fsrs-rs fits to the answers of the made-up learners of `quality/learners.ts`.
 *
 *     mkdir /tmp/binding && cd /tmp/binding && npm init -y && npm install @open-spaced-repetition/binding@0.5.0
 *     npx tsx tests/golden/makeFsrs6Fits.ts /tmp/binding
 *
 * The binding (MIT) is not among our packages because its builds for other platforms are not on every registry.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { scoredRows } from '../../src/domain/srs/fit/trainingSet.ts'
import type { TrainingSet } from '../../src/domain/srs/fit/trainingSet.ts'
import { answersOf, FIT_SIZES, fitSeed, learners } from '../quality/learners.ts'

interface Binding {
  readonly FSRSBindingReview: new (rating: number, days: number) => object
  readonly FSRSBindingItem: new (reviews: readonly object[]) => object
  computeParameters(items: readonly object[], options: object): Promise<number[]>
}

const folder = resolve(process.argv[2] ?? '.')
const name = '@open-spaced-repetition/binding'
const binding: Binding = createRequire(`${folder}/`)(name)
const { version }: { version: string } = JSON.parse(
  readFileSync(`${folder}/node_modules/${name}/package.json`, 'utf8'),
)

/** One item a scored answer: the card's answers up to it. Oldest first, as the reference wants them. */
function itemsOf(set: TrainingSet): object[] {
  const startOf = new Int32Array(set.grades.length)
  for (let card = 0; card + 1 < set.starts.length; card++) {
    startOf.fill(set.starts[card]!, set.starts[card], set.starts[card + 1])
  }
  return Array.from(scoredRows(set), (row) => {
    const reviews: object[] = []
    for (let at = startOf[row]!; at <= row; at++) {
      reviews.push(new binding.FSRSBindingReview(set.grades[at]!, set.days[at]!))
    }
    return new binding.FSRSBindingItem(reviews)
  })
}

const fits: { learner: string; scored: number; weights: number[] }[] = []
for (const scored of FIT_SIZES) {
  for (const [index, learner] of learners().entries()) {
    const set = answersOf(learner, scored, fitSeed(index, 0))
    const weights = await binding.computeParameters(itemsOf(set), {
      enableShortTerm: true,
      numRelearningSteps: 1,
    })
    fits.push({ learner: learner.name, scored, weights: weights.map((w) => Number(w.toFixed(6))) })
    process.stderr.write(`${learner.name}, ${scored}\n`)
  }
}
const golden = {
  about:
    'Weights fitted to the answers of learners.ts (answersOf(learner, scored, fitSeed(index, 0))).',
  origin: `${name}@${version} (fsrs-rs, MIT), by makeFsrs6Fits.ts`,
  fits,
}
const lines = JSON.stringify(golden).replaceAll('},{', '},\n{')
writeFileSync(resolve(import.meta.dirname, 'fsrs6-fits.json'), `${lines}\n`)
