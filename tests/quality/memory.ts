import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Memory, RATINGS } from '../../src/domain/model.ts'
import { DEFAULT_WEIGHTS, nextMemory } from '../../src/domain/srs/memory.ts'
import { optimise } from '../../src/domain/srs/fit/optimise.ts'
import { logLoss } from '../domain/srs/fit/logLoss.ts'
import type { Optimised } from '../../src/domain/srs/fit/optimise.ts'
import { scoredRows, trainingSet, until } from '../../src/domain/srs/fit/trainingSet.ts'
import type { CardAnswers, TrainingSet } from '../../src/domain/srs/fit/trainingSet.ts'
import { HISTORIES_PER_SET, history } from '../golden/histories.ts'
import { answersOf, fitSeed, learners, testSeed } from './learners.ts'
import type { QualityRow } from './row.ts'

const GOLDEN = resolve(import.meta.dirname, '../golden')
const REAL_LOG = resolve(process.cwd(), '../shared/vectors/py-fsrs-revlog.csv')

/** How exact the memory model is, and how well fitted weights predict answers they have not seen. */
export async function measureMemory(): Promise<QualityRow[]> {
  return [stateError(), realLogLoss(), ...learnerLosses()]
}

interface States {
  sets: { weights: number[]; states: [stability: number, difficulty: number, interval: number][] }[]
}

function stateError(): QualityRow {
  const { sets }: States = JSON.parse(readFileSync(`${GOLDEN}/fsrs6-states.json`, 'utf8'))
  let worst = 0
  sets.forEach(({ weights, states }, set) => {
    states.forEach(([stability, difficulty], at) => {
      const { grades, days } = history(set * HISTORIES_PER_SET + at + 1)
      let memory: Memory = { stability: 0, difficulty: 0 }
      grades.forEach((grade, step) => {
        const before = step === 0 ? null : memory
        memory = nextMemory(before, days[step]!, RATINGS[grade - 1]!, weights)
      })
      worst = Math.max(
        worst,
        Math.abs(memory.stability / stability - 1),
        Math.abs(memory.difficulty / difficulty - 1),
      )
    })
  })
  return {
    name: 'memory, 1,200 histories under six weight sets: farthest from fsrs-rs, relative',
    value: worst,
    goal: 1e-3,
    floor: 1e-3,
    better: 'lower',
  }
}

/** Five folds by time: weights fitted to all before a fold, and let through by the gate or not, predict it. */
function realLogLoss(): QualityRow {
  const row = {
    name: 'memory, a real log of 12,580 answers, five-fold by time: log loss',
    goal: 0.4444,
    floor: 0.442,
    better: 'lower',
  } as const
  if (!existsSync(REAL_LOG)) return { ...row, value: null, note: '../shared is absent' }
  const set = readRealLog()
  const rows = scoredRows(set)
  const size = Math.floor(rows.length / 6)
  const losses = [5, 4, 3, 2, 1].map((folds) => {
    const from = set.times[rows[rows.length - folds * size - 1]!]!
    const to = set.times[rows[rows.length - (folds - 1) * size - 1]!]!
    const { weights, accepted } = optimiseAll(until(set, from))
    return logLoss(accepted ? weights : DEFAULT_WEIGHTS, until(set, to), from)
  })
  const whole = optimiseAll(set)
  const decision = whole.accepted ? 'accepts' : 'refuses'
  const { before, after } = whole
  return {
    ...row,
    value: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    note: `defaults 0.4453, fsrs-rs 0.4479; the gate ${decision} the fit to all (${before?.toFixed(4)} → ${after?.toFixed(4)})`,
  }
}

/** `card_id,review_rating,review_time,review_duration`; days are counted in UTC, as its other users do. */
function readRealLog(): TrainingSet {
  const byCard = new Map<string, { grade: number; time: number }[]>()
  for (const line of readFileSync(REAL_LOG, 'utf8').trim().split('\n').slice(1)) {
    const [card = '', grade = '', time = ''] = line.split(',')
    const answers = byCard.get(card) ?? []
    answers.push({ grade: Number(grade), time: Date.parse(time) })
    byCard.set(card, answers)
  }
  const cards = [...byCard.values()].map((answers): CardAnswers => {
    answers.sort((a, b) => a.time - b.time)
    const days = answers.map(({ time }) => Math.floor(time / 86_400_000))
    return {
      grades: answers.map(({ grade }) => grade),
      times: answers.map(({ time }) => time),
      days: days.map((day, at) => (at === 0 ? 0 : day - days[at - 1]!)),
    }
  })
  return trainingSet(cards)
}

interface Fits {
  fits: { learner: string; scored: number; weights: number[] }[]
}

function learnerLosses(): QualityRow[] {
  const all = learners().map((learner, index) => {
    const later = answersOf(learner, 8_000, testSeed(index))
    return { learner, index, later, standard: logLoss(DEFAULT_WEIGHTS, later) }
  })
  /** What the weights that the optimiser leaves in force cost on answers of another year. */
  const lossAfter = (
    { learner, index, later, standard }: (typeof all)[number],
    scored: number,
    turn: number,
  ) => {
    const { weights, accepted } = optimiseAll(answersOf(learner, scored, fitSeed(index, turn)))
    return accepted ? logLoss(weights, later) : standard
  }
  const few = [100, 300, 1_000].flatMap((scored) =>
    all.flatMap((one) => [1, 2].map((turn) => lossAfter(one, scored, turn) - one.standard)),
  )
  const { fits }: Fits = JSON.parse(readFileSync(`${GOLDEN}/fsrs6-fits.json`, 'utf8'))
  const behind = fits.map(({ learner, scored, weights }) => {
    const one = all.find(({ learner: { name } }) => name === learner)
    if (one === undefined) throw new RangeError(`no learner ${learner}`)
    return lossAfter(one, scored, 0) - logLoss(weights, one.later)
  })
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  return [
    {
      name: `memory, ${all.length} made-up learners, 100 – 1,000 answers: most lost against the defaults`,
      value: Math.max(...few),
      goal: 0.003,
      floor: 0.003,
      better: 'lower',
      note: `gained on average ${(-mean(few)).toFixed(4)}`,
    },
    {
      name: `memory, ${all.length} made-up learners, 2,000 and 5,000 answers: log loss beyond that of fsrs-rs`,
      value: mean(behind),
      goal: 0.001,
      floor: 0.0005,
      better: 'lower',
      note: `${Math.min(...behind).toFixed(4)} … ${Math.max(...behind).toFixed(4)}`,
    },
  ]
}

function optimiseAll(set: TrainingSet): Optimised {
  const work = optimise(set, DEFAULT_WEIGHTS)
  for (;;) {
    const { value, done } = work.next()
    if (done === true) return value
  }
}
