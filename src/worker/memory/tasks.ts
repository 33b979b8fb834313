import { part } from '../../domain/tasks.ts'
import { answeredIn } from '../../domain/srs/measure/answered.ts'
import { measure } from '../../domain/srs/measure/measure.ts'
import type { CardFacts, Statistics } from '../../domain/srs/measure/measure.ts'
import { optimise } from '../../domain/srs/fit/optimise.ts'
import type { Optimised } from '../../domain/srs/fit/optimise.ts'
import { replay } from '../../domain/srs/replay.ts'
import type { SrsSettings } from '../../domain/srs/settings.ts'
import { habitsOf, simulateWorkloads } from '../../domain/srs/simulate.ts'
import type { Workload } from '../../domain/srs/simulate.ts'
import { gatherTrainingSet } from '../../domain/srs/fit/trainingSet.ts'
import { inForceSince, weightSets } from '../../domain/srs/fit/weightsHistory.ts'
import { unpackLog } from '../../formats/packedLog.ts'
import type { PackedLog } from '../../formats/packedLog.ts'
import type { Now, Plan } from './protocol.ts'

/** What the memory thread does, as generators that yield their progress (0 … 1): it is run in slices, and can stop. */

/** Unpacking is about so much of the way. */
const UNPACKED = 0.1

/** A fit to a log's answers, and whether it should take the place of the weights in force. */
export function* optimiseLog(log: PackedLog, settings: SrsSettings): Generator<number, Optimised> {
  const entries = yield* part(0, UNPACKED / 2, unpackLog(log))
  const sets = weightSets(entries, settings)
  const work = optimise(
    yield* part(UNPACKED / 2, UNPACKED, gatherTrainingSet(entries)),
    sets.at(-1)!.weights,
    inForceSince(sets),
    settings.relearningStepsMinutes.length,
  )
  return yield* part(UNPACKED, 1, work)
}

/** Everything the statistics show. */
export function* measureLog(
  log: PackedLog,
  settings: SrsSettings,
  cards: readonly CardFacts[],
  now: Now,
): Generator<number, Statistics> {
  const entries = yield* part(0, UNPACKED, unpackLog(log))
  return measure(replay(entries, settings), cards, now)
}

/** What each desired retention would cost this learner. */
export function* simulateLog(
  log: PackedLog,
  settings: SrsSettings,
  { today, retentions, newCards, days, mostCards }: Plan,
): Generator<number, Workload[]> {
  const entries = yield* part(0, UNPACKED, unpackLog(log))
  const state = replay(entries, settings)
  yield UNPACKED
  const input = {
    states: state.cards.values(),
    settings: state.settings,
    habits: habitsOf(answeredIn(state)),
    today,
    days,
    newCards,
    mostCards,
  }
  return yield* part(UNPACKED, 1, simulateWorkloads(input, retentions))
}
