/**
 * FSRS-6 weights fitted to one learner, and a gate that lets a fit pass only if, trained on earlier answers, it predicts
 * later ones better than the weights in force.
 *
 * Both are generators that yield their progress (0 … 1) every few hundred answers, some milliseconds, so that whoever drives
 * them can show it, or stop. The same answers always give the same weights.
 */
import { part } from '../../tasks.ts'
import { seededRandom, shuffled } from '../../random.ts'
import { adam, addPull, cosineRate } from './adam.ts'
import { firstStabilities } from './firstStability.ts'
import { addCardGradient, cardLoss, newTape, rowLosses } from './gradient.ts'
import { DEFAULT_WEIGHTS } from '../memory.ts'
import { recencyWeights, scoredRows, until } from './trainingSet.ts'
import type { TrainingSet } from './trainingSet.ts'
import { clipWeights } from './weights.ts'

/** Below this many scored answers the default weights stay. */
export const FEWEST_SCORED = 64

const EPOCHS = 5
/** Few answers are gone through more often, so that at least this many steps are taken. */
const FEWEST_STEPS = 200
const MOST_EPOCHS = 40
/** Scored answers a step; fewer when there are few, so that an epoch has about eight steps. */
const BATCH_SIZE = 512
const LEAST_BATCH_SIZE = 32
/** In spreads a step. */
const LEARNING_RATE = 0.1
const SEED = 2023

/**
 * How far the weights stray from one learner to the next. The first four, stabilities, are taken as logarithms.
 *
 * w₇ draws difficulty towards a value far below 1: on few answers it looks harmless and later ruins long intervals. Nearly
 * all learners have it at its least value, so its spread is held far below that of the reference (0.12).
 */
const SPREADS: readonly number[] = [
  0.8, 0.8, 0.8, 0.8, 0.57, 0.28, 0.6, 0.01, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03,
  0.31, 0.32, 0.14, 0.27,
]
const FIRST = 4

/**
 * How much more the prior counts than the spreads alone call for: the fewer the answers, the more they are about the same few
 * weeks and short intervals, and speak for less than their number. 4 up to 2,000 scored answers, 1 from 8,000 on.
 */
function priorStrength(scored: number): number {
  return Math.min(4, Math.max(1, 8_000 / scored))
}

/**
 * The weights that are likeliest given a set of answers and how weights stray among learners.
 *
 * First stabilities by a search of their own; then Adam on all weights, each moving in units of its spread, on batches of
 * cards in an order shuffled by a fixed seed, while the rate falls along a cosine. Recent answers count more.
 */
export function* fit(set: TrainingSet, relearningSteps = 1): Generator<number, number[]> {
  if (set.scored < FEWEST_SCORED) return [...DEFAULT_WEIGHTS]
  const origin = coordinatesOf(DEFAULT_WEIGHTS)
  const first = firstStabilities(set, SPREADS[0])
  const values = coordinatesOf([...first, ...DEFAULT_WEIGHTS.slice(FIRST)])
  const weights = new Float64Array(values.length)
  const gradient = new Float64Array(values.length)
  yield 0
  const scores = recencyWeights(set)
  yield 0
  const tape = newTape(set)
  const optimiser = adam(values.length)
  const random = seededRandom(SEED)
  const batches = batchesOf(set, random)
  const epochs = Math.min(MOST_EPOCHS, Math.max(EPOCHS, Math.ceil(FEWEST_STEPS / batches.length)))
  const steps = epochs * batches.length
  const pull = priorStrength(set.scored) / 2 / set.scored
  let step = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { cards, scored } of shuffled(batches, random)) {
      weights.set(weightsOf(values))
      gradient.fill(0)
      for (const card of cards) {
        cardLoss(weights, set, card, scores, tape)
        addCardGradient(weights, set, card, scores, tape, gradient)
      }
      // By the chain rule: d/d ln w = w · d/dw.
      for (let at = 0; at < FIRST; at++) gradient[at]! *= weights[at]!
      addPull(values, origin, SPREADS, pull * scored, gradient)
      optimiser.step(values, gradient, cosineRate(LEARNING_RATE, step, steps), SPREADS)
      values.set(coordinatesOf(clipWeights(weightsOf(values), relearningSteps)))
      step += 1
      yield step / steps
    }
  }
  return weightsOf(values)
}

export interface Optimised {
  /** The fit to all answers. */
  readonly weights: readonly number[]
  /** Whether the gate lets it take the place of the weights in force. */
  readonly accepted: boolean
  /** Scored answers it was fitted to. */
  readonly scored: number
  /**
   * Mean cost of predicting later answers, in nats: by the weights in force, and by fits to the answers before them.
   * null when there were too few answers to tell.
   */
  readonly before: number | null
  readonly after: number | null
}

