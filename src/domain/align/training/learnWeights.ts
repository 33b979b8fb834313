import { type Lattice } from '../latticeTypes.ts'
import { finish } from '../../tasks.ts'
import { posteriors } from '../lattice.ts'

/** A bitext with its hand-made alignment. */
export interface Example {
  readonly lattice: Lattice
  /** Score of each edge before any weight, and its features, one edge after the other. */
  readonly base: Float64Array
  readonly features: Float32Array
  /** 1 for edges the hand-made alignment allows. */
  readonly gold: Uint8Array
  /** How much the example counts; 1 is usual. */
  readonly weight: number
}

/** Scores of all edges: base + weights · features. */
export function weighedScores({ base, features }: Example, weights: Float64Array): Float64Array {
  const size = weights.length
  return base.map((value, edge) => {
    let sum = value
    for (let k = 0, at = edge * size; k < size; k++) sum += weights[k]! * features[at + k]!
    return sum
  })
}

/**
 * Loss of weights, and its gradient: −Σ log p(hand-made alignment) + ½ Σ penaltyₖ · wₖ². A semi-Markov conditional random
 * field (Sarawagi and Cohen 2004): p of a path is proportional to exp of the sum of its edges' scores; the gradient is the
 * difference of expected features over all paths and over those the hand-made alignment allows.
 */
export function loss(
  examples: readonly Example[],
  weights: Float64Array,
  penalty: Float64Array,
): { value: number; gradient: Float64Array } {
  const size = weights.length
  const gradient = weights.map((w, k) => penalty[k]! * w)
  let value = weights.reduce((sum, w, k) => sum + (penalty[k]! * w * w) / 2, 0)
  for (const example of examples) {
    const scores = weighedScores(example, weights)
    const all = finish(posteriors(example.lattice, scores))
    const right = finish(posteriors(example.lattice, scores, example.gold))
    if (right.logTotal === -Infinity) continue
    value += example.weight * (all.logTotal - right.logTotal)
    for (let edge = 0; edge < scores.length; edge++) {
      const by = example.weight * (all.edge[edge]! - right.edge[edge]!)
      if (Math.abs(by) < 1e-7) continue
      for (let k = 0, at = edge * size; k < size; k++)
        gradient[k]! += by * example.features[at + k]!
    }
  }
  return { value, gradient }
}

/** Pairs of steps remembered, iterations at most, and the step of the loss below which it has converged. */
const MEMORY = 10
const LEAST_GAIN = 1e-5

/**
 * The weights with the least loss, found by L-BFGS (Nocedal and Wright, "Numerical optimization", algorithm 7.4) from
 * zero. Deterministic.
 */
export function learnWeights(
  examples: readonly Example[],
  penalty: Float64Array,
  iterations = 200,
): Float64Array {
  let weights = new Float64Array(penalty.length)
  let { value, gradient } = loss(examples, weights, penalty)
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let iteration = 0; iteration < iterations; iteration++) {
    const direction = descent(gradient, steps)
    const slope = dot(direction, gradient)
    let length = steps.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1
    let next = { weights, value, gradient }
    // Backtracking (Armijo): at a convex loss a handful of halvings is plenty.
    for (let tries = 0; tries < 30; tries++, length /= 2) {
      const tried = weights.map((w, k) => w + length * direction[k]!)
      const there = loss(examples, tried, penalty)
      if (there.value <= value + 1e-4 * length * slope) {
        next = { weights: tried, ...there }
        break
      }
    }
    const gain = value - next.value
    const s = next.weights.map((w, k) => w - weights[k]!)
    const y = next.gradient.map((g, k) => g - gradient[k]!)
    const curvature = dot(s, y)
    if (curvature > 1e-10) steps.push({ s, y, rho: 1 / curvature })
    if (steps.length > MEMORY) steps.shift()
    ;({ weights, value, gradient } = next)
    if (gain < LEAST_GAIN * Math.max(1, Math.abs(value))) break
  }
  return weights
}

/** −H · gradient, H the inverse Hessian as the last steps suggest it (two-loop recursion). */
function descent(
  gradient: Float64Array,
  steps: readonly { s: Float64Array; y: Float64Array; rho: number }[],
): Float64Array {
  const q = gradient.slice()
  const alphas: number[] = []
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, q)
    alphas.push(alpha)
    for (let k = 0; k < q.length; k++) q[k]! -= alpha * y[k]!
  }
  const last = steps.at(-1)
  const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1
  for (let k = 0; k < q.length; k++) q[k]! *= scale
  for (const { s, y, rho } of steps) {
    const beta = rho * dot(y, q)
    const alpha = alphas.pop()!
    for (let k = 0; k < q.length; k++) q[k]! += s[k]! * (alpha - beta)
  }
  return q.map((value) => -value)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}