/** New weights are looked for by themselves after so many answers. */
export const OPTIMISE_EVERY = 500

/** Fits to the answers up to one share of them predict those up to the next. */
const CUTS = [0.4, 0.6, 0.8, 1]
/** How many standard errors better than the weights in force those predictions must be. */
const MARGIN = 0.5

/**
 * A fit to all answers, and whether it should be used instead of `current`.
 *
 * A fit always predicts the answers it was made from better; that says nothing. So the answers are cut by time: fits to the
 * first two, three and four fifths each predict the fifth that follows, and together they must beat `current` by half a
 * standard error.
 *
 * @param current the weights in force
 * @param currentSince when these were fitted, in the unit of the set's times: answers before that are no test for them;
 *   −Infinity for the default weights
 */
export function* optimise(
  set: TrainingSet,
  current: readonly number[],
  currentSince = -Infinity,
  relearningSteps = 1,
): Generator<number, Optimised> {
  const rows = scoredRows(set)
  yield 0
  const cuts = CUTS.slice(0, -1)
    .map((share, index) => ({
      share,
      from: timeAt(set, rows, share),
      to: timeAt(set, rows, CUTS[index + 1]!),
    }))
    .filter(({ share, from }) => share * rows.length >= FEWEST_SCORED && from >= currentSince)
  const gains: number[] = []
  let before = 0
  let after = 0
  // Work done is about the number of answers gone through.
  const work = cuts.reduce((sum, { share }) => sum + share, 1)
  let done = 0
  const oldLosses = rowLosses(current, set)
  for (const { share, from, to } of cuts) {
    yield done / work
    const earlier = fit(until(set, from), relearningSteps)
    const candidate = yield* part(done / work, (done + share) / work, earlier)
    const newLosses = rowLosses(candidate, set)
    for (const row of rows) {
      if (set.times[row]! <= from || set.times[row]! > to) continue
      gains.push(oldLosses[row]! - newLosses[row]!)
      before += oldLosses[row]!
      after += newLosses[row]!
    }
    done += share
  }
  yield done / work
  const weights = yield* part(done / work, 1, fit(set, relearningSteps))
  const count = gains.length
  return {
    weights,
    accepted: isBetter(gains),
    scored: set.scored,
    before: count === 0 ? null : before / count,
    after: count === 0 ? null : after / count,
  }
}

/** The moment by which a share of the scored answers had been given. */
function timeAt(set: TrainingSet, rows: Int32Array, share: number): number {
  const row = rows[Math.ceil(rows.length * share) - 1]
  return row === undefined ? Infinity : set.times[row]!
}

function isBetter(gains: readonly number[]): boolean {
  if (gains.length < 2) return false
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
  const squares = gains.reduce((sum, gain) => sum + (gain - mean) * (gain - mean), 0)
  const standardError = Math.sqrt(squares / (gains.length - 1) / gains.length)
  return mean > MARGIN * standardError
}

/** The weights as they are fitted: first stabilities as logarithms. */
function coordinatesOf(weights: readonly number[]): Float64Array {
  return Float64Array.from(weights, (weight, at) => (at < FIRST ? Math.log(weight) : weight))
}

function weightsOf(values: Float64Array): number[] {
  return Array.from(values, (value, at) => (at < FIRST ? Math.exp(value) : value))
}

interface Batch {
  readonly cards: number[]
  scored: number
}

/** All cards with a scored answer, shuffled and dealt out so that each batch holds about as many scored answers. */
function batchesOf(set: TrainingSet, random: () => number): Batch[] {
  const size = Math.min(BATCH_SIZE, Math.max(LEAST_BATCH_SIZE, Math.ceil(set.scored / 8)))
  const scoredOf = (card: number): number => {
    let scored = 0
    for (let row = set.starts[card]! + 1; row < set.starts[card + 1]!; row++) {
      if (set.days[row]! > 0) scored += 1
    }
    return scored
  }
  const cards = Array.from({ length: set.starts.length - 1 }, (_, card) => card)
  const batches: Batch[] = [{ cards: [], scored: 0 }]
  for (const card of shuffled(cards, random)) {
    const scored = scoredOf(card)
    if (scored === 0) continue
    const last = batches.at(-1)!
    if (last.scored > 0 && last.scored + scored > size) batches.push({ cards: [card], scored })
    else {
      last.cards.push(card)
      last.scored += scored
    }
  }
  return batches
}
